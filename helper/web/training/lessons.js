// @ts-check
// What the room fetches: a partnership's lesson, its answer table, and one Python for all of them, which is started only to count days.

import { placed } from "../answering.js";
import { startEngine } from "../engine.js";
import { getBytes } from "../files.js";
import { once } from "../once.js";
import { openTable } from "../table.js";

/** @typedef {import("../answering.js").Answer} Answer */
/** @typedef {import("../answering.js").Given} Given */
/** @typedef {import("../files.js").File} File */
/** @typedef {[title: string, html: string]} Screen */
/** @typedef {{case: Given, screens: Record<string, Screen>, session: string[], study: string[]}} Scenario */
/** @typedef {{name: string, scenarios: Scenario[], borders: Scenario[], what_if: string, turns: string, reflect: string}} Lesson */
/** @typedef {{id: string, name: string, files: {lesson: File, table: File, facts: File}, scenarios: import("./draw.js").Sort[]}} Partnership */

const text = new TextDecoder();

/**
 * @param {{partnerships: Partnership[], engine: import("../engine.js").EngineFiles}} room
 * @param {string} root The way from the page to the site's root.
 */
export const createLessons = (room, root) => {
  const engine = once(() => startEngine({ files: placed(room.engine, root) }));

  const shelves = room.partnerships.map(({ files }) => {
    const { lesson, table, facts } = placed(files, root);
    return {
      lesson: once(async () => /** @type {Lesson} */ (JSON.parse(text.decode(await getBytes(lesson))))),
      table: once(async () => openTable(text.decode(await getBytes(table)))),
      python: once(async () => {
        const [started, bytes] = await Promise.all([engine(), getBytes(facts)]);
        await started.ask(`{"do":"open","model":${text.decode(bytes)}}`);
        return started;
      }),
    };
  });

  /** Answers as the table does: at once, but for the days. @type {(partnership: number, given: Given) => Promise<Answer | undefined>} */
  const byTable = async (partnership, given) => (await shelves[partnership].table()).answer(given, root);

  /** @type {(partnership: number, given: Given) => Promise<Answer>} */
  const byPython = async (partnership, given) => {
    const python = await shelves[partnership].python();
    const reply = JSON.parse(await python.ask(JSON.stringify({ do: "advise", case: given, root })));
    if ("problem" in reply) throw new Error(reply.sentence);
    return reply;
  };

  return { lesson: (/** @type {number} */ partnership) => shelves[partnership].lesson(), byTable, byPython };
};
