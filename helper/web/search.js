// @ts-check
/**
 * The search box: shows what the index, built with the site, has for the words or the number typed.
 *
 * A classic script, and its index another, so that a page opened from a disk can search too. Nothing that is typed
 * leaves the page, not even into its address.
 */

import { createSearch, loadScript } from "./searching.js";
import { sayOnPause } from "./telling.js";

{
  /** @typedef {import("./searching.js").Entry} Entry */
  /** @typedef {import("./searching.js").Result} Result */
  /** @typedef {import("./searching.js").Search} Search */

  const SHOWN = 20;

  /** @type {Promise<Search> | undefined} */
  let loading;

  /** @param {DOMStringMap} addresses where the engine and the index are */
  const load = ({ engine = "", index = "" }) =>
    (loading ??= Promise.all([loadScript(engine), loadScript(index)]).then(() =>
      createSearch(/** @type {any} */ (globalThis).MiniSearch, /** @type {any} */ (globalThis).siteSearchIndex),
    ));

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
    const $status = /** @type {HTMLElement | null} */ ($root.querySelector("[role=status]"));
    const $list = $root.querySelector("ol");
    if (!$input || !$status || !$list) throw new Error("A search box needs an input, a status and a list.");
    const base = new URL($root.dataset.base ?? ".", document.baseURI).href;

    const update = async () => {
      const search = await load($root.dataset).catch(() => undefined);
      const typed = $input.value.trim();
      if (!search) {
        loading = undefined; // the next letter tries again
        sayOnPause($status, "The search could not be loaded. The menu leads to every page and contact list.");
        return;
      }
      const { results, note } =
        typed.length > 1 ? search(typed, $root.dataset.partnership ?? "") : { results: [], note: "" };
      $list.replaceChildren(...results.slice(0, SHOWN).map((result) => draw(result, base)));
      sayOnPause($status, typed.length > 1 ? summary(results.length, note) : "");
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
