// @ts-check
// Starts Python in a worker and passes text to it and back. Knows no rule and no fact.

import { asFault, Fault } from "./fault.js";
import { getBytes, getModule } from "./files.js";
import { isFromDisk, mayFetch } from "./from-disk.js";
import { Watchdog } from "./watchdog.js";
import { needWebAssembly } from "./webassembly.js";

/** @typedef {import("./files.js").File} File */
/** @typedef {{worker: File, wasm: File, library?: File, snapshot?: File}} EngineFiles */
/** @typedef {{loaded: number, total: number}} Progress In bytes, unpacked. */
/** @typedef {{ask: (request: string) => Promise<string>, stop: () => void}} Engine */
/** @typedef {{files: EngineFiles, onProgress?: (progress: Progress) => void, timeout?: number}} Options */
/** @typedef {{resolve: (reply: string) => void, reject: (error: Fault) => void}} Waiting */

const PATIENCE = 20_000;

/**
 * Starts Python in a worker and waits until it answers. Every failure is a Fault, and can be tried again: nothing is left over.
 * `timeout` is how many milliseconds may pass, here or later, with no sign of life.
 *
 * Where the files are on this device already, Python's memory after a start is loaded instead of its library: it weighs four
 * times as much and takes half the time. Where that fails in any way, the library is what it starts from.
 * @param {Options} options
 * @returns {Promise<Engine>}
 */
export const startEngine = async (options) => {
  const { library, snapshot, ...files } = options.files;
  const fromLibrary = () => startFrom({ ...options, files: { ...files, library } });
  if (!snapshot || !(await isHere(snapshot))) return fromLibrary();
  return startFrom({ ...options, files: { ...files, snapshot } }).catch(fromLibrary);
};

/** Tells whether a file comes from this device: from its disk, or from the service worker, which keeps it. @param {File} file */
const isHere = async ({ address }) => {
  if (isFromDisk) return true;
  try {
    if (!navigator.serviceWorker?.controller) return false; // after a forced reload all comes from the network, kept or not
    return Boolean(await caches.match(new URL(address, document.baseURI)));
  } catch {
    return false; // no storage here, or none that may be looked at
  }
};

/** Fetches the files side by side and starts Python from them. @param {Options} options @returns {Promise<Engine>} */
const startFrom = async ({ files, onProgress = () => {}, timeout = PATIENCE }) => {
  const over = new AbortController();
  const options = countAll(files, onProgress, { signal: over.signal, patience: timeout });
  /** @type {Promise<Worker> | undefined} */
  let starting;
  try {
    await needWebAssembly();
    starting = getBytes(files.worker, options("worker")).then((source) => startWorker(source, files.worker, timeout));
    const memory = files.snapshot ? "snapshot" : "library";
    const [worker, module, bytes] = await Promise.all([
      starting,
      getModule(files.wasm, options("wasm")),
      getBytes(/** @type {File} */ (files[memory]), options(memory)),
    ]);
    await heard(worker, "ready", timeout, () => worker.postMessage({ module, [memory]: bytes }, [bytes]));
    return connect(worker, timeout);
  } catch (error) {
    over.abort();
    starting?.then((worker) => worker.terminate()).catch(() => {});
    throw asFault(error);
  }
};

/**
 * Gives the options for each file, so that all are counted together.
 * @param {EngineFiles} files
 * @param {(progress: Progress) => void} tell
 * @param {import("./files.js").Options} shared
 */
const countAll = (files, tell, shared) => {
  const total = Object.values(files).reduce((sum, file) => sum + (file?.size ?? 0), 0);
  /** @type {Record<string, number>} */
  const arrived = {};
  return (/** @type {keyof EngineFiles} */ name) => ({
    ...shared,
    onBytes: (/** @type {number} */ bytes) => {
      arrived[name] = Math.max(bytes, arrived[name] ?? 0); // a file that is fetched again does not count backwards
      tell({ loaded: Object.values(arrived).reduce((sum, size) => sum + size), total });
    },
  });
};

/**
 * Starts a worker from bytes that were checked, as a page that may fetch nothing has to; or, where a policy allows workers from the
 * site's own addresses only, from there.
 * @type {(source: ArrayBuffer, file: File, timeout: number) => Promise<Worker>}
 */
const startWorker = async (source, { address }, timeout) => {
  const made = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  try {
    return await openWorker(made, timeout);
  } catch (fault) {
    if (!mayFetch) throw fault; // no other address would do
    return await openWorker(new URL(address, document.baseURI).href, timeout);
  } finally {
    URL.revokeObjectURL(made);
  }
};

/** @type {(address: string, timeout: number) => Promise<Worker>} */
const openWorker = async (address, timeout) => {
  /** @type {Worker | undefined} */
  let worker;
  try {
    worker = new Worker(address);
    await heard(worker, "alive", timeout);
    return worker;
  } catch (error) {
    worker?.terminate();
    throw error instanceof Fault ? error : new Fault("worker-refused", String(error));
  }
};

/**
 * Waits until a starting worker says a word.
 * @param {Worker} worker
 * @param {"alive" | "ready"} word
 * @param {number} timeout
 * @param {() => void} [ask] Asked first.
 */
const heard = (worker, word, timeout, ask = () => {}) =>
  new Watchdog(timeout).over(
    new Promise((resolve, reject) => {
      worker.onerror = ({ message }) => reject(new Fault("worker-refused", message || "A worker was refused."));
      worker.onmessageerror = () => reject(new Fault("other", "A message could not be read."));
      worker.onmessage = ({ data }) => {
        if (data.failed) reject(new Fault(data.failed.reason, data.failed.detail));
        if (data[word]) resolve(undefined);
      };
      ask();
    }),
  );

/** @type {(worker: Worker, timeout: number) => Engine} */
const connect = (worker, timeout) => {
  /** @type {Map<number, Waiting>} */
  const waiting = new Map();
  /** @type {Fault | undefined} */
  let ended;
  let last = 0;

  /** @type {(fault: Fault) => void} */
  const end = (fault) => {
    worker.terminate();
    ended ??= fault;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.onerror = (event) => end(new Fault("other", event.message));
  worker.onmessageerror = () => end(new Fault("other", "A message could not be read."));
  worker.onmessage = ({ data }) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ("error" in data) asked?.reject(new Fault("other", data.error));
    else asked?.resolve(data.reply);
  };

  /** @type {Engine["ask"]} */
  const ask = async (request) => {
    if (ended) throw ended;
    last += 1;
    const id = last;
    /** @type {Promise<string>} */
    const reply = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    worker.postMessage({ id, request });
    return new Watchdog(timeout).over(reply).catch((fault) => {
      if (fault.reason === "too-slow") end(fault); // a worker that is stuck answers nothing that comes after, either
      throw fault;
    });
  };
  return { ask, stop: () => end(new Fault("other", "It was stopped.")) };
};
