// @ts-check
/**
 * The search box: shows what the index, built with the site, has for the words or the number typed.
 *
 * A classic script, and its index another, so that a page opened from a disk can search too. Nothing that is typed
 * leaves the page, not even into its address.
 */
{
  /**
   * @typedef {object} Entry
   * @property {string} address
   * @property {string} title
   * @property {string} place
   * @property {string} [partnership]
   * @property {string} [text]
   * @property {string[]} [tel]
   * @property {string[]} [email]
   * @property {number[]} [titleSynonyms]
   * @property {number[]} [textSynonyms]
   *
   * @typedef {{entries: Entry[], synonyms: {words: string, finds: string[]}[], smallWords: string[]}} Index
   * @typedef {{entry: Entry, marks: string[]}} Result
   * @typedef {(query: string, partnership: string) => {results: Result[], note: string}} Search
   */

  const SHOWN = 20;
  const SPEAK_AFTER = 400; // ms without a key, so that a screen reader is not told of every letter

  /** @type {Promise<Search> | undefined} */
  let loading;

  /** @param {DOMStringMap} addresses where the engine and the index are */
  const load = ({ engine = "", index = "" }) =>
    (loading ??= Promise.all([loadScript(engine), loadScript(index)]).then(() =>
      createSearch(/** @type {any} */ (globalThis).MiniSearch, /** @type {any} */ (globalThis).siteSearchIndex),
    ));

  /** @param {string} address @returns {Promise<void>} */
  const loadScript = (address) =>
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
  const createSearch = (MiniSearch, { entries, synonyms, smallWords }) => {
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
          (/** @type {Result} */ a, /** @type {Result} */ b) =>
            isOwn(b.entry, partnership) - isOwn(a.entry, partnership),
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

  /** @param {string[]} marks the words, or the digits, that were found */
  const patternFor = (marks) => {
    const spelled = marks.map((mark) =>
      /^\d+$/.test(mark)
        ? [...mark].join("[\\s().-]*")
        : `(?<![\\p{L}\\p{N}])${mark.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}[\\p{L}\\p{N}]*`,
    );
    return new RegExp(spelled.join("|") || "(?!)", "giu");
  };

  /** Split a text into nodes, with what was found in `<mark>`. @param {string} text @param {RegExp} pattern */
  const markedNodes = (text, pattern) => {
    /** @type {(string | Node)[]} */
    const nodes = [];
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      nodes.push(
        text.slice(end, match.index),
        Object.assign(document.createElement("mark"), { textContent: match[0] }),
      );
      end = match.index + match[0].length;
    }
    return [...nodes, text.slice(end)];
  };

  /** The part of a long text in which the first find stands. @param {string} text @param {RegExp} pattern */
  const excerpt = (text, pattern) => {
    const found = Math.max(0, text.search(pattern));
    const start = found < 90 ? 0 : text.lastIndexOf(" ", found - 50) + 1;
    const end = text.length - start < 220 ? text.length : text.lastIndexOf(" ", start + 200);
    return `${start > 0 ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
  };

  /** @param {Result} result @param {string} base the site's own address */
  const draw = ({ entry, marks }, base) => {
    const pattern = patternFor(marks);
    const $item = document.createElement("li");
    const $link = Object.assign(document.createElement("a"), { href: new URL(entry.address, base).href });
    const $title = document.createElement("span");
    $title.append(...markedNodes(entry.title, pattern));
    $link.append($title);
    if (entry.place) $link.append(" ", Object.assign(document.createElement("small"), { textContent: entry.place }));
    $item.append($link);
    if (entry.text) {
      const $text = document.createElement("p");
      $text.append(...markedNodes(excerpt(entry.text, pattern), pattern));
      $item.append($text);
    }
    return $item;
  };

  /** @param {number} count @param {string} note */
  const summary = (count, note) => {
    if (count === 0) return "Nothing found. Try one word, a part of a name, or the last digits of a number.";
    const counted = count === 1 ? "1 result." : `${count} results${count > SHOWN ? `, the first ${SHOWN} shown` : ""}.`;
    return `${note} ${counted}`.trim();
  };

  /** Start one search box. @param {HTMLElement} $root */
  const start = ($root) => {
    const $input = $root.querySelector("input");
    const $status = $root.querySelector("[role=status]");
    const $list = $root.querySelector("ol");
    if (!$input || !$status || !$list) throw new Error("A search box needs an input, a status and a list.");
    const base = new URL($root.dataset.base ?? ".", document.baseURI).href;
    let speaking = 0;

    const say = (/** @type {string} */ text, wait = 0) => {
      clearTimeout(speaking);
      speaking = window.setTimeout(() => ($status.textContent = text), wait);
    };

    const update = async () => {
      const search = await load($root.dataset).catch(() => undefined);
      const typed = $input.value.trim();
      if (!search) {
        loading = undefined; // the next letter tries again
        say("The search could not be loaded. The menu leads to every page and contact list.");
        return;
      }
      const { results, note } =
        typed.length > 1 ? search(typed, $root.dataset.partnership ?? "") : { results: [], note: "" };
      $list.replaceChildren(...results.slice(0, SHOWN).map((result) => draw(result, base)));
      say(typed.length > 1 ? summary(results.length, note) : "", SPEAK_AFTER);
    };

    /** @param {KeyboardEvent} event */
    const move = (event) => {
      event.stopPropagation(); // the theme has single keys of its own, such as "n" for the next page
      if (event.key === "Escape") $root.closest("dialog")?.close(); // at once, where the browser would clear the box first
      const links = [...$list.querySelectorAll("a")];
      const stops = [$input, ...links];
      const at = stops.indexOf(/** @type {any} */ (document.activeElement));
      const to =
        event.key === "ArrowDown"
          ? at + 1
          : event.key === "ArrowUp"
            ? at - 1
            : event.key === "Enter" && at === 0
              ? 1
              : -1;
      if (event.isComposing || at < 0 || !stops[to]) return;
      event.preventDefault();
      stops[to].focus();
    };

    $root.addEventListener("focusin", () => update(), { once: true });
    $root.addEventListener("keydown", move);
    $root.addEventListener("submit", (event) => event.preventDefault());
    $input.addEventListener("input", update);
  };

  /** Open the dialog that a link names, where there would else be a page to load. @param {HTMLElement} $opener */
  const startOpener = ($opener) => {
    const $dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog[data-search-dialog]"));
    if (!$dialog?.showModal) return;
    $opener.addEventListener("click", (event) => {
      event.preventDefault();
      $dialog.showModal();
      $dialog.querySelector("input")?.select();
    });
    $dialog.addEventListener("click", ({ target }) => {
      if (target === $dialog || (target instanceof Element && target.closest("a, [data-close]"))) $dialog.close();
    });
  };

  for (const $root of document.querySelectorAll("[data-helper=search]")) start(/** @type {HTMLElement} */ ($root));
  for (const $opener of document.querySelectorAll("[data-helper=search-open]"))
    startOpener(/** @type {HTMLElement} */ ($opener));
}
