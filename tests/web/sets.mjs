// @ts-check
// Writes, reads and draws sets, as the page does: {sizes, stock, sets, typed} as JSON on standard input; codes, what is read of
// them, what they draw, and what is read of the typed ones, as JSON on standard output.
import { readFileSync } from "node:fs";
import { createCodes } from "../../helper/web/training/code.js";
import { draw } from "../../helper/web/training/draw.js";

const { sizes, stock, sets, typed } = JSON.parse(readFileSync(0, "utf8"));
const { write, read } = createCodes(sizes);
console.log(
  JSON.stringify({
    codes: sets.map(write),
    drawn: sets.map((/** @type {any} */ set) => draw(stock, set)),
    read: sets.map((/** @type {any} */ set) => read(write(set))),
    typed: typed.map(read),
  }),
);
