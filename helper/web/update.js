// @ts-check
// Offers a newer edition of the kept copies once it is whole on this device. A page stays as it is until its reader asks.

import { editionOf, registration, root } from "./place.js";
import { sayIn } from "./telling.js";

const HOUR = 3_600_000; // ms
const $offer = /** @type {HTMLElement | null} */ (document.querySelector("[data-update]"));

/** @type {($bar: HTMLElement, found: ServiceWorkerRegistration) => Promise<void>} */
const offer = async ($bar, found) => {
  if (!found.waiting || !found.active) return;
  const { built } = await editionOf(found.waiting);
  $bar.hidden = false;
  const $text = /** @type {HTMLElement} */ ($bar.querySelector("[data-update-text]"));
  sayIn($text, `A newer version, built on ${built}, is on this device.`);
};

/** Loads the page again from the newer edition. Other tabs go on as they are, until they too are loaded again. @param {ServiceWorkerRegistration} found */
const showIt = ({ waiting }) => {
  if (!waiting) return location.reload(); // another tab has asked already
  waiting.addEventListener("statechange", () => waiting.state === "activated" && location.reload());
  waiting.postMessage("take over");
};

/** A browser looks for a newer edition whenever a page is opened; an installed copy may stand open for days. @param {ServiceWorkerRegistration} found */
const lookEveryHour = (found) => {
  let last = Date.now();
  const look = () => {
    if (document.hidden || !navigator.onLine || Date.now() - last < HOUR) return;
    last = Date.now();
    found.update().catch(() => {}); // no network: the copy goes on as it is
  };
  setInterval(look, HOUR);
  document.addEventListener("visibilitychange", look);
};

/** @param {HTMLElement} $bar */
const start = async ($bar) => {
  const found = await registration();
  if (!found) return;
  const look = () => void offer($bar, found);
  const watch = () => found.installing?.addEventListener("statechange", look);
  found.addEventListener("updatefound", watch);
  watch(); // it may have been found before this page listened
  $bar.querySelector("[data-update-show]")?.addEventListener("click", () => showIt(found));
  $bar.querySelector("[data-update-later]")?.addEventListener("click", () => ($bar.hidden = true));
  look();
  lookEveryHour(found);
};

if ($offer && root) start($offer);
