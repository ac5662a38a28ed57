// @ts-check
// Fetches a file of the site and holds it against the hash that was fixed when the site was built.
//
// What arrives cut short or changed is fetched once more, past every cache. Whatever goes wrong is a Fault, within seconds.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesFromScript } from "./data-scripts.js";
import { Fault } from "./fault.js";
import { mayFetch } from "./from-disk.js";
import { Watchdog } from "./watchdog.js";

/** @typedef {{address: string, size: number, sha256: string}} File The address begins at the page; the size is in bytes, unpacked. */
/**
 * @typedef {object} Options
 * @property {(arrived: number) => void} [onBytes] Told how many bytes have arrived so far.
 * @property {(answer: Response) => void} [onAnswer] Told what the server answered, before its bytes arrive.
 * @property {AbortSignal} [signal] Ends it from outside.
 * @property {boolean} [asScript] Whether it is published as a script alone.
 * @property {number} [patience] How many milliseconds may pass in which nothing arrives.
 */

const PATIENCE = 20_000;

/** Gives a file's bytes, as they were published. @param {File} file @param {Options} [options] */
export const getBytes = (file, options = {}) => twice((cache) => bytesOf(file, cache, options));

/** Gives a file as compiled WebAssembly, compiled while it arrives. @param {File} file @param {Options} [options] */
export const getModule = (file, options = {}) =>
  twice(async (cache) => {
    if (!mayFetch) return WebAssembly.compile(await bytesOf(file, cache, options));
    /** @type {Promise<WebAssembly.Module> | undefined} */
    let compiled;
    // Named again, because many servers do not know the type that WebAssembly must have.
    const headers = { "Content-Type": "application/wasm" };
    const bytes = await bytesOf(file, cache, options, (body) => {
      const [first, second] = body.tee();
      compiled = WebAssembly.compileStreaming(new Response(first, { headers }));
      compiled.catch(() => {}); // told below, once it is known whether the bytes are right
      return second;
    });
    return compiled ?? WebAssembly.compile(bytes);
  });

/** @template T @param {(cache: RequestCache) => Promise<T>} attempt @returns {Promise<T>} */
const twice = async (attempt) => {
  try {
    return await attempt("default");
  } catch (error) {
    if (!(error instanceof Fault && error.reason === "corrupt")) throw error;
    return attempt("reload");
  }
};

/**
 * @param {File} file
 * @param {RequestCache} cache
 * @param {Options} options
 * @param {(body: ReadableStream<Uint8Array>) => ReadableStream<Uint8Array>} [watch] Sees the bytes pass before they are checked.
 */
const bytesOf = async (file, cache, options, watch = (body) => body) => {
  const watchdog = new Watchdog(options.patience ?? PATIENCE, options.signal);
  const fromNetwork = async () => {
    const answer = await answerOf(file, cache, watchdog.signal);
    options.onAnswer?.(answer);
    return collect(file, watch(answer.body ?? new Blob([]).stream()), (arrived) => {
      watchdog.alive();
      options.onBytes?.(arrived);
    });
  };
  const isScript = options.asScript || !mayFetch;
  const bytes = await (isScript ? bytesFromScript(file, watchdog) : watchdog.over(fromNetwork()));
  await verify(file, bytes);
  options.onBytes?.(file.size);
  return bytes;
};

/** @type {(file: File, cache: RequestCache, signal: AbortSignal) => Promise<Response>} */
const answerOf = async ({ address }, cache, signal) => {
  const base = globalThis.document?.baseURI ?? location.href; // a service worker has no document
  const answer = await fetch(new URL(address, base), { cache, signal }).catch((error) => {
    throw new Fault("missing-file", `${address} could not be fetched: ${error}`);
  });
  if (!answer.ok) throw new Fault("missing-file", `${address} answered ${answer.status}.`);
  return answer;
};

/** @type {(file: File, body: ReadableStream<Uint8Array>, count: (arrived: number) => void) => Promise<ArrayBuffer>} */
const collect = async ({ address, size }, body, count) => {
  const bytes = new Uint8Array(size);
  const reader = body.getReader();
  let arrived = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((error) => {
      throw new Fault("corrupt", `${address} broke off after ${arrived} bytes: ${error}`);
    });
    if (done) break;
    if (arrived + value.length > size) {
      reader.cancel().catch(() => {});
      throw new Fault("corrupt", `${address} has more than the ${size} bytes that were published.`);
    }
    bytes.set(value, arrived);
    count((arrived += value.length));
  }
  if (arrived < size) throw new Fault("corrupt", `${address} has ${arrived} bytes where ${size} were published.`);
  return bytes.buffer;
};

/** @type {(file: File, bytes: ArrayBuffer) => Promise<void>} */
const verify = async ({ address, sha256: published }, bytes) => {
  // On plain http, as on some intranets, a browser keeps its own hashing from the page.
  const digest = crypto.subtle ? await crypto.subtle.digest("SHA-256", bytes) : sha256(new Uint8Array(bytes));
  const found = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (found !== published) throw new Fault("corrupt", `${address} is not what was published.`);
};
