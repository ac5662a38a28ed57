// @ts-check
// A link to an answer: shown, and copied where the browser lets it.

import { copyText } from "./hand-over.js";
import { sayIn } from "./telling.js";

/** @type {($place: HTMLElement, link: string) => Promise<void>} */
export const share = async ($place, link) => {
  const $input = /** @type {HTMLInputElement} */ ($place.querySelector("input"));
  const $copied = /** @type {HTMLElement} */ ($place.querySelector("[data-copied]"));
  $place.hidden = false;
  $input.value = link;
  const isCopied = await copyText(link);
  $input.select();
  sayIn($copied, isCopied ? "Copied." : "Select the link and copy it.");
};
