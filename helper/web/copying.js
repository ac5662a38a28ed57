// @ts-check
// Words to paste: each stands beside a button that copies it as it stands.

import { copyText } from "./hand-over.js";
import { tell } from "./telling.js";

/** Shows the buttons: without scripts they would do nothing. @param {ParentNode} root */
export const showCopyButtons = (root) => {
  for (const $button of root.querySelectorAll("[data-copy-button]"))
    /** @type {HTMLElement} */ ($button).hidden = false;
};

document.addEventListener("click", async ({ target }) => {
  const $button = /** @type {HTMLElement} */ (target).closest("[data-copy-button]");
  if (!($button instanceof HTMLElement)) return;
  const $words = $button.closest("details, section")?.querySelector("[data-copy]");
  const isCopied = await copyText($words?.textContent ?? "");
  tell($button, isCopied ? "Copied." : "Select the words and copy them.");
});
