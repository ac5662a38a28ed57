// @ts-check
// Looks words and numbers up in an index that was built with the site (helper/publish/search.py): for the search box and for
// the page of all contacts. Holds no word of its own; nothing that is typed leaves the page.

/**
 * @typedef {object} Entry
 * @property {string} address
 * @property {string} title
 * @property {string} place
 * @property {string} [partnership]
 * @property {string} [text]
 * @property {string[]} [agencies] Ids, where it is a contact.
 * @property {string[]} [tel]
 * @property {string[]} [email]
 * @property {number[]} [titleSynonyms]
 * @property {number[]} [textSynonyms]
 *
 * @typedef {{entries: Entry[], synonyms: {words: string, finds: string[]}[], smallWords: string[]}} Index
 * @typedef {{entry: Entry, marks: string[]}} Result
 * @typedef {(query: string, partnership: string) => {results: Result[], note: string}} Search
 */

/** @param {string} address @returns {Promise<void>} */
export const loadScript = (address) =>
  new Promise((resolve, reject) => {
    const $script = Object.assign(document.createElement("script"), {
      src: address,
      onload: resolve,
      onerror: reject,
    });
    document.head.append($script);
  });

/**
 * @param {any} MiniSearch the library's class
 * @param {Index} index
 * @returns {Search}
 */
export const createSearch = (MiniSearch, { entries, synonyms, smallWords }) => {
  const small = new Set(smallWords);
  const spread = (/** @type {number[]} */ numbers = []) => numbers.map((number) => synonyms[number].words).join(" ");
  const engine = new MiniSearch({
    idField: "address",
    fields: ["title", "place", "text", "unseen", "titleSynonyms", "textSynonyms"],
    extractField: (/** @type {any} */ entry, /** @type {string} */ field) =>
      field.endsWith("Synonyms") ? spread(entry[field]) : (entry[field] ?? ""),
    processTerm: (/** @type {string} */ term) => (small.has(term.toLowerCase()) ? null : term.toLowerCase()),
  });
  engine.addAll(entries);
  const byAddress = new Map(entries.map((entry) => [entry.address, entry]));

  const isKnown = (/** @type {string} */ term) => engine.search(term, { prefix: true }).length > 0;

  /**
   * The words to mark in a result: the one found, or where only a synonym was, the source's own in its place.
   *
   * @param {string} term @param {string[]} fields @param {Entry} entry
   */
  const sourceWords = (term, fields, { titleSynonyms = [], textSynonyms = [] }) =>
    fields.some((field) => !field.endsWith("Synonyms"))
      ? [term]
      : [...titleSynonyms, ...textSynonyms]
          .map((number) => synonyms[number])
          .flatMap(({ words, finds }) => (words.split(/[^\p{L}\p{N}]+/u).includes(term) ? finds : []));

  /** @param {string} query @param {string} partnership @param {"AND" | "OR"} combineWith @returns {Result[]} */
  const findWords = (query, partnership, combineWith) =>
    engine
      .search(query, {
        combineWith,
        prefix: true,
        // Only a word that nothing here begins with is taken for a slip of the finger: "police" is not "policy".
        fuzzy: (/** @type {string} */ term) => (term.length > 4 && !/\d/.test(term) && !isKnown(term) ? 0.25 : false),
        boost: { title: 4, titleSynonyms: 2, place: 1.5, unseen: 1, textSynonyms: 0.3 },
      })
      .map((/** @type {any} */ { id, match }) => {
        const entry = /** @type {Entry} */ (byAddress.get(id));
        return { entry, marks: Object.keys(match).flatMap((term) => sourceWords(term, match[term], entry)) };
      })
      // Another area's page must not stand above the reader's own, however well it fits.
      .sort(
        (/** @type {Result} */ a, /** @type {Result} */ b) => isOwn(b.entry, partnership) - isOwn(a.entry, partnership),
      );

  /** @param {string[]} wanted @param {string} partnership @returns {Result[]} */
  const findNumbers = (wanted, partnership) =>
    entries
      .flatMap((entry) => {
        const digits = wanted.find((part) => entry.tel?.some((tel) => tel.includes(part)));
        return digits ? [{ entry, marks: [digits] }] : [];
      })
      .sort((a, b) => nearness(b, partnership) - nearness(a, partnership));

  /** @param {string} part @returns {Result[]} */
  const findEmails = (part) =>
    part.length < 3 || /\s/.test(part)
      ? []
      : entries
          .filter((entry) => entry.email?.some((email) => email.includes(part)))
          .map((entry) => ({ entry, marks: [part] }));

  return (typed, partnership) => {
    const query = typed.trim().toLowerCase();
    const number = query.includes("@") ? "" : (query.match(/\+?\d[\d\s().\-–]*\d/)?.[0] ?? "");
    const wanted = wantedDigits(number);
    const words = findWords(query, partnership, "AND");
    const emails = findEmails(query);
    if (wanted.length > 0) {
      const others = query.replace(number, " ").trim();
      const among = new Set(findWords(others, partnership, "AND").map(({ entry }) => entry));
      const numbers = findNumbers(wanted, partnership).filter(
        ({ entry }) => !/[\p{L}\d]/u.test(others) || among.has(entry),
      );
      return { results: once([...numbers, ...words, ...emails]), note: "" };
    }
    const exact = once(query.includes("@") ? [...emails, ...words] : [...words, ...emails]);
    if (exact.length > 0) return { results: exact, note: "" };
    const some = findWords(query, partnership, "OR");
    return { results: some, note: some.length > 0 ? "Nothing has all of these words. These have some of them." : "" };
  };
};

/** What the reader may have meant by a number: as typed, and as dialled from inside the UK. @param {string} number */
const wantedDigits = (number) => {
  const digits = number.replace(/\D/g, "");
  if (digits.length < 3) return [];
  const isAbroad = /^(\+|00)/.test(number) || digits.length > 11;
  return isAbroad ? [digits, digits.replace(/^(00)?440?/, "0")] : [digits];
};

/** 1 for an entry of the partnership whose page the reader has open, else 0. @param {Entry} entry @param {string} partnership */
const isOwn = (entry, partnership) => Number(partnership !== "" && entry.partnership === partnership);

/** A whole number before its end, its end before its beginning, the reader's partnership first. @param {Result} result @param {string} partnership */
const nearness = ({ entry, marks: [digits] }, partnership) => {
  const tels = entry.tel ?? [];
  const fit = tels.includes(digits)
    ? 3
    : tels.some((tel) => tel.endsWith(digits))
      ? 2
      : tels.some((tel) => tel.startsWith(digits))
        ? 1
        : 0;
  return fit * 2 + isOwn(entry, partnership);
};

/** Keep the first of what was found twice. @param {Result[]} results */
const once = (results) => {
  /** @type {Map<Entry, Result>} */
  const firsts = new Map();
  for (const result of results) if (!firsts.has(result.entry)) firsts.set(result.entry, result);
  return [...firsts.values()];
};
