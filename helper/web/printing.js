// @ts-check
// Prints the page, and says so where nothing came of it: a frame may refuse it without a word.

import { isFramed } from "./framed.js";
import { tell } from "./telling.js";

/** A browser that prints says so within this. In milliseconds. */
const SOON = 1_000;
const REFUSED =
  "If nothing opened to print, the page around this helper holds it back: open the helper in a tab of its own.";

/** @param {HTMLElement} $button */
export const print = ($button) => {
  let isOpen = false;
  window.addEventListener("beforeprint", () => (isOpen = true), { once: true });
  window.print();
  if (isFramed) setTimeout(() => isOpen || tell($button, REFUSED), SOON);
};
