// @ts-check
// Tells the page around a frame how high the frame's content is. That number is all that ever goes out.

import { isFramed } from "./framed.js";

/** @param {HTMLElement} $content All that the page shows, but for what stands above it. */
export const tellHeight = ($content) => {
  if (!isFramed) return;
  let last = 0;
  const report = () => {
    const height = Math.ceil($content.getBoundingClientRect().bottom + window.scrollY);
    // To whoever is around it: nobody can tell from here who that is, and a height is no secret.
    if (height !== last) window.parent.postMessage({ height: (last = height) }, "*");
  };
  new ResizeObserver(report).observe($content);
  report(); // at once, too: a browser measures nothing by itself in a frame that is out of sight
};
