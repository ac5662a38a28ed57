// @ts-check
// Says how something ended, or what was found, by eye and by ear: once, and so that no screen reader misses it.

/** A region that is new, or says the same again, is read out only if its text comes a moment after it. In milliseconds. */
const MOMENT = 100;
/** Without a key for so long, so that a screen reader is not told of every letter. In milliseconds. */
const PAUSE = 400;
/** What each region is about to say. @type {WeakMap<HTMLElement, number>} */
const waiting = new WeakMap();

/** Says something in a region later; what is to be said before then takes its place. @type {($region: HTMLElement, said: (string | Node)[], after: number) => void} */
const sayLater = ($region, said, after) => {
  clearTimeout(waiting.get($region));
  const say = () => $region.replaceChildren(...said);
  waiting.set($region, window.setTimeout(say, after));
};

/** Says something in a region as news. @type {($region: HTMLElement, ...said: (string | Node)[]) => void} */
export const sayIn = ($region, ...said) => {
  $region.textContent = "";
  sayLater($region, said, MOMENT);
};

/** Says something once the reader pauses. @type {($region: HTMLElement, said: string) => void} */
export const sayOnPause = ($region, said) => sayLater($region, [said], PAUSE);

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
  sayIn($told, said);
};
