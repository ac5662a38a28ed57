// @ts-check
// Takes the reader to what is new: the focus goes to its heading, and what stands above that is in sight too, where both fit.

/** @type {($heading: HTMLElement | null, $from: Element) => void} */
export const arriveAt = ($heading, $from) => {
  $heading?.focus({ preventScroll: true });
  $from.scrollIntoView({ block: "start" });
  if (!$heading) return;
  // In a window whose letters are four times as large there may be room for the heading alone. A frame is as high as its page:
  // there the page around it scrolls, which this one cannot ask about.
  const isBelow = $heading.getBoundingClientRect().bottom > innerHeight;
  $heading.scrollIntoView({ block: isBelow ? "start" : "nearest" });
};
