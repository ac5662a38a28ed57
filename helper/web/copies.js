// @ts-check
// Keep a copy on this device, see how old it is, remove it. Stores nothing before the reader asks, and all of it can be taken away.

import { LOOKING, sentence, stateOf, total } from "./copies-words.js";
import { fetchEdition, needAnswers, needWorker, startWorker } from "./copies-site.js";
import { alone, clearUseless, keep, keptGroups, reasonOf, remove } from "./copy.js";
import { isFromDisk } from "./from-disk.js";
import { showKept } from "./not-kept.js";
import { registration, root } from "./place.js";
import { sayIn } from "./telling.js";

/** @typedef {import("./copy.js").Edition} Edition */
/** @typedef {import("./copy.js").Kept} Kept */
/** @typedef {{$row: HTMLElement, ids: string[]}} Row The partnerships that it is about. */

const $copies = /** @type {HTMLElement | null} */ (document.querySelector("[data-copies]"));
/** @type {Row[]} */
const rows = [...document.querySelectorAll("[data-copy]")].map((found) => {
  const $row = /** @type {HTMLElement} */ (found);
  return { $row, ids: ($row.dataset.copy ?? "").split(" ") };
});
/** What the site offers now; not known while there is no network. @type {Edition | undefined} */
let offered;
/** The site has not answered yet what it offers. */
let isLooking = false;
/** What is being made; only one thing at a time. @type {AbortController | undefined} */
let making;

/** @type {($in: HTMLElement, name: string) => HTMLElement} */
const $ = ($in, name) => /** @type {HTMLElement} */ ($in.querySelector(`[data-${name}]`));

/** What stands in the way of any copy, by the name of its paragraph on the page. */
const obstacle = () => {
  if (isFromDisk) return "disk";
  if (!isSecureContext) return "insecure";
  if (window.top !== window) return "framed";
  try {
    return navigator.serviceWorker && caches && navigator.locks ? "" : "unsupported";
  } catch {
    return "unsupported";
  }
};

const refresh = async () => {
  const kept = await keptGroups(root);
  const isAnswered = Boolean((await registration())?.active);
  for (const { $row, ids } of rows) {
    const { text, canKeep, canRemove, isOld } = stateOf(ids, kept, { offered, isLooking, isAnswered });
    $($row, "state").textContent = text;
    $($row, "keep").hidden = !canKeep || Boolean(making);
    $($row, "remove").hidden = !canRemove || Boolean(making);
    $($row, "keep-verb").textContent = isOld ? "Bring it up to date" : "Keep a copy on this device";
  }
  const promised = await navigator.storage.persisted?.();
  if ($copies) $($copies, "total").textContent = total(kept, promised);
};

/** @type {(row: Row, signal: AbortSignal) => Promise<void>} */
const keepAll = async ({ $row, ids }, signal) => {
  const edition = (offered = await fetchEdition(signal));
  await needWorker(signal);
  const asked = [...edition.always, ...ids];
  $($row, "bytes").textContent = "Waiting for another tab …";
  const wanted = (/** @type {string[]} */ kept) => {
    $($row, "bytes").textContent = "";
    return [...kept, ...asked];
  };
  const made = await keep(root, edition, wanted, { signal, onBytes: bytesShown($row) });
  try {
    $($row, "cancel").hidden = true; // all of it is here
    signal.throwIfAborted();
    await needAnswers(await startWorker(), asked);
  } catch (error) {
    await Promise.all(made.map((name) => caches.delete(name)));
    throw error;
  }
};

/** Shows the bytes as they arrive; by ear only each quarter. @type {($row: HTMLElement) => (bytes: number, size: number) => void} */
const bytesShown = ($row) => {
  const $bar = /** @type {HTMLProgressElement} */ ($row.querySelector("progress"));
  let quarter = 0;
  return (bytes, size) => {
    $bar.value = bytes / size;
    $($row, "bytes").textContent = `${(bytes / 1e6).toFixed(1)} of ${(size / 1e6).toFixed(1)} megabytes`;
    if (Math.floor((4 * bytes) / size) === quarter || bytes >= size) return;
    quarter = Math.floor((4 * bytes) / size);
    sayIn($($row, "said"), `${25 * quarter} % is here.`);
  };
};

/** Does something to a row, and says how it ended. @type {(row: Row, done: string, work: () => Promise<unknown>) => Promise<void>} */
const change = async ({ $row }, done, work) => {
  sayIn($($row, "said"));
  /** @type {string} */
  let said = done;
  await work().catch((error) => (said = sentence(reasonOf(error))));
  making = undefined;
  $($row, "work").hidden = true;
  await refresh().catch(() => {}); // how it ended is said even where the browser no longer tells what it holds
  sayIn($($row, "said"), said);
  const $next = [$($row, "keep"), $($row, "remove")].find(($one) => !$one.hidden);
  const $focus = document.activeElement;
  // The button that was pressed is gone; who has gone on to something else meanwhile is left there.
  if ($focus === document.body || $row.contains($focus)) $next?.focus();
};

/** @param {Row} row */
const onKeep = async (row) => {
  making = new AbortController();
  const { signal } = making;
  const $bar = /** @type {HTMLProgressElement} */ (row.$row.querySelector("progress"));
  $bar.value = 0;
  $(row.$row, "bytes").textContent = LOOKING;
  $(row.$row, "work").hidden = false;
  $(row.$row, "cancel").hidden = false;
  $(row.$row, "cancel").focus();
  await refresh().catch(() => {}); // the copy itself will say what is wrong
  navigator.storage.persist?.().catch(() => {}); // a wish: some browsers ask the reader, some decide by themselves
  await change(row, "Done. It is on this device now and works with no network.", () => keepAll(row, signal));
};

/** @param {Row} row */
const onRemove = (row) =>
  change(row, "It is no longer on this device.", async () => {
    const all = rows.flatMap(({ ids }) => ids);
    if (await remove(root, row.ids, all)) await (await registration())?.unregister();
  });

/** Takes away what a tab that was closed in the middle left, and the worker where nothing is left for it. */
const clear = async () => {
  const limit = new AbortController();
  setTimeout(() => limit.abort(), 1000); // another tab is making one
  const clearAll = async () => (await clearUseless(root)) && (await registration())?.unregister();
  await alone(root, limit.signal, clearAll).catch(() => {});
};

/** Asks the site what it offers, and for the worker where a tab was closed before it could answer. */
const look = async () => {
  isLooking = navigator.onLine;
  await refresh(); // what is kept can be seen and removed, whatever the network does
  if (isLooking) offered = await fetchEdition().catch(() => undefined);
  isLooking = false;
  await refresh();
  const needsWorker = !making && (await keptGroups(root)).length && !(await registration())?.active;
  if (needsWorker) await startWorker().then(refresh, () => {}); // the page says already that it does not answer
};

const start = async () => {
  await clear();
  for (const row of rows) {
    $(row.$row, "keep").addEventListener("click", () => onKeep(row));
    $(row.$row, "remove").addEventListener("click", () => onRemove(row));
    $(row.$row, "cancel").addEventListener("click", () => making?.abort());
  }
  // Another tab may have kept or removed something meanwhile.
  document.addEventListener("visibilitychange", () => document.hidden || refresh().catch(() => {}));
  await look();
};

/** @param {string} name */
const showObstacle = (name) => {
  for (const $one of document.querySelectorAll("[data-copy], [data-with-buttons]"))
    /** @type {HTMLElement} */ ($one).hidden = true;
  for (const $one of document.querySelectorAll("[data-obstacle]"))
    /** @type {HTMLElement} */ ($one).hidden = /** @type {HTMLElement} */ ($one).dataset.obstacle !== name;
};

if ($copies) {
  const name = obstacle();
  if (name) showObstacle(name);
  else start().catch(() => showObstacle("unsupported")); // a browser may have the means and still refuse to open them
}
showKept();
