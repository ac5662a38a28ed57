// @ts-check
// Starts MicroPython and has it add two numbers: it is not meant to run the engine.

/** @type {any} */
let python;

onmessage = async ({ data }) => {
  if ("micropython" in data) {
    const { loadMicroPython } = await import(`${data.micropython}micropython.mjs`);
    python = await loadMicroPython({ url: `${data.micropython}micropython.wasm` });
  }
  postMessage(String(python.runPython("1 + 1")));
};

export {}; // a module: its names are its own
