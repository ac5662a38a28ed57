// @ts-check
// The page that stands in for one that is not on this device while there is no network: what was asked for, and what is kept.

import { keptGroups } from "./copy.js";
import { root } from "./place.js";

/** Only a place inside this site, and nothing that could be dialled: whoever wrote the link leads nowhere else. */
const PLACE = /^(?!(?:.*\d){5})[a-z0-9][a-z0-9/_-]*$/;

/** @param {HTMLElement} $page */
const show = async ($page) => {
  const wanted = location.hash.slice(1);
  const $wanted = /** @type {HTMLElement} */ ($page.querySelector("[data-wanted]"));
  const $again = /** @type {HTMLAnchorElement} */ ($wanted.querySelector("a"));
  if (PLACE.test(wanted)) {
    $again.href = root + wanted;
    $again.textContent = wanted;
    $wanted.hidden = false;
  }
  const kept = (await keptGroups(root)).map(({ group }) => group);
  for (const found of $page.querySelectorAll("[data-kept]")) {
    const $one = /** @type {HTMLElement} */ (found);
    $one.hidden = !kept.includes($one.dataset.kept ?? "");
  }
};

/** Fills the page in, where this is that page. */
export const showKept = () => {
  const $page = /** @type {HTMLElement | null} */ (document.querySelector("[data-not-kept]"));
  if ($page && root) show($page).catch(() => {}); // without storage nothing is kept, and the page says so as it is
};
