// @ts-check
// When an earlier edition of the kept copies may go: once no tab is open that was open when this edition took over.

import { cachesOf, keptGroups, ownCaches } from "./copy.js";

/** @typedef {import("./copy.js").Edition} Edition */
/** @typedef {{get: (id: string) => Promise<unknown>, matchAll: (options: object) => Promise<{id: string}[]>}} Tabs */
/** @typedef {{caches: string[], tabs: string[]}} Note Which caches are of earlier editions, and which tabs may still need them. */

/** The note stands in the newest cache of the edition. @type {(root: string) => string} */
const noteIn = (root) => `${root}assets/copies/earlier`;

/** @type {(root: string, edition: Edition, tabs: Tabs) => Promise<void>} */
export const noteOpenTabs = async (root, edition, tabs) => {
  const kept = (await keptGroups(root)).sort((one, other) => (one.made < other.made ? 1 : -1));
  const names = cachesOf(root, edition);
  const newest = kept.find(({ cache }) => names.has(cache));
  if (!newest) return;
  // What was made later than this edition is newer than it: another worker is about to take over with that.
  const earlier = kept.filter(({ cache, made }) => !names.has(cache) && made < newest.made);
  const open = await tabs.matchAll({ type: "window", includeUncontrolled: true });
  /** @type {Note} */
  const note = { caches: earlier.map(({ cache }) => cache), tabs: open.map(({ id }) => id) };
  await (await caches.open(newest.cache)).put(noteIn(root), new Response(JSON.stringify(note)));
};

/** Takes earlier editions away once nobody needs them. @type {(root: string, edition: Edition, tabs: Tabs) => Promise<void>} */
export const tidy = async (root, edition, tabs) => {
  const names = cachesOf(root, edition);
  for (const name of (await ownCaches(root)).filter((one) => names.has(one))) {
    const found = await caches.match(noteIn(root), { cacheName: name });
    if (!found) continue;
    /** @type {Note} */
    const note = await found.json();
    const open = await Promise.all(note.tabs.map((id) => tabs.get(id)));
    if (open.some(Boolean)) continue;
    // An edition that takes a change back has caches again that were noted as earlier.
    await Promise.all(note.caches.filter((one) => !names.has(one)).map((one) => caches.delete(one)));
    await (await caches.open(name)).delete(noteIn(root));
  }
};
