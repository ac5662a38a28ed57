// @ts-check
// "What if": a scenario's case as lists to change, each change answered at once, and the way back to the case as it is told.

/** @typedef {import("../answering.js").Given} Given */

/** Puts a case into the form. @type {(fields: Field[], given: Given) => void} */
const fill = (fields, given) => {
  for (const $field of fields) {
    const value = String(given[$field.name] ?? "");
    if ($field instanceof HTMLInputElement) $field.value = value.slice(0, 10);
    else if ([...$field.options].some((option) => option.value === value)) $field.value = value;
    else if (value)
      $field.add(new Option("As it is told", value, true, true)); // a person of the list, whom the list names by the service
    else $field.selectedIndex = 0;
  }
};

/** @typedef {HTMLSelectElement | HTMLInputElement} Field */

/**
 * @param {HTMLFormElement} $form
 * @param {Given} told The scenario's own case.
 * @param {(given: Given) => void} ask Answers a case.
 */
export const startWhatIf = ($form, told, ask) => {
  const fields = /** @type {Field[]} */ ([...$form.elements].filter(($one) => "name" in $one && $one.name));

  /** The case as it stands in the form. @returns {Given} */
  const given = () => {
    /** @type {Given} */
    const answers = { partnership: told.partnership };
    for (const $field of fields) {
      const [other, value] = ($field.dataset.unless ?? "=").split("=");
      $field.disabled = other !== "" && fields.some(($one) => $one.name === other && $one.value === value);
      const said = $field.disabled ? "" : $field.value;
      if (said) answers[$field.name] = $field.name === "resolved" ? said === "true" : said;
    }
    // The day's own field knows no time.
    if (answers.since && String(told.since ?? "").startsWith(String(answers.since))) answers.since = told.since;
    return answers;
  };

  const reset = () => {
    fill(fields, { resolved: false, side: "raising", ...told });
    ask(given());
  };
  $form.addEventListener("change", ({ target }) => {
    const { clears } = /** @type {HTMLElement} */ (target).dataset;
    for (const $field of fields) if ($field.name === clears) $field.value = ""; // that day was another stage's
    ask(given());
  });
  $form.addEventListener("submit", (event) => event.preventDefault());
  reset();
  return { reset, focusOn: (/** @type {string} */ name) => fields.find(($one) => $one.name === name)?.focus() };
};
