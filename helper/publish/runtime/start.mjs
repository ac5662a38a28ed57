// @ts-check
// Starts Python as the browser has it (Pyodide) under Node, and calls functions of the project's modules in it.
//
//     node start.mjs <<< '{"calls": [["helper.engine.door", "handle", ["{}"]]], "replies": "replies.json"}'
//
// `calls`: module, function, arguments. `replies`: the file that takes for each `{"reply": ...}` or `{"error": ...}`, as the page
// would have it. `mounts`: folders of this machine, by where Python finds them. `path`: where it looks for modules, after
// its own. `library`: the standard library, if it is not Pyodide's own.

import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const { calls, replies, mounts = {}, path = [], library } = JSON.parse(readFileSync(0, "utf8"));

// The same each time, because what is made here goes into the site; and nothing is left lying in the project's folders.
const env = { PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1" };
const python = await loadPyodide({ env, ...(library && { stdLibURL: library }) });
for (const [there, here] of Object.entries(mounts)) python.mountNodeFS(there, here);
const sys = python.pyimport("sys");
for (const folder of path) sys.path.append(folder);

/** @type {(call: [string, string, unknown[]]) => {reply: unknown} | {error: string}} */
const call = ([module, name, given]) => {
  try {
    const reply = python.pyimport(module)[name](...given);
    return { reply: reply?.toJs?.() ?? reply ?? null };
  } catch (error) {
    return { error: /** @type {Error} */ (error).message };
  }
};
writeFileSync(replies, JSON.stringify(calls.map(call)));
