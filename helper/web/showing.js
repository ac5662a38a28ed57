// @ts-check
// Shows an answer, and lets Python's take the place of the table's without a word moving: it fills what was kept for it.

import { element } from "./element.js";
import { settleNumbers } from "./numbers.js";

/** @typedef {import("./answering.js").Answer} Answer */

/** @param {Answer} answer @param {"table" | "python"} by @param {HTMLElement} $answer */
const sign = ({ advice }, by, $answer) => {
  $answer.dataset.advice = advice;
  $answer.dataset.answeredBy = by;
};

/** @type {(html: string) => DocumentFragment} Markup that our own renderer escaped. */
export const parsed = (html) => Object.assign(document.createElement("template"), { innerHTML: html }).content;

/** @type {(root: ParentNode) => HTMLElement[]} */
const places = (root) => [...root.querySelectorAll("[data-due]")].map(($place) => /** @type {HTMLElement} */ ($place));

/**
 * Draws an answer; `remarks` stand under its headline.
 * @param {HTMLElement} $answer
 * @param {Answer} answer
 * @param {"table" | "python"} by
 * @param {HTMLElement[]} remarks
 */
export const drawAnswer = ($answer, answer, by, remarks) => {
  $answer.replaceChildren(parsed(answer.html));
  $answer.querySelector(".eg-headline__cite")?.after(...remarks);
  settleNumbers($answer);
  sign(answer, by, $answer);
};

/**
 * Puts Python's answer in the place of the one that stands. Tells whether it says the same, but for what depends on a date;
 * where it does not, nothing is changed.
 * @param {HTMLElement} $answer
 * @param {Answer} standing
 * @param {Answer} answer
 */
export const takeOver = ($answer, standing, answer) => {
  const [$old, $new] = [parsed(standing.html), parsed(answer.html)];
  const found = places($new).map(($place) => [...$place.childNodes]);
  for (const $place of [...places($old), ...places($new)]) $place.replaceChildren();
  const [old, fresh] = [$old, $new].map(($all) => [...$all.children].map(($one) => $one.outerHTML).join(""));
  if (old !== fresh) return false;
  places($answer).forEach(($place, index) => $place.replaceChildren(...found[index]));
  sign(answer, "python", $answer);
  return true;
};

/** Whether an answer has places that were kept for what depends on a date. @param {HTMLElement} $answer */
export const hasPlaces = ($answer) => places($answer).length > 0;

/** Says in every place that was kept that it stays empty. @param {HTMLElement} $answer @param {string} text */
export const fillPlaces = ($answer, text) => {
  for (const $place of places($answer)) $place.replaceChildren(element("span", text));
};
