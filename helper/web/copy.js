// @ts-check
// Copies of the site on this device: what is kept, keeping more, taking it away. Runs in the page and in the service worker.
//
// Each group of files (what all pages share, the engine, each partnership) has a cache of its own, named after the list of its
// files: so a cache never mixes two editions of the site, and two editions in which a group is the same have it once.
// A group is kept once its cache holds the mark, which is written last: so half a copy is told from a whole one.

import { Fault } from "./fault.js";
import { getBytes } from "./files.js";

/** @typedef {import("./files.js").File} File */
/** @typedef {File & {type: string}} Typed `type` is what a browser has to be told it is. */
/** @typedef {{size: number, list: File}} Group How many bytes its files have, and where they are listed. */
/** @typedef {{edition: string, built: string, always: string[], groups: Record<string, Group>}} Edition One build of the site; `always` are the groups that every copy needs. */
/** @typedef {{group: string, list: string, built: string, made: string, size: number}} Mark `list` is the hash of its list; `made` is when, as a date in text. */
/** @typedef {Mark & {cache: string}} Kept */
/** @typedef {{onBytes?: (bytes: number, size: number) => void, signal?: AbortSignal}} Options `onBytes` is told how many bytes are there so far, and of how many. */
/** @typedef {"full" | "refused" | "corrupt" | "network" | "cancelled" | "withheld"} Reason */

/** The groups that are of no use without a partnership. */
const COMMON = ["shared", "engine"];
const HASH = "X-Content-SHA256";
const AT_ONCE = 4;
/** What errors mean here, by their names. @type {Record<string, Reason>} */
const REASONS = { AbortError: "cancelled", QuotaExceededError: "full", TypeError: "network", Withheld: "withheld" };
/** What describes how the bytes travelled, not what they are. */
const OF_THE_WAY = ["Content-Encoding", "Content-Length", "Transfer-Encoding", "Vary"];

/** @type {(root: string) => string} */
const family = (root) => `escalation-guide ${root} `;
/** @type {(root: string) => string} */
const mark = (root) => `${root}assets/copies/kept`;
/** @type {(root: string, edition: Edition, group: string) => string} */
const cacheOf = (root, { groups }, group) => `${family(root)}${groups[group].list.sha256.slice(0, 16)} ${group}`;

/** The names of this site's caches; `root` is the address of the whole site. @param {string} root */
export const ownCaches = async (root) => (await caches.keys()).filter((name) => name.startsWith(family(root)));

/** The names of the caches of an edition, kept or not. @type {(root: string, edition: Edition) => Set<string>} */
export const cachesOf = (root, edition) =>
  new Set(Object.keys(edition.groups).map((group) => cacheOf(root, edition, group)));

/** What is kept, whole groups only. @param {string} root @returns {Promise<Kept[]>} */
export const keptGroups = async (root) => {
  const names = await ownCaches(root);
  const marks = await Promise.all(names.map((cacheName) => caches.match(mark(root), { cacheName })));
  const kept = marks.map(async (found, at) => found && { ...(await found.json()), cache: names[at] });
  return (await Promise.all(kept)).filter(Boolean);
};

/** Whoever runs the site offers no copies. */
export class Withheld extends Error {
  name = "Withheld";
}

/** Why it could not be kept, for a program. @param {unknown} error @returns {Reason} */
export const reasonOf = (error) => {
  if (error instanceof Fault) return error.reason === "corrupt" ? "corrupt" : "network";
  const { name = "" } = /** @type {Error} */ (error ?? {});
  return REASONS[name] ?? "refused";
};

/**
 * Keeps groups of an edition: what is unchanged is taken from an earlier edition, the rest is fetched and held against its hash.
 * Where it ends early, nothing that it began is left; an earlier edition stays whole in any case.
 * @param {string} root
 * @param {Edition} edition
 * @param {(kept: string[]) => string[]} wanted Which groups, told by those that are kept once it is this one's turn: what is removed before that stays away.
 * @param {Options} [options]
 * @returns {Promise<string[]>} The caches it made.
 */
export const keep = (root, edition, wanted, options = {}) =>
  alone(root, options.signal, async () => {
    const kept = await keptGroups(root);
    const groups = new Set(wanted(kept.map(({ group }) => group)).filter((group) => edition.groups[group]));
    const missing = [...groups].filter((group) => !kept.some(({ cache }) => cache === cacheOf(root, edition, group)));
    const names = missing.map((group) => cacheOf(root, edition, group));
    const size = missing.reduce((sum, group) => sum + edition.groups[group].size, 0);
    await clearHalves(root, names); // what is left of these may be of use
    await needRoom(size);
    let before = 0;
    try {
      for (const group of missing) {
        const onBytes = (/** @type {number} */ bytes) => options.onBytes?.(before + bytes, size);
        await keepGroup(root, edition, group, { ...options, onBytes });
        before += edition.groups[group].size;
      }
    } catch (error) {
      await Promise.all(names.map((name) => caches.delete(name)));
      throw error;
    }
    return names;
  });

/**
 * Takes partnerships away, of every edition. Where none is left, of `all` there are, everything goes.
 * @type {(root: string, groups: string[], all: string[]) => Promise<boolean>} Whether everything is gone.
 */
export const remove = (root, groups, all) =>
  alone(root, undefined, async () => {
    const left = (await keptGroups(root)).filter(({ group }) => all.includes(group) && !groups.includes(group));
    const goes = (/** @type {string} */ name) => !left.length || groups.some((group) => name.endsWith(` ${group}`));
    await Promise.all((await ownCaches(root)).filter(goes).map((name) => caches.delete(name)));
    return !left.length;
  });

/** Takes away what a tab or a worker left half done, when it was closed in the middle; not `but` some. @param {string} root @param {string[]} [but] */
const clearHalves = async (root, but = []) => {
  const whole = (await keptGroups(root)).map(({ cache }) => cache);
  const halves = (await ownCaches(root)).filter((name) => ![...whole, ...but].includes(name));
  await Promise.all(halves.map((name) => caches.delete(name)));
};

/**
 * Takes away halves, and all the rest where no partnership is kept with it: a tab was closed before it came to one.
 * A partnership that the site no longer has counts too.
 * @param {string} root
 * @returns {Promise<boolean>} Whether nothing is left.
 */
export const clearUseless = async (root) => {
  await clearHalves(root);
  if ((await keptGroups(root)).some(({ group }) => !COMMON.includes(group))) return false;
  await Promise.all((await ownCaches(root)).map((name) => caches.delete(name)));
  return true;
};

/** One at a time, in whatever tab or worker. @template T @param {string} root @param {AbortSignal | undefined} signal @param {() => Promise<T>} work @returns {Promise<T>} */
export const alone = (root, signal, work) => navigator.locks.request(family(root), { signal }, work);

/** Says beforehand that there is no room, rather than after megabytes. @param {number} size */
const needRoom = async (size) => {
  const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  if (quota - usage < size) throw new DOMException("There is not enough room.", "QuotaExceededError");
};

/** @type {(root: string, edition: Edition, group: string, options: {onBytes: (bytes: number) => void, signal?: AbortSignal}) => Promise<void>} */
const keepGroup = async (root, edition, group, { onBytes, signal }) => {
  const { size, list } = edition.groups[group];
  const earlier = (await ownCaches(root)).filter((name) => name.endsWith(` ${group}`));
  const cache = await caches.open(cacheOf(root, edition, group));
  const bytes = await getBytes({ ...list, address: root + list.address }, { signal });
  /** @type {Typed[]} */
  const files = JSON.parse(new TextDecoder().decode(bytes));
  const count = counter(onBytes);
  await each(files, signal, async (file, signal) => {
    const address = root + file.address;
    const known = await unchanged(earlier, address, file.sha256);
    await cache.put(address, known ?? (await fetched({ ...file, address }, count(), signal)));
    if (known) count()(file.size);
  });
  /** @type {Mark} */
  const made = { group, list: list.sha256, built: edition.built, made: new Date().toISOString(), size };
  await cache.put(mark(root), new Response(JSON.stringify(made), { headers: { "Content-Type": "application/json" } }));
};

/** Adds up what several files tell of themselves, each as often as it likes; one that is fetched again does not count backwards. @param {(sum: number) => void} tell */
const counter = (tell) => {
  let sum = 0;
  return () => {
    let last = 0;
    return (/** @type {number} */ arrived) => {
      const most = Math.max(last, arrived);
      sum += most - last;
      last = most;
      tell(sum);
    };
  };
};

/** Works on some at once; the first that fails ends the others. @template T @param {T[]} all @param {AbortSignal | undefined} outer @param {(one: T, signal: AbortSignal) => Promise<void>} work */
const each = async (all, outer, work) => {
  const controller = new AbortController();
  const end = () => controller.abort(outer?.reason);
  outer?.addEventListener("abort", end);
  const waiting = all.values();
  const worker = async () => {
    for (const one of waiting) {
      controller.signal.throwIfAborted();
      await work(one, controller.signal);
    }
  };
  const workers = Array.from({ length: AT_ONCE }, () => worker());
  for (const one of workers) one.catch((error) => controller.abort(error));
  const ended = await Promise.allSettled(workers);
  outer?.removeEventListener("abort", end);
  if (ended.some(({ status }) => status === "rejected")) throw controller.signal.reason;
};

/** @type {(names: string[], address: string, sha256: string) => Promise<Response | undefined>} */
const unchanged = async (names, address, sha256) => {
  for (const cacheName of names) {
    const found = await caches.match(address, { cacheName });
    if (found?.headers.get(HASH) === sha256) return found;
  }
};

/** @type {(file: Typed, onBytes: (arrived: number) => void, signal: AbortSignal) => Promise<Response>} */
const fetched = async (file, onBytes, signal) => {
  let headers = new Headers();
  // What the server says of a page, such as its security policy, stays with the page.
  const onAnswer = (/** @type {Response} */ answer) => (headers = new Headers(answer.headers));
  const bytes = await getBytes(file, { onBytes, signal, onAnswer });
  for (const name of OF_THE_WAY) headers.delete(name);
  headers.set("Content-Type", file.type);
  headers.set(HASH, file.sha256);
  return new Response(bytes, { headers });
};
