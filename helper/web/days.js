// @ts-check
// Fields for a day: a browser gives nothing where a day is half typed, and that must not pass for an empty field.

import { element } from "./element.js";

const WRONG = "This date is not whole. Give the day, the month and four digits of the year, or clear it.";

/** Says what is wrong with a field, or takes it away. @type {($field: HTMLInputElement, said: string) => void} */
const mark = ($field, said) => {
  const name = `${$field.id}-wrong`;
  document.getElementById(name)?.remove();
  const others = ($field.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== name);
  if (said) $field.after(Object.assign(element("p", said, "eg-error"), { id: name }));
  $field.setAttribute("aria-describedby", [...others, ...(said ? [name] : [])].join(" "));
  $field.toggleAttribute("aria-invalid", Boolean(said));
  if (said) $field.setAttribute("aria-invalid", "true");
};

/** Whether a field holds a whole day, or nothing. @param {HTMLInputElement} $field */
export const isWhole = ({ validity }) => validity.valid;

/** Marks every day that is not whole, and puts the reader at the first; tells whether all are. @param {HTMLFormElement} $form */
export const checkDays = ($form) => {
  const $days = /** @type {HTMLInputElement[]} */ ([...$form.querySelectorAll("input[type=date]")]);
  for (const $day of $days) mark($day, isWhole($day) ? "" : WRONG);
  const $wrong = $days.find(($day) => !isWhole($day));
  $wrong?.focus();
  return !$wrong;
};
