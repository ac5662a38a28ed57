// @ts-check
// Says loudly that a page is old, wherever it came from: a web site that nobody renews, a kept copy, a stick.

import { isFromDisk } from "./from-disk.js";

const DAY = 86_400_000; // ms

/** Tells whether a kept copy answers here; a closed frame may not even ask. */
const isKept = () => {
  try {
    return Boolean(navigator.serviceWorker?.controller);
  } catch {
    return false;
  }
};

/** Shows the notice of age once the page is as old as the notice says, by this device's clock. */
const warnOfAge = () => {
  const $built = /** @type {HTMLMetaElement | null} */ (document.querySelector("meta[name=built]"));
  const $notice = /** @type {HTMLElement | null} */ (document.querySelector("[data-old-after]"));
  if (!$built || !$notice) return;
  // A clock that stands before the day the page was built gives a number below nought: it is wrong, and nothing is said.
  const days = Math.floor((Date.now() - Date.parse($built.content)) / DAY);
  if (days < Number($notice.dataset.oldAfter)) return;
  const place = isFromDisk ? "disk" : isKept() ? "copy" : "web";
  for (const $advice of $notice.querySelectorAll("[data-place]"))
    /** @type {HTMLElement} */ ($advice).hidden = /** @type {HTMLElement} */ ($advice).dataset.place !== place;
  for (const $days of $notice.querySelectorAll("[data-days]")) $days.textContent = String(days);
  $notice.hidden = false;
};

warnOfAge();
document.addEventListener("visibilitychange", warnOfAge); // an installed copy may stand open for weeks
