// @ts-check
// What the site gives for copies: the list of what may be kept, and the worker that answers from it.

import { cachesOf, keptGroups, Withheld } from "./copy.js";
import { Fault } from "./fault.js";
import { editionOf, root } from "./place.js";
import { Watchdog } from "./watchdog.js";

/** @typedef {import("./copy.js").Edition} Edition */

const WORKER = `${root}service-worker.js`;
const FORBIDDEN = [403, 404, 410];
/** A network may take a question and never answer it. */
const PATIENCE = 10_000; // ms

/** What may be kept now. @param {AbortSignal} [outer] @returns {Promise<Edition>} */
export const fetchEdition = (outer) => {
  const watchdog = new Watchdog(PATIENCE, outer);
  const ask = async () => {
    const answer = await fetch(`${root}assets/copies.json`, { cache: "no-cache", signal: watchdog.signal });
    if (!answer.ok) throw new Fault("missing-file", `The list of copies answered ${answer.status}.`);
    return answer.json();
  };
  return watchdog.over(ask());
};

/** A site forbids copies by giving no worker: known before anything is fetched in vain. @param {AbortSignal} outer */
export const needWorker = async (outer) => {
  const watchdog = new Watchdog(PATIENCE, outer);
  const asked = fetch(WORKER, { method: "HEAD", cache: "no-cache", signal: watchdog.signal });
  const { status } = await watchdog.over(asked);
  if (FORBIDDEN.includes(status)) throw new Withheld(`The worker answered ${status}.`);
};

/** Has the newest worker that the site gives answer from now on. @returns {Promise<ServiceWorker>} */
export const startWorker = async () => {
  const found = await navigator.serviceWorker.register(WORKER, { scope: root });
  if (!found.installing) await found.update();
  const worker = /** @type {ServiceWorker} */ (found.installing ?? found.waiting ?? found.active);
  await new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === "installed") worker.postMessage("take over");
      if (worker.state === "activated") resolve(undefined);
      if (worker.state === "redundant") reject(new Fault("missing-file", "The worker could not be installed."));
    };
    worker.addEventListener("statechange", look);
    look();
  });
  return worker;
};

/** The worker may still be an earlier one, which looks in its own edition's copies only. @type {(worker: ServiceWorker, groups: string[]) => Promise<void>} */
export const needAnswers = async (worker, groups) => {
  const names = cachesOf(root, await editionOf(worker));
  const served = (await keptGroups(root)).filter(({ cache }) => names.has(cache)).map(({ group }) => group);
  if (!groups.every((group) => served.includes(group)))
    throw new Fault("corrupt", "The site gives the worker of another edition than its list of copies.");
};
