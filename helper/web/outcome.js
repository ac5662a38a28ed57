// @ts-check
// What is shown once every question is answered: the table's answer at once, then Python's in its place, or a plain fault.

import { createAnswering, placed } from "./answering.js";
import { asFault } from "./fault.js";
import { element } from "./element.js";
import { drawAnswer, fillPlaces, hasPlaces, takeOver } from "./showing.js";
import { sayIn } from "./telling.js";

/** @typedef {import("./answering.js").Answer} Answer */
/** @typedef {import("./answering.js").Given} Given */
/** @typedef {import("./answering.js").Problem} Problem */
/**
 * @typedef {object} Question
 * @property {Given} given The case.
 * @property {string[]} unsure What "I am not sure" was taken as, in sentences.
 * @property {boolean} hasDate Whether the reader gave a day, so that days can be counted.
 * @property {() => boolean} isCurrent Whether the reader still waits for the answer to it.
 */
/** @typedef {{standing?: Answer, isLate: boolean, settled: Promise<void>}} Standing What the table brought, if it was there before Python. */

const NOTHING_COUNTED = "No limit in this answer is counted from that day.";

/** How long the table is waited for before Python is fetched beside it, in milliseconds. */
const TABLE_ALONE = 2_500;

/** @type {(milliseconds: number) => Promise<void>} */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @type {(bytes: number) => string} */
const mega = (bytes) => (bytes / 1e6).toFixed(1);

/**
 * @param {HTMLElement} $helper
 * @param {{onShown: () => void, onProblem: (problem: Problem) => void}} told
 */
export const createOutcome = ($helper, { onShown, onProblem }) => {
  const { root = "", files = "{}" } = $helper.dataset;
  /** @type {(name: string) => HTMLElement} */
  const $ = (name) => /** @type {HTMLElement} */ ($helper.querySelector(`[data-${name}]`));
  const $answer = $("answer");
  const $bar = /** @type {HTMLProgressElement} */ ($("bar"));
  /** Whether Python may be fetched: on a device that saves data, only once it was asked for. */
  let mayLoad = !(/** @type {any} */ (navigator).connection?.saveData);
  let loading = "Getting the helper ready ...";

  const answering = createAnswering(placed(JSON.parse(files), root), root, ({ loaded, total }) => {
    $bar.value = total ? loaded / total : 0;
    const done = loaded >= total;
    loading = done
      ? "Starting Python in this browser ..."
      : `Loading the helper: ${mega(loaded)} of ${mega(total)} megabytes ...`;
    if (done) $("progress-text").textContent = loading; // told once: a screen reader would read every number out
  });

  const hide = () => {
    for (const name of ["answer", "after", "fault", "progress", "without"]) $(name).hidden = true;
  };

  /** @param {string} text @param {boolean} withBar */
  const showProgress = (text, withBar) => {
    $("progress").hidden = false;
    $bar.hidden = !withBar;
    $("progress-text").textContent = text;
  };

  /** Says how the counting stands, once, in a line that is kept for it from the first. @param {string} text @param {HTMLElement} [$more] */
  const tellDates = (text, $more) => {
    const $dates = $answer.querySelector("[data-dates]");
    if (!($dates instanceof HTMLElement) || $dates.dataset.dates === text) return;
    $dates.dataset.dates = text;
    sayIn($dates, text, ...($more ? [" ", $more] : []));
  };

  /** A button that lets Python be asked, or asked again. @param {string} name */
  const retry = (name) => {
    const $button = Object.assign(element("button", name, "eg-linklike"), { type: "button" });
    $button.dataset.retry = "";
    return $button;
  };

  /** Leads from the answer to its dates, which stand below all of it. */
  const leadToDates = () => Object.assign(element("a", "All the dates"), { href: "#the-dates" });

  /** @type {(answer: Answer, by: "table" | "python", question: Question) => void} */
  const draw = (answer, by, { unsure, hasDate }) => {
    const $dates = element("p", "", "eg-dates");
    $dates.setAttribute("role", "status");
    $dates.dataset.dates = "";
    const remarks = unsure.map((text) => element("p", text, "eg-unsure"));
    drawAnswer($answer, answer, by, hasDate ? [...remarks, $dates] : remarks);
    $answer.toggleAttribute("data-counts", hasDate && mayLoad);
    hide();
    $answer.hidden = $("after").hidden = false;
  };

  /** @type {(error: unknown, question: Question, standing?: Answer) => void} */
  const tellFault = (error, { hasDate }, standing) => {
    const { message } = asFault(error);
    if (standing) {
      if (!hasDate || !hasPlaces($answer)) return; // nothing is missing
      fillPlaces($answer, "Not counted here.");
      return tellDates(
        `The days could not be counted here. ${message} Count them yourself from the day it began.`,
        retry("Try again"),
      );
    }
    hide();
    $("fault").hidden = $("without").hidden = false;
    $("fault-text").textContent = message;
    $("fault").querySelector("h2")?.focus();
  };

  /** Says beside a standing answer what Python will add to it; tells whether Python is to be asked now. */
  const announce = () => {
    if (!hasPlaces($answer)) tellDates(NOTHING_COUNTED);
    else if (mayLoad) tellDates("Counting the days ...");
    else tellDates("This device saves data, so the days are not counted yet.", retry("Count the days"));
    return mayLoad;
  };

  /** @type {(found: Answer, by: "table" | "python", question: Question) => void} */
  const bring = (found, by, question) => {
    draw(found, by, question);
    onShown();
  };

  /** Lets Python answer too: it alone counts days, and it alone is left where the table is missing. @type {(question: Question, table: Standing) => Promise<void>} */
  const askPython = async (question, table) => {
    if (table.standing && !announce()) return;
    if (!table.standing) showProgress(loading, true);
    try {
      const reply = await answering.byPython(question.given);
      if (!question.isCurrent()) return;
      if ("problem" in reply) return onProblem(reply);
      table.isLate = true;
      if (!table.standing) bring(reply, "python", question);
      else if (!takeOver($answer, table.standing, reply)) draw(reply, "python", question);
      if (hasPlaces($answer)) tellDates("The days are counted below.", leadToDates());
      else tellDates(NOTHING_COUNTED);
    } catch (error) {
      await table.settled;
      if (question.isCurrent()) tellFault(error, question, table.standing);
    }
  };

  /** Brings the table's answer, unless Python was sooner. @type {(question: Question) => Standing} */
  const askTable = (question) => {
    /** @type {Standing} */
    const table = { standing: undefined, isLate: false, settled: Promise.resolve() };
    const bringStanding = (/** @type {Answer} */ found) => {
      if (!question.isCurrent() || table.isLate) return;
      table.standing = found;
      bring(found, "table", question);
      announce();
    };
    table.settled = answering.byTable(question.given).then(bringStanding, () => {});
    return table;
  };

  /** Answers a question, and shows the answer where the reader still waits for it. @type {(question: Question) => Promise<void>} */
  const answer = async (question) => {
    hide();
    showProgress("Getting the answer ready ...", false);
    const table = askTable(question);
    await Promise.race([table.settled, pause(TABLE_ALONE)]);
    if (question.isCurrent()) await askPython(question, table);
  };

  /** Fetches the table now, and Python once the page is idle or the reader begins. A fault is told when an answer is asked for. @param {Promise<unknown>} begun */
  const loadAhead = async (begun) => {
    await Promise.race([answering.loadTable(), pause(TABLE_ALONE)]);
    const idle = new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve));
    await Promise.race([idle, begun]);
    if (mayLoad) answering.loadPython();
  };

  return { answer, ask: answering.ask, hide, loadAhead, allowLoading: () => (mayLoad = true), mayLoad: () => mayLoad };
};
