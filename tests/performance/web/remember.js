// Put into a page before its own scripts: every worker that it starts remembers the memories of its WebAssembly.
{
  const remember = () => {
    const { instantiate, instantiateStreaming, Memory } = WebAssembly;
    const memories = (self.benchMemories = new Set());
    const look = (made) => {
      for (const value of Object.values((made.instance ?? made).exports))
        if (value instanceof Memory) memories.add(value);
      return made;
    };
    WebAssembly.Memory = class extends Memory {
      constructor(limits) {
        super(limits);
        memories.add(this);
      }
    };
    WebAssembly.instantiate = async (...given) => look(await instantiate.apply(WebAssembly, given));
    WebAssembly.instantiateStreaming = async (...given) => look(await instantiateStreaming.apply(WebAssembly, given));
  };
  const { Blob, Worker } = globalThis;
  const script = (text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const first = script(`(${remember})();`);
  globalThis.Worker = class extends Worker {
    constructor(address, options) {
      const place = new URL(address, document.baseURI).href;
      const load =
        options?.type === "module" ? `import "${first}"; import "${place}";` : `importScripts("${first}", "${place}");`;
      super(script(load), options);
    }
  };
}
