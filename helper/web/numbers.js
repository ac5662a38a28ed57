// @ts-check
// Telephone numbers: a link on devices that can call, plain text to copy on those that cannot.

const canCall = () => matchMedia("(any-pointer: coarse)").matches;

/** @type {(root: ParentNode) => void} */
export const settleNumbers = (root) => {
  if (canCall()) return;
  for (const $number of root.querySelectorAll("a.eg-tel[href]")) $number.removeAttribute("href");
};

settleNumbers(document);
