// @ts-check
// What stands in the fields of a form: read as Python is given it, and put back as a draft gives it.

/** @typedef {Record<string, string | string[]>} Entries By field; of check boxes the texts of those that are marked. */
/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/** @param {HTMLFormElement} $form */
const fieldsOf = ($form) =>
  /** @type {Field[]} */ ([...$form.elements].filter(($one) => /** @type {Field} */ ($one).name));

/** Gives what was entered; a field that is empty is left out. @type {($form: HTMLFormElement) => Entries} */
export const readEntries = ($form) => {
  /** @type {Entries} */
  const entries = {};
  for (const $field of fieldsOf($form)) {
    if ($field.type === "checkbox" && /** @type {HTMLInputElement} */ ($field).checked)
      entries[$field.name] = [...(entries[$field.name] ?? []), $field.value];
    else if ($field.type === "radio" && /** @type {HTMLInputElement} */ ($field).checked)
      entries[$field.name] = $field.value;
    else if ($field.type !== "checkbox" && $field.type !== "radio") entries[$field.name] = $field.value;
    if (entries[$field.name] === "") delete entries[$field.name];
  }
  return entries;
};

/** Puts entries into the form, in the place of everything that stood there. @type {($form: HTMLFormElement, entries: Entries) => void} */
export const writeEntries = ($form, entries) => {
  for (const $field of fieldsOf($form)) {
    const entry = entries[$field.name] ?? "";
    if ($field instanceof HTMLInputElement && $field.type === "checkbox") $field.checked = entry.includes($field.value);
    else if ($field instanceof HTMLInputElement && $field.type === "radio") $field.checked = entry === $field.value;
    else $field.value = String(entry);
  }
};

/** Gives the entries that the form could not take as they are, such as words in the place of a day. @type {($form: HTMLFormElement, entries: Entries) => {key: string, label: string, value: string | string[]}[]} */
export const notTaken = ($form, entries) => {
  const taken = readEntries($form);
  const differing = Object.keys(entries).filter((key) => JSON.stringify(taken[key]) !== JSON.stringify(entries[key]));
  return differing.map((key) => {
    const $field = fieldsOf($form).find(({ name }) => name === key);
    return { key, label: $field?.labels?.[0]?.textContent?.trim() ?? "", value: entries[key] };
  });
};
