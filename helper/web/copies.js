// @ts-check
// Keep a copy on this device, see how old it is, remove it. Stores nothing before the reader asks, and all of it can be taken away.

import { sentence, stateOf, total } from "./copies-words.js";
import { alone, clearHalves, keep, keptGroups, reasonOf, remove } from "./copy.js";
import { Fault } from "./fault.js";
import { showKept } from "./not-kept.js";
import { registration, root } from "./place.js";

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
/** What is being made; only one thing at a time. @type {AbortController | undefined} */
let making;

/** @type {($in: HTMLElement, name: string) => HTMLElement} */
const $ = ($in, name) => /** @type {HTMLElement} */ ($in.querySelector(`[data-${name}]`));

/** What stands in the way of any copy, by the name of its paragraph on the page. */
const obstacle = () => {
  if (location.protocol === "file:") return "disk";
  if (!isSecureContext) return "insecure";
  if (window.top !== window) return "framed";
  try {
    return navigator.serviceWorker && caches && navigator.locks ? "" : "unsupported";
  } catch {
    return "unsupported";
  }
};

const readEdition = async () => {
  const answer = await fetch(`${root}assets/copies.json`, { cache: "no-cache", signal: making?.signal });
  if (!answer.ok) throw new Fault("missing-file", `The list of copies answered ${answer.status}.`);
  offered = await answer.json();
  return /** @type {Edition} */ (offered);
};

const refresh = async () => {
  const kept = await keptGroups(root);
  for (const { $row, ids } of rows) {
    const { text, canKeep, canRemove, isOld } = stateOf(ids, kept, offered);
    $($row, "state").textContent = text;
    $($row, "keep").hidden = !canKeep || Boolean(making);
    $($row, "remove").hidden = !canRemove || Boolean(making);
    $($row, "keep-verb").textContent = isOld ? "Bring it up to date" : "Keep a copy on this device";
  }
  const promised = await navigator.storage.persisted?.();
  if ($copies) $($copies, "total").textContent = total(kept, promised);
};

/** Has the worker of the newest edition answer from now on. */
const startWorker = async () => {
  const found = await navigator.serviceWorker.register(`${root}service-worker.js`, { scope: root });
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
};

/** @type {(row: Row, signal: AbortSignal) => Promise<void>} */
const keepAll = async ({ $row, ids }, signal) => {
  const edition = await readEdition();
  const wanted = new Set([...edition.always, ...(await keptGroups(root)).map(({ group }) => group), ...ids]);
  const groups = [...wanted].filter((group) => edition.groups[group]);
  const made = await keep(root, edition, groups, { signal, onBytes: bytesShown($row) });
  try {
    await startWorker();
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
    $($row, "bytes").textContent = `${(bytes / 1e6).toFixed(1)} of ${(size / 1e6).toFixed(1)} MB`;
    if (Math.floor((4 * bytes) / size) === quarter || bytes >= size) return;
    quarter = Math.floor((4 * bytes) / size);
    $($row, "said").textContent = `${25 * quarter} % is here.`;
  };
};

/** Does something to a row, and says how it ended. @type {(row: Row, done: string, work: () => Promise<unknown>) => Promise<void>} */
const change = async ({ $row }, done, work) => {
  $($row, "said").textContent = "";
  /** @type {string} */
  let said = done;
  await work().catch((error) => (said = sentence(reasonOf(error))));
  making = undefined;
  $($row, "work").hidden = true;
  await refresh();
  $($row, "said").textContent = said;
  const $next = [$($row, "keep"), $($row, "remove")].find(($one) => !$one.hidden);
  $next?.focus(); // the button that was pressed is gone
};

/** @param {Row} row */
const onKeep = async (row) => {
  making = new AbortController();
  const { signal } = making;
  const $bar = /** @type {HTMLProgressElement} */ (row.$row.querySelector("progress"));
  $bar.value = 0;
  $(row.$row, "bytes").textContent = "";
  $(row.$row, "work").hidden = false;
  $(row.$row, "cancel").focus();
  await refresh();
  navigator.storage.persist?.().catch(() => {}); // a wish: some browsers ask the reader, some decide by themselves
  await change(row, "Done. It is on this device now and works with no network.", () => keepAll(row, signal));
};

/** @param {Row} row */
const onRemove = (row) =>
  change(row, "It is no longer on this device.", async () => {
    const all = rows.flatMap(({ ids }) => ids);
    if (await remove(root, row.ids, all)) await (await registration())?.unregister();
  });

const start = async () => {
  await alone(root, AbortSignal.timeout(1000), () => clearHalves(root)).catch(() => {}); // another tab is making one
  for (const row of rows) {
    $(row.$row, "keep").addEventListener("click", () => onKeep(row));
    $(row.$row, "remove").addEventListener("click", () => onRemove(row));
    $(row.$row, "cancel").addEventListener("click", () => making?.abort());
  }
  if (navigator.onLine) await readEdition().catch(() => {}); // without, what is kept can still be seen and removed
  await refresh();
};

/** @param {string} name */
const showObstacle = (name) => {
  for (const { $row } of rows) $row.hidden = true;
  for (const $one of document.querySelectorAll("[data-obstacle]"))
    /** @type {HTMLElement} */ ($one).hidden = /** @type {HTMLElement} */ ($one).dataset.obstacle !== name;
};

if ($copies) {
  const name = obstacle();
  if (name) showObstacle(name);
  else start().catch(() => showObstacle("unsupported")); // a browser may have the means and still refuse to open them
}
showKept();
