// @ts-check
// Who answers: the answer table at once, then Python, which alone counts days. Both are fetched once, and again after a fault.

import { startEngine } from "./engine.js";
import { Fault } from "./fault.js";
import { getBytes } from "./files.js";
import { once } from "./once.js";
import { openTable } from "./table.js";

/** @typedef {import("./files.js").File} File */
/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {import("./engine.js").Progress} Progress */
/** @typedef {{table: File, facts: File, engine: import("./engine.js").EngineFiles}} Files */
/** @typedef {Record<string, unknown>} Given The case, by field, as the engine reads it. */
/** @typedef {{advice: string, html: string}} Answer */
/** @typedef {{problem: {field: string}, sentence: string}} Problem */

/** It is small: where nothing of it comes for so long, nothing will. In milliseconds. */
const TABLE_PATIENCE = 8_000;
const text = new TextDecoder();

/** @param {Files} files @param {(progress: Progress) => void} onProgress */
const open = async ({ engine, facts }, onProgress) => {
  const starting = startEngine({ files: engine, onProgress });
  // Both are fetched side by side; an engine without a procedure would only take memory.
  const reading = getBytes(facts);
  reading.catch(() => starting.then(({ stop }) => stop())).catch(() => {});
  const [started, bytes] = await Promise.all([starting, reading]);
  try {
    await started.ask(`{"do":"open","model":${text.decode(bytes)}}`);
  } catch (error) {
    started.stop();
    throw error;
  }
  return started;
};

/** Gives each file its address as this page can fetch it. @type {(files: any, root: string) => any} */
export const placed = (files, root) =>
  Object.fromEntries(
    Object.entries(files).map(([name, file]) => [
      name,
      file.address ? { ...file, address: root + file.address } : placed(file, root),
    ]),
  );

/**
 * @param {Files} files
 * @param {string} root The way from the page to the site's root.
 * @param {(progress: Progress) => void} onProgress
 */
export const createAnswering = (files, root, onProgress) => {
  const table = once(async () => openTable(text.decode(await getBytes(files.table, { patience: TABLE_PATIENCE }))));
  const python = once(() => open(files, onProgress));

  /** @param {Given} given @returns {Promise<Answer>} */
  const byTable = async (given) => {
    const answer = (await table()).answer(given, root);
    if (!answer) throw new Fault("other", "The table does not hold this case.");
    return answer;
  };

  /** Puts any request to Python. @type {(request: Record<string, unknown>) => Promise<any>} */
  const ask = async (request) => JSON.parse(await (await python()).ask(JSON.stringify(request)));

  /** @param {Given} given @returns {Promise<Answer | Problem>} */
  const byPython = (given) => ask({ do: "advise", case: given, root });

  return {
    ask,
    byTable,
    byPython,
    loadTable: () => table().catch(() => {}),
    loadPython: () => python().catch(() => {}),
  };
};
