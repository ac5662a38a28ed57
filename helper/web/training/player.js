// @ts-check
// Plays a set, one screen per step: draws it, says where it stands, and takes the reader to its heading.

import { arriveAt } from "../arriving.js";
import { element } from "../element.js";
import { parsed } from "../showing.js";
import { listenToKeys } from "./keys.js";
import { createOutcome } from "./outcome.js";
import { stepsOf } from "./steps.js";
import { drawSummary, startQuiz } from "./study.js";
import { startWhatIf } from "./what-if.js";

/** @typedef {import("./steps.js").Step} Step */
/** @typedef {import("./steps.js").Entry} Entry */
/** @typedef {import("./steps.js").Way} Way */

/**
 * @param {HTMLElement} $room
 * @param {import("./outcome.js").Change[]} changes
 * @param {ReturnType<typeof import("./lessons.js").createLessons>} lessons
 * @param {{onStep: (way: Way, at: number) => void, leave: () => void}} told
 */
export const createPlayer = ($room, changes, lessons, { onStep, leave }) => {
  /** @type {(name: string) => HTMLElement} */
  const $ = (name) => /** @type {HTMLElement} */ ($room.querySelector(`[data-${name}]`));
  const $view = /** @type {HTMLElement} */ ($room.querySelector("[data-view=play]"));
  const [$screen, $title, $line] = ["screen", "screen-title", "step"].map($);
  const [$back, $on] = ["step-back", "step-on"].map((name) => /** @type {HTMLButtonElement} */ ($(name)));
  const template = (/** @type {string} */ name) =>
    /** @type {HTMLTemplateElement | null} */ ($room.querySelector(`template[data-${name}]`));
  /** @type {Step[]} */
  let steps = [];
  /** @type {Way} */
  let way = "session";
  let at = 0;
  /** Whether a question was right the first time, by the number of its step. @type {Map<number, boolean>} */
  let results = new Map();
  /** @type {ReturnType<typeof startWhatIf> | undefined} */
  let whatIf;

  /** @param {Entry} entry */
  const answeringOf = ({ drawn: { partnership } }) => ({
    byTable: lessons.byTable.bind(undefined, partnership),
    byPython: lessons.byPython.bind(undefined, partnership),
  });
  /** @param {HTMLElement} $place */
  const outcomeIn = ($place) =>
    createOutcome($place, /** @type {HTMLTemplateElement} */ (template("outcome")), changes);

  /** @param {Entry} entry */
  const drawWhatIf = ({ lesson, scenario, ...entry }) => {
    const $place = $("what-if-place");
    if (!lesson || !scenario) return;
    const $again = Object.assign(element("button", "Back to the case as it is told", "eg-button eg-button--quiet"), {
      type: "button",
      onclick: () => whatIf?.reset(),
    });
    const $turns = element("div", "", "eg-room__turns");
    $turns.append(parsed(lesson.turns));
    const $answer = document.createElement("div");
    if (lesson.turns) $place.append(element("h3", "Add an awkward turn"), $turns);
    $place.append(element("h3", "Change the case"), parsed(lesson.what_if), $again, $answer);
    const [outcome, answering] = [outcomeIn($answer), answeringOf({ lesson, scenario, ...entry })];
    const asTold = scenario.case.since ? answering.byPython : answering.byTable;
    /** What later answers are compared with. */
    const told = asTold(scenario.case).catch(() => undefined);
    let isFirst = true;
    const ask = async (/** @type {import("../answering.js").Given} */ given) => {
      const before = isFirst ? undefined : (await told)?.advice;
      isFirst = false;
      outcome.answer(answering, given, before);
    };
    whatIf = startWhatIf(/** @type {HTMLFormElement} */ ($("what-if")), scenario.case, ask);
  };

  const drawLookingBack = () => {
    const own = new Map(steps.flatMap(({ entry }) => (entry?.lesson ? [[entry.name, entry.lesson.reflect]] : [])));
    for (const [name, reflect] of own) {
      const $list = element("ul", "", "eg-list");
      $list.append(parsed(reflect));
      if (reflect) $screen.append(element("h3", name), $list);
    }
  };

  const drawEnd = (/** @type {string} */ kind) => {
    const $template = template(kind);
    if ($template) $screen.append($template.content.cloneNode(true));
    if (kind === "looking-back") drawLookingBack();
    if (kind !== "summary") return;
    const asked = steps.flatMap(({ kind: one, title, line }, index) =>
      one.startsWith("quiz-") ? [{ title, from: line.split(",")[0], at: index, isRight: results.get(index) }] : [],
    );
    $screen.append(...drawSummary(asked, show));
  };

  /** Draws what a step has beside its own markup. @param {Step} step @param {number} number */
  const bring = ({ kind, entry }, number) => {
    if (kind === "missing" && entry) {
      $screen.append(/** @type {HTMLTemplateElement} */ (template("missing-screen")).content.cloneNode(true));
      $("missing-text").textContent = `This scenario belongs to ${entry.name}, which is not kept on this device.`;
    } else if (kind === "answer" && entry?.scenario) {
      outcomeIn($("answer-place")).answer(answeringOf(entry), entry.scenario.case);
    } else if (kind === "what-if" && entry) drawWhatIf(entry);
    else if (kind.startsWith("quiz-"))
      startQuiz($screen, (isRight) => results.has(number) || results.set(number, isRight));
    else drawEnd(kind);
  };

  /** Shows a step, and takes the reader there. @param {number} number */
  const show = (number) => {
    at = Math.min(Math.max(number, 0), steps.length - 1);
    const step = steps[at];
    [$line.textContent, $title.textContent] = [step.line, step.title];
    $screen.replaceChildren(parsed(step.html ?? ""));
    $screen.dataset.screen = step.kind;
    whatIf = undefined;
    bring(step, at);
    // They stay where they are, so that a finger does not have to look for them at every step.
    $back.disabled = at === 0;
    $on.disabled = at === steps.length - 1;
    onStep(way, at);
    arriveAt($title, document.documentElement);
  };

  /** A link that leads to a place in the answer, or asks whom it is about: the step stays what it is. @param {MouseEvent} event */
  const stay = (event) => {
    const $link = /** @type {HTMLElement} */ (event.target).closest("a[data-ask], a[href^='#']");
    if (!($link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    const { ask } = $link.dataset;
    if (!ask) return $screen.querySelector($link.getAttribute("href") ?? "")?.scrollIntoView();
    if (!whatIf) show(steps.findIndex(({ kind, entry }) => kind === "what-if" && entry === steps[at].entry));
    whatIf?.focusOn(ask);
  };

  const [on, back] = [1, -1].map((by) => () => void (steps[at + by] && show(at + by)));
  $on.addEventListener("click", on);
  $back.addEventListener("click", back);
  $("leave").addEventListener("click", leave);
  $screen.addEventListener("click", stay);
  listenToKeys({ isOn: () => !$view.hidden, on, back, leave });

  return {
    /** Begins at a step. @type {(chosen: Way, entries: Entry[], from: number) => void} */
    play: (chosen, entries, from) => {
      way = chosen;
      steps = stepsOf(chosen, entries);
      results = new Map();
      show(from);
    },
  };
};
