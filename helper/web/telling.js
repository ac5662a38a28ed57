// @ts-check
// Says beside a button how it ended, by eye and by ear.

/** A region that is new, or says the same again, is read out only if its text comes a moment after it. In milliseconds. */
const MOMENT = 100;

/** @type {($button: HTMLElement, said: string) => void} */
export const tell = ($button, said) => {
  const $known = $button.nextElementSibling;
  const isKnown = $known instanceof HTMLElement && "told" in $known.dataset;
  const $told = isKnown ? $known : Object.assign(document.createElement("span"), { className: "eg-told" });
  if (!isKnown) {
    $told.setAttribute("role", "status");
    $told.dataset.told = "";
    $button.after($told);
  }
  $told.textContent = "";
  setTimeout(() => ($told.textContent = said), MOMENT);
};
