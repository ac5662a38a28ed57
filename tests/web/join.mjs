// @ts-check
// Answers cases from a table, as the page does: {table, root, cases} as JSON on standard input, the answers as JSON on standard output.
import { readFileSync } from "node:fs";
import { openTable } from "../../helper/web/table.js";

const { table, root, cases } = JSON.parse(readFileSync(0, "utf8"));
const opened = openTable(table);
console.log(
  JSON.stringify(cases.map((/** @type {Record<string, unknown>} */ given) => opened.answer(given, root) ?? null)),
);
