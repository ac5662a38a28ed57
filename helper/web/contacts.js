// @ts-check
// All contacts: finds them in an index that was built with the site, and shows each as the card of its own contact list.
//
// The index is loaded on first use; a partnership's cards are fetched once one of them is found. What is typed stays in the page.

import { element } from "./element.js";
import { getBytes } from "./files.js";
import { settleNumbers } from "./numbers.js";
import { createSearch, loadScript } from "./searching.js";
import { sayOnPause } from "./telling.js";

/** @typedef {import("./searching.js").Entry} Entry */
/** @typedef {import("./searching.js").Index & {cards: Record<string, import("./files.js").File>}} ContactIndex */
/** @typedef {{index: ContactIndex, search: import("./searching.js").Search}} Finder */

const AT_ONCE = 12;
const NOT_LOADED = "The search could not be loaded. Every list stands below.";
const NOTHING = "Nothing found. Try one word, a part of a name, or the last digits of a number.";

const $form = /** @type {HTMLFormElement} */ (document.querySelector("[data-finder]"));
/** @type {<T extends HTMLElement>(name: string) => T} */
const $ = (name) => /** @type {any} */ (document.querySelector(`[data-${name}]`));
const $input = /** @type {HTMLInputElement} */ ($("find"));
const $partnership = /** @type {HTMLSelectElement} */ ($form.querySelector("[data-partnership]"));
const $agency = /** @type {HTMLSelectElement} */ ($form.querySelector("[data-agency]"));
const { root = "", engine = "", index: indexAddress = "" } = $form.dataset;

/** @type {Promise<Finder> | undefined} */
let loading;
/** Which search is the newest: what an older one fetched late is dropped. */
let asked = 0;
/** @type {Map<string, Promise<Record<string, string>>>} */
const fetched = new Map();

/** @returns {Promise<Finder>} */
const load = () =>
  (loading ??= Promise.all([loadScript(engine), loadScript(indexAddress)]).then(() => {
    const { MiniSearch, contactIndex } = /** @type {any} */ (globalThis);
    return { index: contactIndex, search: createSearch(MiniSearch, contactIndex) };
  }));

/** @type {(text: string) => void} */
const say = (text) => sayOnPause($("found"), text);

/** Finds the entries that fit what is typed and chosen; with nothing typed, all that fit what is chosen. @type {(finder: Finder) => {entries: Entry[], note: string}} */
const find = ({ index, search }) => {
  const typed = $input.value.trim();
  const [partnership, agency] = [$partnership.value, $agency.value];
  if (typed.length < 2 && !partnership && !agency) return { entries: [], note: "" };
  const { results, note } = typed.length < 2 ? { results: null, note: "" } : search(typed, partnership);
  const found = results ? results.map(({ entry }) => entry) : index.entries;
  const fits = (/** @type {Entry} */ one) =>
    (!partnership || one.partnership === partnership) && (!agency || one.agencies?.includes(agency));
  return { entries: found.filter(fits), note };
};

/** The cards of a partnership, by the id of their row. @type {(finder: Finder, partnership: string) => Promise<Record<string, string>>} */
const cardsOf = ({ index }, partnership) => {
  const known = fetched.get(partnership);
  if (known) return known;
  const file = index.cards[partnership];
  const cards = getBytes({ ...file, address: `${root}${file.address}` }).then((bytes) =>
    JSON.parse(new TextDecoder().decode(bytes)),
  );
  cards.catch(() => fetched.delete(partnership)); // the next search tries again
  fetched.set(partnership, cards);
  return cards;
};

/** Markup that was made when the site was built. @type {(html: string) => DocumentFragment} */
const parsed = (html) => Object.assign(document.createElement("template"), { innerHTML: html }).content;

/** What stands for a card that is not on this device: no number without what is doubtful about it. @type {(entry: Entry) => HTMLElement} */
const absent = ({ title, place }) => {
  const $item = element("li", "", "eg-row eg-card");
  const $copy = Object.assign(element("a", "Keep a copy of that partnership"), { href: `${root}offline/` });
  const $why = element("p", "This card is not on this device. It needs a connection. ");
  $why.append($copy, ", and it is there without one.");
  $item.append(element("h3", title), element("p", place, "eg-card__role"), $why);
  return $item;
};

/** @type {(finder: Finder, entry: Entry) => Promise<Node>} */
const draw = async (finder, entry) => {
  const row = entry.address.slice(entry.address.indexOf("#contact-") + "#contact-".length);
  const cards = await cardsOf(finder, entry.partnership ?? "").catch(() => undefined);
  return cards ? parsed(cards[row]) : absent(entry);
};

/** @type {(count: number, shown: number, note: string) => string} */
const summary = (count, shown, note) => {
  if (count === 0) return NOTHING;
  const counted = count === 1 ? "1 found." : `${count} found${count > shown ? `, the first ${shown} shown` : ""}.`;
  return `${note} ${counted}`.trim();
};

/** @param {number} limit */
const update = async (limit = AT_ONCE) => {
  const number = (asked += 1);
  const finder = await load().catch(() => undefined);
  if (number !== asked) return;
  if (!finder) {
    loading = undefined; // the next letter tries again
    return say(NOT_LOADED);
  }
  const { entries, note } = find(finder);
  const shown = entries.slice(0, limit);
  const nodes = await Promise.all(shown.map((entry) => draw(finder, entry)));
  if (number !== asked) return;
  const before = $("cards").children.length;
  $("cards").replaceChildren(...nodes);
  settleNumbers($("cards"));
  $("results").hidden = entries.length === 0;
  $("more").hidden = entries.length <= limit;
  const isIdle = $input.value.trim().length < 2 && !$partnership.value && !$agency.value;
  say(isIdle ? "" : summary(entries.length, shown.length, note));
  return before;
};

$form.hidden = false;
$form.addEventListener("submit", (event) => event.preventDefault());
$form.addEventListener("focusin", () => void load().catch(() => (loading = undefined)), { once: true });
$form.addEventListener("input", () => void update());
$("more").addEventListener("click", async () => {
  const before = await update($("cards").children.length + AT_ONCE);
  const $first = /** @type {HTMLElement | undefined} */ ($("cards").children[before ?? 0]);
  const $title = $first?.querySelector("h3");
  $title?.setAttribute("tabindex", "-1");
  $title?.focus(); // the button has moved down, or is gone
});
