// @ts-check
// Keeps the memory of a Python that has started and has imported the engine, so that a browser need not do it all again.
//
//     node snapshot.mjs python.zip settle.py snapshot.bin
//
// What is written: how many bytes it is unpacked, as 4 bytes, little end first; then these bytes without the zeros at their end.

import { Buffer } from "node:buffer";
import crypto from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { loadPyodide } from "pyodide";

// No chance, no time of day and nothing of this machine goes into it: the same library makes the same memory. The worker sows chance anew.
crypto.randomFillSync = (bytes) => bytes.fill(1);
Object.defineProperties(performance, { now: { value: () => 0 }, timeOrigin: { value: 0 } });
Date.now = () => 0;

const [library, settle, target] = process.argv.slice(2);
process.argv.length = 1; // Python is told the path of its program
const env = { PYTHONHASHSEED: "0", LANG: "C.UTF-8" };
const python = await loadPyodide({ stdLibURL: library, env, _makeSnapshot: true });
python.runPython(readFileSync(settle, "utf8"), { globals: python.toPy({}) });
const memory = python.makeMemorySnapshot();
let end = memory.length;
while (memory[end - 1] === 0) end -= 1;
const size = Buffer.alloc(4);
size.writeUInt32LE(memory.length);
writeFileSync(target, Buffer.concat([size, memory.subarray(0, end)]));
