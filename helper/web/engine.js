// @ts-check
// Starts Python in a worker and passes text to it and back. Knows no rule and no fact.

/** @typedef {"wasm-refused" | "missing-file" | "corrupt" | "too-slow" | "worker-refused" | "other"} Reason */
/** @typedef {{loaded: number, total: number}} Progress In bytes, unpacked. */
/** @typedef {{ask: (request: string) => Promise<string>, stop: () => void}} Engine */
/** @typedef {{resolve: (reply: string) => void, reject: (error: EngineError) => void}} Waiting */

/** @type {Record<Reason, string>} */
const SENTENCES = {
  "wasm-refused": "This browser, or the organisation that manages it, has switched WebAssembly off.",
  "missing-file": "A file that the helper needs could not be fetched.",
  corrupt: "A file that the helper needs did not arrive whole.",
  "too-slow": "The connection or this device is too slow at the moment.",
  "worker-refused": "This browser did not let the helper start in the background.",
  other: "The helper stopped for a reason that it does not know.",
};

/** Why there is no answer: `reason` for a program, `message` for the reader, `detail` for whoever mends it. */
export class EngineError extends Error {
  /**
   * @param {Reason} reason
   * @param {string} [detail]
   */
  constructor(reason, detail = "") {
    super(SENTENCES[reason]);
    this.name = "EngineError";
    this.reason = reason;
    this.detail = detail;
  }
}

/** @type {() => Worker} */
const newWorker = () => {
  try {
    return new Worker(new URL("worker.js", import.meta.url));
  } catch (error) {
    throw new EngineError("worker-refused", String(error));
  }
};

/**
 * Starts a worker and waits until it answers; `timeout` is how many milliseconds it may show no progress.
 * @param {{base: string, onProgress?: (progress: Progress) => void, timeout?: number}} options
 * @returns {Promise<Engine>}
 */
export const startEngine = async ({ base, onProgress = () => {}, timeout = 20_000 }) => {
  const worker = newWorker();
  try {
    await started(worker, new URL(base, document.baseURI).href, onProgress, timeout);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return connect(worker);
};

/** @type {(worker: Worker, base: string, onProgress: (progress: Progress) => void, timeout: number) => Promise<void>} */
const started = (worker, base, onProgress, timeout) =>
  new Promise((resolve, reject) => {
    /** @type {(error?: EngineError) => void} */
    const settle = (error) => {
      clearTimeout(watchdog);
      if (error) reject(error);
      else resolve();
    };
    // A last resort: whatever hangs without a word is ended here.
    const tooSlow = () => settle(new EngineError("too-slow", `No progress for ${timeout} ms.`));
    let watchdog = setTimeout(tooSlow, timeout);
    worker.onerror = (event) => settle(new EngineError("worker-refused", event.message));
    worker.onmessageerror = () => settle(new EngineError("other", "A message could not be read."));
    worker.onmessage = ({ data }) => {
      if (data.ready) return settle();
      if (data.failed) return settle(new EngineError(data.failed.reason, data.failed.message));
      clearTimeout(watchdog);
      watchdog = setTimeout(tooSlow, timeout);
      onProgress(data.progress);
    };
    worker.postMessage({ base: base.endsWith("/") ? base : `${base}/` });
  });

/** @type {(worker: Worker) => Engine} */
const connect = (worker) => {
  /** @type {Map<number, Waiting>} */
  const waiting = new Map();
  /** @type {EngineError | undefined} */
  let ended;
  let last = 0;

  /** @type {(detail: string) => void} */
  const end = (detail) => {
    worker.terminate();
    ended = new EngineError("other", detail);
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.onerror = (event) => end(event.message);
  worker.onmessageerror = () => end("A message could not be read.");
  worker.onmessage = ({ data }) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ("error" in data) asked?.reject(new EngineError("other", data.error));
    else asked?.resolve(data.reply);
  };

  /** @type {Engine["ask"]} */
  const ask = (request) =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, request });
    });
  return { ask, stop: () => end("It was stopped.") };
};
