// @ts-check
// Runs Python in a worker: takes its files from the page, opens the door, and passes text through it. Knows no rule and no fact.
//
// A classic script with Pyodide's own two before it (helper/publish/runtime/worker.py), so that it runs from an address as well as
// from a Blob, which is all that a page from a disk may start. The page has fetched and checked everything: Pyodide's own
// requests are answered from memory here. `loadPyodide` itself waits for ever when WebAssembly fails, so its steps are watched.

import { asFault, Fault } from "./fault.js";
import { needWebAssembly } from "./webassembly.js";

/** @typedef {{module: WebAssembly.Module, library?: ArrayBuffer, snapshot?: ArrayBuffer}} Runtime Either of the last two. */

const scope = /** @type {any} */ (self);
/** A zip archive that holds nothing: Pyodide asks for its library even where a snapshot has it all. */
const EMPTY_ZIP = Uint8Array.of(80, 75, 5, 6, ...Array(18).fill(0));
/** Pyodide wants a place to fetch from; nothing is ever asked of it. */
const NOWHERE = "https://pyodide.invalid/";
/** What Pyodide's own list of packages says of Pyodide: put here by the build, which leaves the packages out. */
const LOCK = { info: /** @type {any} */ (self).PYODIDE_INFO, packages: {} };

/** Answers what Pyodide asks of the browser, and tells `fail` what it would keep to itself. @type {(runtime: Runtime, fail: (error: Fault) => void) => void} */
const answerFromMemory = ({ module, library }, fail) => {
  scope.fetch = async (/** @type {URL} */ { pathname }) =>
    new Response(pathname.endsWith(".zip") ? (library ?? EMPTY_ZIP) : null);
  WebAssembly.instantiateStreaming = async (_, imports) => {
    try {
      return { module, instance: await WebAssembly.instantiate(module, imports) };
    } catch (error) {
      const fault = new Fault("other", `WebAssembly could not be started: ${error}`);
      fail(fault);
      throw fault;
    }
  };
};

/** A snapshot as Pyodide wants it: its size stands in front, the zeros at its end were left out. @param {ArrayBuffer} bytes */
const unpacked = (bytes) => {
  const memory = new Uint8Array(new DataView(bytes).getUint32(0, true));
  memory.set(new Uint8Array(bytes, 4));
  return memory;
};

/** @type {(runtime: Runtime) => Promise<any>} */
const openDoor = async (runtime) => {
  await needWebAssembly();
  /** @type {(error: Fault) => void} */
  let fail = () => {};
  const failed = new Promise((_, reject) => (fail = reject));
  answerFromMemory(runtime, fail);
  const starting = scope.loadPyodide({
    indexURL: NOWHERE,
    packageBaseUrl: NOWHERE,
    lockFileContents: LOCK,
    ...(runtime.snapshot && { _loadSnapshot: unpacked(runtime.snapshot) }),
  });
  const python = await Promise.race([failed, starting]);
  if (runtime.snapshot) python.pyimport("random").seed(); // every copy of a memory would draw the same
  return python.pyimport("helper.engine.door");
};

/** @type {any} */
let door;

/** @type {(id: number, request: string) => void} */
const answer = (id, request) => {
  try {
    scope.postMessage({ id, reply: door.handle(request) });
  } catch (error) {
    scope.postMessage({ id, error: String(error) });
  }
};

scope.onmessage = async (/** @type {MessageEvent} */ { data }) => {
  if ("id" in data) return answer(data.id, data.request);
  try {
    door = await openDoor(data);
    scope.postMessage({ ready: true });
  } catch (error) {
    const { reason, detail } = asFault(error);
    scope.postMessage({ failed: { reason, detail } });
  }
};

scope.postMessage({ alive: true });
