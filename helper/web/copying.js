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
  const $words = /** @type {HTMLElement | null | undefined} */ (
    $button.closest("details, section")?.querySelector("[data-copy]")
  );
  // Headings and lists as they are shown, each on its line; words of one piece as they stand.
  const text = $words?.dataset.copy === "shown" ? $words.innerText : $words?.textContent;
  const isCopied = await copyText(text ?? "");
  tell($button, isCopied ? "Copied." : "Select the words and copy them.");
});
