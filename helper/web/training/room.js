// @ts-check
// The training room: choose a set, see it, play it. The address holds the set's code and nothing else; nothing is stored.

import "../copying.js";
import { arriveAt } from "../arriving.js";
import { element } from "../element.js";
import { aSeed, createCodes } from "./code.js";
import { draw, fitting } from "./draw.js";
import { createLessons } from "./lessons.js";
import { createPlayer } from "./player.js";
import { createSetup, listenToCode, REFUSED } from "./setup.js";
import { showWays } from "./share.js";

/** @typedef {import("./code.js").Set_} Set_ */
/** @typedef {import("./steps.js").Entry} Entry */
/** @typedef {import("./steps.js").Way} Way */
/** @typedef {{view: "setup" | "set" | "play", way?: Way, at?: number}} Shown */

const $room = /** @type {HTMLElement} */ (document.querySelector("[data-room]"));
/** @type {(name: string) => HTMLElement} */
const $ = (name) => /** @type {HTMLElement} */ ($room.querySelector(`[data-${name}]`));
const room = JSON.parse($room.dataset.room ?? "{}");
const codes = createCodes({ ...room, partnerships: room.partnerships.length });
const lessons = createLessons(room, $room.dataset.root ?? "");
const $form = /** @type {HTMLFormElement} */ ($("setup"));
const setup = createSetup($form);

/** The set that stands, and its scenarios. @type {{code: string, entries: Entry[]}} */
let standing = { code: "", entries: [] };

const addressOf = (/** @type {string} */ code) => `${location.pathname}${location.search}${code && `#set=${code}`}`;

/** @param {Shown["view"]} view */
const showView = (view) => {
  for (const $one of $room.querySelectorAll("[data-view]"))
    /** @type {HTMLElement} */ ($one).hidden = /** @type {HTMLElement} */ ($one).dataset.view !== view;
  document.documentElement.classList.toggle("eg-playing", view === "play");
};

const notice = (/** @type {string} */ text) => {
  $("notice").textContent = text;
  $("notice").hidden = !text;
};

const tellFits = () => {
  const set = setup.read(0);
  const found = fitting(room, set).flat().length;
  const taken = Math.min(found, set.number);
  $("fits").textContent =
    found === 0
      ? "No scenario is of all these sorts. Take a tick away."
      : `${found} ${found === 1 ? "scenario fits" : "scenarios fit"}. The set takes ${taken} of them.`;
  return found > 0;
};

/** Fetches what a set needs; what is not to be had is left out. @type {(set: Set_) => Promise<Entry[]>} */
const gather = async (set) => {
  const drawn = draw(room, set);
  const found = await Promise.all(drawn.map(({ partnership }) => lessons.lesson(partnership).catch(() => undefined)));
  return drawn.map((one, index) => ({
    drawn: one,
    lesson: found[index],
    scenario: found[index]?.[one.list][one.at],
    name: room.partnerships[one.partnership].name,
  }));
};

/** @type {(entries: Entry[]) => void} */
const drawSet = (entries) => {
  const missing = [...new Set(entries.flatMap(({ lesson, name }) => (lesson ? [] : [name])))];
  $("missing").hidden = missing.length === 0;
  $("missing").textContent =
    `Not on this device, and not to be fetched now: the scenarios of ${missing.join(", ")}. The others can be played.`;
  $("set-title").textContent = `A set of ${entries.length} ${entries.length === 1 ? "scenario" : "scenarios"}`;
  $("set-list").replaceChildren(
    ...entries.map(({ scenario, name }) => {
      const $item = element("li", scenario?.screens.story[0] ?? "Not on this device");
      $item.append(element("small", ` ${name}`));
      return $item;
    }),
  );
  showWays(/** @type {HTMLElement} */ ($room.querySelector("[data-view=set]")), room.address, standing.code);
};

/** Opens a set; where it stands already it is shown as it is. @type {(code: string, set: Set_, shown: Shown) => Promise<void>} */
const open = async (code, set, shown) => {
  notice("");
  if (standing.code !== code) {
    setup.fill(set);
    tellFits();
    standing = { code, entries: [] };
    $("set-list").replaceChildren();
    $("set-title").textContent = "Getting the scenarios ready ...";
    showView("set");
    const entries = await gather(set);
    if (standing.code !== code) return; // another was opened meanwhile
    standing.entries = entries;
    drawSet(entries);
  }
  showView(shown.view);
  if (shown.view === "play") return player.play(shown.way ?? "session", standing.entries, shown.at ?? 0);
  arriveAt($("set-title"), document.documentElement);
};

/** @param {string} text */
const openCode = (text) => {
  const read = codes.read(text);
  if ("fault" in read) return REFUSED[read.fault];
  go(read.set);
  return "";
};

/** Opens a set under its own address. @param {Set_} set */
const go = (set) => {
  const code = codes.write(set);
  history.pushState({ view: "set" }, "", addressOf(code));
  open(code, set, { view: "set" });
};

/** Shows what the address says. */
const follow = () => {
  const text = new URLSearchParams(location.hash.slice(1)).get("set");
  const read = text ? codes.read(text) : undefined;
  if (read && "set" in read)
    return void open(codes.write(read.set), read.set, history.state?.view ? history.state : { view: "set" });
  if (location.hash && !text && standing.code) return; // a place in the page, such as the skip link's: the set stands
  standing.code = "";
  showView("setup");
  // The code is not repeated: whoever made the link would else speak in the guide's own voice.
  notice(read ? `The link's code opens no set here. ${REFUSED[read.fault]}` : "");
};

const player = createPlayer($room, room.changes, lessons, {
  onStep: (way, at) => history.replaceState({ view: "play", way, at }, ""),
  leave: () => history.back(),
});

$form.addEventListener("change", tellFits);
$form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (tellFits()) go(setup.read(aSeed()));
  else $("fits").focus();
});
listenToCode(/** @type {HTMLFormElement} */ ($("code-form")), openCode);
$("again").addEventListener("click", () => go(setup.read(aSeed())));
$("change").addEventListener("click", () => {
  history.pushState({ view: "setup" }, "", addressOf(""));
  follow();
  $form.querySelector("h2")?.scrollIntoView();
});
for (const $play of $room.querySelectorAll("[data-play]"))
  $play.addEventListener("click", () => {
    const { play } = /** @type {HTMLElement} */ ($play).dataset;
    history.pushState({ view: "play", way: play, at: 0 }, "");
    showView("play");
    player.play(/** @type {Way} */ (play), standing.entries, 0);
  });
window.addEventListener("popstate", follow);

$("with-scripts").hidden = false;
tellFits();
follow();
