// @ts-check
// A disk has no server that answers for a folder: where a page is opened from one, a link to a folder gets its index.html.

import { isFromDisk } from "./from-disk.js";

/** The address as this page can open it; on the web, as it is. @type {(address: string) => string} */
export const folder = (address) => {
  if (!isFromDisk) return address;
  const url = new URL(address, document.baseURI);
  if (url.protocol !== "file:" || !url.pathname.endsWith("/")) return address;
  url.pathname += "index.html";
  return url.href;
};

/** Mends the links in a part of the page. Those that were built into it are mended already. @type {(root: Node) => void} */
const mend = (root) => {
  if (!(root instanceof Element)) return;
  for (const $link of [root, ...root.querySelectorAll("a[href]")]) {
    const address = $link.localName === "a" ? $link.getAttribute("href") : null;
    if (address && folder(address) !== address) $link.setAttribute("href", folder(address));
  }
};

/** Mends every link that a script draws from now on, before anybody can follow, open or copy it. */
export const watchFolders = () => {
  if (!isFromDisk) return;
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) (type === "attributes" ? [target] : addedNodes).forEach(mend);
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["href"] });
};
