// @ts-check
// Put into a page before its own scripts: every worker that it starts remembers the memories of its WebAssembly.
{
  // Runs in the worker, so it uses nothing from outside.
  const remember = () => {
    const assembly = /** @type {any} */ (WebAssembly);
    const { instantiate, instantiateStreaming, Memory } = assembly;
    const memories = new Set();
    Object.assign(self, { benchMemories: memories });
    const look = (/** @type {any} */ made) => {
      for (const value of Object.values((made.instance ?? made).exports))
        if (value instanceof Memory) memories.add(value);
      return made;
    };
    assembly.Memory = class extends Memory {
      constructor(/** @type {unknown} */ limits) {
        super(limits);
        memories.add(this);
      }
    };
    assembly.instantiate = async (/** @type {unknown[]} */ ...given) => look(await instantiate(...given));
    assembly.instantiateStreaming = async (/** @type {unknown[]} */ ...given) =>
      look(await instantiateStreaming(...given));
  };

  const { Blob, Worker } = globalThis;
  const script = (/** @type {string} */ text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const first = script(`(${remember})();`);
  globalThis.Worker = class extends Worker {
    /** @param {string | URL} address @param {WorkerOptions} [options] */
    constructor(address, options) {
      const place = new URL(address, document.baseURI).href;
      const isModule = options?.type === "module";
      super(
        script(isModule ? `import "${first}"; import "${place}";` : `importScripts("${first}", "${place}");`),
        options,
      );
    }
  };
}
