// @ts-check
// Hands something over to the reader: a file to save, or words to paste. It goes to their own disk or clipboard and nowhere else.

import { decoded } from "./base64.js";

/** @typedef {{name: string, type: string, text?: string, base64?: string}} Made A file as Python made it. */

/** A file that is saved stays in memory for so long, because a browser may only then begin to write it. In milliseconds. */
const UNTIL_WRITTEN = 60_000;

/** @param {Made} made */
export const saveFile = ({ name, type, text, base64 }) => {
  const content = base64 === undefined ? (text ?? "") : decoded(base64);
  const address = URL.createObjectURL(new Blob([content], { type }));
  const $link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append($link);
  $link.click();
  $link.remove();
  setTimeout(() => URL.revokeObjectURL(address), UNTIL_WRITTEN);
};

/** Copies words; tells whether the browser let it. @type {(text: string) => Promise<boolean>} */
export const copyText = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelecting(text); // on plain http, in a frame, or where the reader has said no
  }
};

/** @type {(text: string) => boolean} */
const copyBySelecting = (text) => {
  const $area = Object.assign(document.createElement("textarea"), { value: text, className: "eg-unseen" });
  const $before = /** @type {HTMLElement | null} */ (document.activeElement);
  document.body.append($area);
  $area.select();
  const isCopied = document.execCommand("copy");
  $area.remove();
  $before?.focus({ preventScroll: true });
  return isCopied;
};
