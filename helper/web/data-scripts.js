// @ts-check
// Files where a browser fetches nothing, from a disk or in a closed frame: each comes as a script that hands over its bytes.
//
// The script of the file at `assets/x.zip` is `assets/x.zip.data.js`, and says:
//
//     escalationGuide.receive("assets/x.zip", "<the bytes, by gzip and base64>")

import { decoded } from "./base64.js";
import { Fault } from "./fault.js";

/** @typedef {import("./files.js").File} File */

/** Scripts on their way, by their whole address: what takes their text, and that text. @type {Map<string, {take: (text: string) => void, text: Promise<string>}>} */
const underway = new Map();

/** @type {(address: string, text: string) => void} */
const receive = (address, text) => {
  for (const [script, { take }] of underway) if (script.endsWith(`/${address}.data.js`)) take(text);
};
Object.assign(globalThis, { escalationGuide: { receive } });

/** Gives a file's bytes. @param {File} file @param {import("./watchdog.js").Watchdog} watchdog */
export const bytesFromScript = async (file, watchdog) => {
  const script = new URL(`${file.address}.data.js`, document.baseURI).href;
  const text = await watchdog.over(textOf(script));
  try {
    const zipped = new Blob([decoded(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
    return await new Response(zipped).arrayBuffer();
  } catch (error) {
    throw new Fault("corrupt", `${script} cannot be unpacked: ${error}`);
  }
};

/** @type {(script: string) => Promise<string>} */
const textOf = (script) => {
  const known = underway.get(script);
  if (known) return known.text;
  const $script = document.createElement("script");
  /** @type {(text: string) => void} */
  let take = () => {};
  const text = new Promise((resolve, reject) => {
    take = resolve;
    $script.onerror = () => reject(new Fault("missing-file", `${script} could not be read.`));
    $script.onload = () => reject(new Fault("corrupt", `${script} handed nothing over.`)); // unless it did, before
  }).finally(() => {
    underway.delete(script);
    $script.remove();
  });
  underway.set(script, { take, text });
  $script.src = script;
  document.head.append($script);
  return text;
};
