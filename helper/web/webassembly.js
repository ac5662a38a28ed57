// @ts-check
// Asks the browser whether it runs WebAssembly. The page and the worker both ask: each has a policy of its own.

import { Fault } from "./fault.js";

/** The smallest module there is. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** Refuses where WebAssembly is switched off: only instantiating tells the truth in every browser. */
export const needWebAssembly = async () => {
  try {
    await WebAssembly.instantiate(EMPTY);
  } catch (error) {
    throw new Fault("wasm-refused", `This browser does not run WebAssembly here: ${error}`);
  }
};
