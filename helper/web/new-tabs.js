// @ts-check
// Links of an embedded page: the helper stays where it is, so whatever leads away from it opens in a tab of its own.

/** What says so to a screen reader; it stands in the page. */
const SAID_BY = "opens-in-a-new-tab";

/** Calls and mails are started from the page around: in the frame a policy of that page may refuse them. */
const STARTED = ["tel:", "mailto:"];

/** What the helper asks, and a form that stands in it, is opened there. @param {HTMLAnchorElement} $link */
const staysHere = ($link) =>
  $link.getAttribute("href")?.startsWith("#") ||
  $link.hasAttribute("download") ||
  "stays" in $link.dataset ||
  "ask" in $link.dataset ||
  ($link.dataset.form !== undefined && document.querySelector(`[data-desk="${CSS.escape($link.dataset.form)}"]`));

/** @param {HTMLAnchorElement} $link */
const mend = ($link) => {
  if (staysHere($link)) return;
  if (STARTED.includes($link.protocol)) return void ($link.target = "_top");
  $link.target = "_blank";
  $link.rel = "noopener";
  $link.setAttribute("aria-describedby", SAID_BY);
};

/** @param {ParentNode} root */
const mendAll = (root) => {
  if (root instanceof HTMLAnchorElement && root.hasAttribute("href")) mend(root);
  for (const $link of root.querySelectorAll("a[href]")) mend(/** @type {HTMLAnchorElement} */ ($link));
};

/** Mends the links that stand in the page, and every one that a script draws from now on. */
export const openLinksInNewTabs = () => {
  mendAll(document);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const $node of addedNodes) if ($node instanceof Element) mendAll($node);
  }).observe(document.body, { childList: true, subtree: true });
};
