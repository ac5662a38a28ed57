// @ts-check
// The answer table: looks up the parts of an answer and joins them. Every word in it was worked out when the site was
// built; what is joined here is the same text that Python gives (helper/publish/answers.py says how it is laid out).

/** @typedef {number | Branches} Tree */
/** @typedef {[number, ...Tree[]]} Branches The number of a field, then a tree for each of its values. */
/** @typedef {number | [number, number]} Fragment A text, or a key and a text. */
/** @typedef {[key: number, json: number, ...fragments: Fragment[]]} Entry */
/** @typedef {{list: string, open: Tree, close: Tree}} List */
/**
 * @typedef {{case: Record<string, unknown[]>, fields: [string, boolean, ...Tree[]][], view: (Tree[] | List)[], values: Entry[][],
 *   texts: string[]}} Table
 */
/** @typedef {{advice: string, html: string}} Answer */

/** Where the value of each field stands among its branches; undefined where the table does not know a value. @type {(table: Table, given: Record<string, unknown>) => number[] | undefined} */
const placesOf = (table, given) => {
  const places = Object.entries(table.case).map(([field, values]) => values.indexOf(given[field] ?? values[0]));
  return places.includes(-1) ? undefined : places;
};

/** @type {(tree: Tree, places: number[]) => number} */
const find = (tree, places) => {
  while (typeof tree !== "number") tree = /** @type {Tree} */ (tree[1 + places[tree[0]]]);
  return tree;
};

/** Keeps the first of entries that are the same. @type {(entries: Entry[]) => Entry[]} */
const once = (entries) => {
  /** @type {Map<number, Entry>} */
  const firsts = new Map();
  for (const entry of entries) if (!firsts.has(entry[0])) firsts.set(entry[0], entry);
  return [...firsts.values()];
};

/** Joins the markup of entries, leaving out of each what the one before it has said as well. @type {(entries: Entry[], texts: string[]) => string} */
const joined = (entries, texts) => {
  let html = "";
  /** @type {Set<number>} */
  let before = new Set();
  for (const [, , ...fragments] of entries) {
    const keys = new Set();
    for (const fragment of fragments) {
      const [key, text] = typeof fragment === "number" ? [undefined, fragment] : fragment;
      if (key === undefined || !before.has(key)) html += texts[text];
      if (key !== undefined) keys.add(key);
    }
    before = keys;
  }
  return html;
};

/**
 * Opens a table; its `answer` gives what the engine answers to a case without a date, as text and as markup in which
 * links begin at `root`. It gives undefined for a case that holds a value which the table does not know.
 * @param {string} text
 * @returns {{answer: (given: Record<string, unknown>, root: string) => Answer | undefined}}
 */
export const openTable = (text) => {
  /** @type {Table} */
  const table = JSON.parse(text);
  const { fields, view, values, texts } = table;

  /** @type {Record<string, Tree[]>} */
  const parts = Object.fromEntries(fields.map(([name, , ...trees]) => [name, trees]));
  /** @type {(name: string, places: number[]) => Entry[]} */
  const entriesOf = (name, places) => once(parts[name].flatMap((tree) => values[find(tree, places)]));

  /** @type {(name: string, isList: boolean, places: number[]) => string} */
  const field = (name, isList, places) => {
    const said = entriesOf(name, places).map(([, json]) => texts[json]);
    return `"${name}":${isList ? `[${said.join(",")}]` : said[0]}`;
  };

  /** @type {(piece: Tree[] | List, places: number[]) => string} */
  const show = (piece, places) => {
    if (Array.isArray(piece)) {
      for (const tree of piece) {
        const shown = texts[find(tree, places)];
        if (shown) return shown;
      }
      return "";
    }
    const entries = entriesOf(piece.list, places);
    const [open, close] = [piece.open, piece.close].map((tree) => texts[find(tree, places)]);
    return entries.length ? `${open}${joined(entries, texts)}${close}` : "";
  };

  return {
    answer: (given, root) => {
      const places = placesOf(table, given);
      if (!places) return undefined;
      const advice = `{${fields.map(([name, isList]) => field(name, isList, places)).join(",")}}`;
      const html = view.map((piece) => show(piece, places)).join("");
      return { advice, html: html.replaceAll("{root}", root) };
    },
  };
};
