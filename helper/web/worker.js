// @ts-check
// Loads Python in a worker, opens the door, and passes text through it. Knows no rule and no fact.
//
// A classic worker, so that the same file can later run from a Blob where URL workers are refused (file://, sandboxed
// frames). `loadPyodide` itself waits for ever when a file is missing, cut short or refused; so every step it takes
// through the browser (fetch, importScripts, WebAssembly) is watched here, and the first that fails ends the wait.

/** @typedef {"wasm-refused" | "missing-file" | "corrupt" | "other"} Reason */
/** @typedef {Record<string, {size: number, sha256: string}>} Files */

const scope = /** @type {any} */ (self);
const browserFetch = scope.fetch.bind(scope);
const EMPTY_WASM = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** @type {(reason: Reason, message: string) => Error & {reason: Reason}} */
const failure = (reason, message) => Object.assign(new Error(message), { reason });

/** @type {(error: any) => {reason: Reason, message: string}} */
const explained = (error) => ({ reason: error?.reason ?? "other", message: String(error?.message ?? error) });

/** Refuses where WebAssembly is switched off: only instantiating tells the truth in every browser. */
const needWebAssembly = async () => {
  try {
    await WebAssembly.instantiate(EMPTY_WASM);
  } catch (error) {
    throw failure("wasm-refused", `This browser does not run WebAssembly here: ${explained(error).message}`);
  }
};

/** @type {(url: string, options?: RequestInit) => Promise<Response>} */
const get = async (url, options) => {
  const answer = await browserFetch(url, options).catch((/** @type {any} */ error) => {
    throw failure("missing-file", `${url} could not be fetched: ${error.message}`);
  });
  if (!answer.ok) throw failure("missing-file", `${url} answered ${answer.status}.`);
  return answer;
};

/** @type {(base: string) => Promise<Files>} */
const readManifest = async (base) => {
  const answer = await get(`${base}manifest.json`, { cache: "no-cache" });
  try {
    return (await answer.json()).files;
  } catch {
    throw failure("corrupt", `${base}manifest.json is not what was published.`);
  }
};

/**
 * Counts what passes, and refuses a body that is not as long as the manifest says.
 * @param {string} name
 * @param {number} size
 * @param {(bytes: number) => void} count
 * @param {(error: Error) => void} fail
 */
const measured = (name, size, count, fail) => {
  let seen = 0;
  /** @type {Transformer<Uint8Array, Uint8Array>} */
  const counter = {
    transform(chunk, controller) {
      seen += chunk.byteLength;
      count(chunk.byteLength);
      controller.enqueue(chunk);
    },
    flush() {
      if (seen !== size) fail(failure("corrupt", `${name} has ${seen} bytes where ${size} were published.`));
    },
  };
  return new TransformStream(counter);
};

/**
 * Puts watched versions of fetch, importScripts and WebAssembly in place; each failure is also given to `fail`.
 * @param {string} base
 * @param {Files} files
 * @param {(bytes: number) => void} count
 * @param {(error: Error) => void} fail
 */
const watch = (base, files, count, fail) => {
  /** @type {(url: string) => string} */
  const nameOf = (url) => new URL(url, base).pathname.split("/").pop() ?? "";
  // The address changes with the content, so that a cache never mixes two editions of the site.
  /** @type {(name: string) => string} */
  const addressOf = (name) => `${base}${name}?v=${files[name].sha256.slice(0, 12)}`;

  /** @type {(url: string | Request, options?: RequestInit) => Promise<Response>} */
  const watchedFetch = async (url, options) => {
    const name = nameOf(String(/** @type {Request} */ (url).url ?? url));
    try {
      if (!files[name]) throw failure("missing-file", `${name} is not in the manifest.`);
      const { body } = await get(addressOf(name), options);
      if (!body) throw failure("corrupt", `${name} is empty.`);
      // Named again here, because many servers do not know the type that WebAssembly must have.
      const headers = { "Content-Type": name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream" };
      return new Response(body.pipeThrough(measured(name, files[name].size, count, fail)), { headers });
    } catch (error) {
      fail(/** @type {Error} */ (error));
      throw error;
    }
  };
  scope.fetch = watchedFetch;

  const browserImport = scope.importScripts.bind(scope);
  scope.importScripts = (/** @type {string} */ url) => {
    const name = nameOf(url);
    try {
      browserImport(addressOf(name));
      count(files[name].size);
    } catch (error) {
      const reason = error instanceof SyntaxError ? "corrupt" : "missing-file";
      const known = failure(reason, `${name} could not be run: ${explained(error).message}`);
      fail(known);
      throw known;
    }
  };

  for (const step of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
    const original = /** @type {any} */ (WebAssembly)[step];
    /** @type {any} */ (WebAssembly)[step] = (/** @type {any[]} */ ...given) =>
      original.apply(WebAssembly, given).catch((/** @type {any} */ error) => {
        const reason = error instanceof WebAssembly.CompileError ? "corrupt" : "other";
        fail(failure(reason, `Python could not be started: ${explained(error).message}`));
        throw error;
      });
  }
};

/** @type {(base: string) => Promise<any>} */
const openDoor = async (base) => {
  await needWebAssembly();
  const files = await readManifest(base);
  const needed = Object.keys(files).filter((name) => !name.endsWith(".txt"));
  const total = needed.reduce((sum, name) => sum + files[name].size, 0);
  let loaded = 0;
  const count = (/** @type {number} */ bytes) => {
    loaded += bytes;
    scope.postMessage({ progress: { loaded, total } });
  };
  /** @type {(error: Error) => void} */
  let fail = () => {};
  const failed = new Promise((_, reject) => (fail = reject));
  watch(base, files, count, fail);
  return Promise.race([failed, startPython(base)]);
};

/** @type {(base: string) => Promise<any>} */
const startPython = async (base) => {
  scope.importScripts(`${base}pyodide.js`);
  const python = await scope.loadPyodide({ indexURL: base, packages: ["escalation-guide"] });
  return python.pyimport("helper.engine.door");
};

/** @type {any} */
let door;

/** @type {(id: number, request: string) => void} */
const answer = (id, request) => {
  try {
    scope.postMessage({ id, reply: door.handle(request) });
  } catch (error) {
    scope.postMessage({ id, error: explained(error).message });
  }
};

scope.onmessage = async (/** @type {MessageEvent} */ { data }) => {
  if (!("base" in data)) return answer(data.id, data.request);
  try {
    door = await openDoor(data.base);
    scope.postMessage({ ready: true });
  } catch (error) {
    scope.postMessage({ failed: explained(error) });
  }
};
