// @ts-check
// A button that prints the page: without scripts it would do nothing, so only this shows it.

for (const $button of document.querySelectorAll("[data-print]")) {
  /** @type {HTMLElement} */ ($button).hidden = false;
  $button.addEventListener("click", () => window.print());
}
