// @ts-check
// A set as a row of steps: every scenario's screens in their order, then the end. A scenario that is not on this device is one step.

/** @typedef {import("./draw.js").Drawn} Drawn */
/** @typedef {import("./lessons.js").Lesson} Lesson */
/** @typedef {import("./lessons.js").Scenario} Scenario */
/** @typedef {"session" | "study"} Way */
/** @typedef {{drawn: Drawn, lesson?: Lesson, scenario?: Scenario, name: string}} Entry One scenario of a set; without its lesson it is not on this device. */
/** @typedef {{kind: string, title: string, line: string, entry?: Entry, html?: string}} Step */

/** The last steps, which belong to no scenario. @type {Record<Way, [kind: string, title: string][]>} */
const ENDS = {
  session: [
    ["looking-back", "Looking back"],
    ["plan", "Action plan"],
  ],
  study: [
    ["summary", "How it went"],
    ["looking-back", "Looking back"],
  ],
};

/** @type {(entry: Entry, place: string, way: Way) => Step[]} */
const stepsOfOne = (entry, place, way) => {
  const { scenario } = entry;
  if (!scenario) return [{ kind: "missing", title: `A scenario of ${entry.name}`, line: place, entry }];
  return scenario[way].map((name, index, names) => {
    const [title, html] = scenario.screens[name];
    return { kind: name, title, html, entry, line: `${place}, step ${index + 1} of ${names.length}` };
  });
};

/** @type {(way: Way, entries: Entry[]) => Step[]} */
export const stepsOf = (way, entries) => [
  ...entries.flatMap((entry, index) => stepsOfOne(entry, `Scenario ${index + 1} of ${entries.length}`, way)),
  ...ENDS[way].map(([kind, title], index, ends) => ({ kind, title, line: `The end, ${index + 1} of ${ends.length}` })),
];
