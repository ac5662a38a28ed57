// @ts-check
// The engine's answer on a screen: the table's at once, Python's in its place where a day is to be counted; and what is another
// than before, said and marked.

import { showCopyButtons } from "../copying.js";
import { element } from "../element.js";
import { asFault } from "../fault.js";
import { drawAnswer, fillPlaces, hasPlaces, takeOver } from "../showing.js";

/** @typedef {import("../answering.js").Answer} Answer */
/** @typedef {import("../answering.js").Given} Given */
/** @typedef {[field: string, words: string, anchor: string]} Change */
/** @typedef {{byTable: (given: Given) => Promise<Answer | undefined>, byPython: (given: Given) => Promise<Answer>}} Answering */

const NOTHING_COUNTED = "No limit in this answer is counted from that day.";

/** The fields in which two answers differ. @type {(changes: Change[], before: string, now: string) => Change[]} */
const different = (changes, before, now) => {
  const [old, fresh] = [before, now].map((advice) => JSON.parse(advice));
  return changes.filter(([field]) => JSON.stringify(old[field]) !== JSON.stringify(fresh[field]));
};

/** @param {HTMLElement} $answer @param {Change[]} found */
const mark = ($answer, found) => {
  for (const $mark of $answer.querySelectorAll(".eg-changed__mark")) $mark.remove();
  for (const anchor of new Set(found.map(([, , one]) => one))) {
    const $heading = $answer.querySelector(anchor ? `#answer-${anchor}` : "#answer");
    $heading?.append(" ", element("span", "changed", "eg-changed__mark"));
  }
};

/**
 * @param {HTMLElement} $place Where the answer is shown.
 * @param {HTMLTemplateElement} $template
 * @param {Change[]} changes What may change, in words.
 */
export const createOutcome = ($place, $template, changes) => {
  $place.replaceChildren($template.content.cloneNode(true));
  /** @type {(name: string) => HTMLElement} */
  const $ = (name) => /** @type {HTMLElement} */ ($place.querySelector(`[data-${name}]`));
  const [$answer, $dates, $changed] = [$("answer"), $("dates"), $("changed")];
  let asked = 0;

  /** Says what differs from another answer, and marks it. @type {(now: string, before: string) => void} */
  const compare = (now, before) => {
    const found = different(changes, before, now);
    mark($answer, found);
    const words = [...new Set(found.map(([, one]) => one))].join(", ");
    $changed.textContent = words ? `What changed: ${words}.` : "Nothing in the answer changed.";
  };

  /** @type {(answer: Answer, by: "table" | "python") => void} */
  const show = (answer, by) => {
    drawAnswer($answer, answer, by, []);
    showCopyButtons($answer);
  };

  /** Says what is missing where Python did not answer. @type {(isStanding: boolean, why: string) => string} */
  const withoutPython = (isStanding, why) => {
    if (!isStanding) return `The answer is not on this device. ${why}`;
    if (!hasPlaces($answer)) return NOTHING_COUNTED;
    fillPlaces($answer, "Not counted here.");
    return `The days could not be counted here. ${why} Count them yourself from the day it began.`;
  };

  /** Answers a case; `before` is the answer it is compared with. @type {(answering: Answering, given: Given, before?: string) => Promise<void>} */
  const answer = async ({ byTable, byPython }, given, before) => {
    const number = (asked += 1);
    const isCurrent = () => number === asked;
    $dates.textContent = $changed.textContent = "";
    const standing = await byTable(given).catch(() => undefined);
    if (!isCurrent()) return;
    if (standing) show(standing, "table");
    const compareStanding = () => standing && before && compare(standing.advice, before);
    if (standing && !given.since) return void compareStanding();
    $dates.textContent = standing ? "Counting the days ..." : "Getting the answer ready ...";
    try {
      const reply = await byPython(given);
      if (!isCurrent()) return;
      if (!standing || !takeOver($answer, standing, reply)) show(reply, "python");
      if (before) compare(reply.advice, before);
      if (given.since) $dates.textContent = hasPlaces($answer) ? "The days are counted." : NOTHING_COUNTED;
      else $dates.textContent = "";
    } catch (error) {
      if (!isCurrent()) return;
      compareStanding();
      $dates.textContent = withoutPython(Boolean(standing), asFault(error).message);
    }
  };
  return { answer };
};
