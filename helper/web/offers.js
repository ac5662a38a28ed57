// @ts-check
// What the helper knows already, offered beside the field that it fits. It is never filled in unasked.

/** @typedef {Record<string, string>} Known By what a field says it takes (`data-offer`); a day as YYYY-MM-DD. */

/** @type {(day: Date) => string} */
const two = (day) =>
  [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((n) => String(n).padStart(2, "0")).join("-");

/** Today, as this device has it. */
export const today = () => two(new Date());

/** @type {(value: string) => string} */
const inWords = (value) => {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return value;
  return new Date(`${value}T12:00`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
};

/** Adds to what stands in a field, or begins it. @type {($field: HTMLInputElement | HTMLTextAreaElement, value: string) => void} */
const add = ($field, value) => {
  const isDay = $field.type === "date";
  if ($field.value.endsWith(inWords(value))) return;
  const between = $field instanceof HTMLTextAreaElement ? "\n" : ", ";
  $field.value =
    isDay || !$field.value ? (isDay ? value : inWords(value)) : `${$field.value}${between}${inWords(value)}`;
  $field.dispatchEvent(new Event("input", { bubbles: true }));
  $field.focus();
};

/** Shows every offer that there is something for, and takes away the others. @type {($form: HTMLFormElement, known: Known) => void} */
export const drawOffers = ($form, known) => {
  for (const $one of /** @type {NodeListOf<HTMLElement>} */ ($form.querySelectorAll("[data-offer]"))) {
    const value = known[$one.dataset.offer ?? ""] ?? "";
    const $offered = /** @type {HTMLElement} */ ($one.querySelector("[data-offered]"));
    const $use = /** @type {HTMLButtonElement} */ ($offered.querySelector("[data-use]"));
    const $field = /** @type {HTMLInputElement | HTMLTextAreaElement} */ ($one.querySelector("input, textarea"));
    $offered.hidden = !value;
    $use.textContent = $one.dataset.offer === "today" ? `Use today, ${inWords(value)}` : `Use \u201c${value}\u201d`;
    $use.onclick = () => add($field, value);
  }
};
