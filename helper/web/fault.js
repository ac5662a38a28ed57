// @ts-check
// Why something that a page needs is not there: for a program, for the reader, and for whoever mends it.

/** @typedef {"wasm-refused" | "missing-file" | "corrupt" | "too-slow" | "worker-refused" | "other"} Reason */

/** @type {Record<Reason, string>} */
const SENTENCES = {
  "wasm-refused": "This browser, or the organisation that manages it, has switched WebAssembly off.",
  "missing-file": "A file that the helper needs could not be fetched.",
  corrupt: "A file that the helper needs did not arrive whole.",
  "too-slow": "The connection or this device is too slow at the moment.",
  "worker-refused": "This browser did not let the helper start in the background.",
  other: "The helper stopped for a reason that it does not know.",
};

/** `reason` for a program, `message` for the reader, `detail` for whoever mends it. */
export class Fault extends Error {
  /**
   * @param {Reason} reason
   * @param {string} [detail]
   */
  constructor(reason, detail = "") {
    super(SENTENCES[reason]);
    this.name = "Fault";
    this.reason = reason;
    this.detail = detail;
  }
}

/** Whatever was thrown, as a Fault. @param {unknown} error */
export const asFault = (error) => (error instanceof Fault ? error : new Fault("other", String(error)));
