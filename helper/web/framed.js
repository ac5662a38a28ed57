// @ts-check
// The helper in a page of somebody else: what a frame may refuse, and how that is said.

import { mayFetch } from "./from-disk.js";

/** Tells whether this page stands inside another one. */
export const isFramed = window.parent !== window;

/** Tells whether the page around keeps this one from its own site (`sandbox`), and then, as a rule, from tabs, files and print too. */
export const isClosed = isFramed && !mayFetch;

/** What is said after a file was handed over: whether a frame lets it through, nobody tells a page. */
export const IF_REFUSED = isFramed
  ? " If it is not among your downloads, the page around this helper holds it back: open the helper in a tab of its own."
  : "";
