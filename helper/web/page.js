// @ts-check
// The conversation: shows one question at a time, passes the answers to the engine, shows what comes back. Holds no rule and no fact.

import { arriveAt } from "./arriving.js";
import { folder } from "./folders.js";
import { isFramed } from "./framed.js";
import { isFromDisk } from "./from-disk.js";
import { drawGiven } from "./given.js";
import { readLink, repeatable, shareLink } from "./links.js";
import { settleNumbers } from "./numbers.js";
import { createOutcome } from "./outcome.js";
import { print } from "./printing.js";
import { complain, createQuestions, nameOf } from "./questions.js";
import { share } from "./share.js";
import { createTakeaway } from "./takeaway.js";
import { createTrail } from "./trail.js";

const $helper = /** @type {HTMLElement} */ (document.querySelector("[data-conversation]"));
/** @type {(name: string) => HTMLElement} */
const $ = (name) => /** @type {HTMLElement} */ ($helper.querySelector(`[data-${name}]`));
const { partnership = "", root = "" } = $helper.dataset;
/** Where this conversation has a page of its own, which anybody can open. */
const ownPage = new URL(`${root}${partnership}/next-step/`, document.baseURI).href;
const $form = /** @type {HTMLFormElement} */ ($("questions"));
const questions = createQuestions($form);
const { chosen, find, firstOpen, fill } = questions;

/** Which answer is the newest: an older reply that comes late is dropped. */
let asked = 0;
/** What is shown: a question's id, "answer", or a form. */
let shown = "";
/** Whether the reader has begun: before that a frame takes neither the focus nor the place in the page around it. */
let mayMove = !isFramed;

/** @type {(view: string) => void} */
const show = (view) => {
  shown = view;
  const $question = find(view);
  for (const $one of questions.all) $one.hidden = $one !== $question;
  $form.hidden = !$question;
  outcome.hide();
  takeaway.hide();
  $("danger").hidden = !$question || chosen.get("urgency")?.value === "immediate";
  const isForm = takeaway.open(view);
  if (isForm) $("answers").hidden = true;
  else drawAnswers(view);
  if (isForm) return;
  if (!$question) return void answer();
  /** @type {HTMLElement} */ ($question.querySelector("[data-back]")).hidden = trail.isFirst();
};

/** Shows a view and puts the reader there; the address stays as it is and holds nothing of a case. @param {string} view */
const go = (view) => {
  trail.go(view);
  show(view);
  focusOn(view);
};

/** @param {string} view */
const focusOn = (view) => {
  const $question = find(view);
  if (!$question) return takeaway.focus(view);
  moveTo($question.querySelector("h2"));
};

/** @param {HTMLElement | null} $heading */
const moveTo = ($heading) => {
  if (mayMove) arriveAt($heading, $helper);
};

/** After a question: the next one that has to be answered, then whom it is about, then the answer. @param {HTMLElement} $from */
const goOn = ($from) => {
  const next = firstOpen();
  if (next) return go(nameOf(next));
  const offered = questions.all.find(($one) => $one.dataset.question === "them");
  const isFirstTime =
    $from.dataset.question === "urgency" && !chosen.has("them") && chosen.get("urgency")?.value !== "immediate";
  go(offered && isFirstTime ? "them" : "answer");
};

/** @param {string} view */
const drawAnswers = (view) => {
  const named = questions.all
    .filter(($one) => !questions.isIdle($one) && $one.dataset.question !== view)
    .map(($one) => ({ name: nameOf($one), label: $one.dataset.label ?? "" }))
    .map((one) => ({ ...one, choice: chosen.get(one.name) }));
  const items = named.filter(({ choice }) => choice || view === "answer");
  $("answers").hidden = items.length === 0;
  $("answers").replaceChildren(
    drawGiven(
      items,
      named.flatMap(({ choice }) => (choice ? [choice] : [])),
      go,
    ),
  );
};

const answer = () => {
  const number = (asked += 1);
  return outcome.answer({
    given: questions.given(partnership),
    unsure: [...chosen.values()].flatMap(({ unsure }) => (unsure ? [unsure] : [])),
    hasDate: Boolean(chosen.get("since")?.value),
    isCurrent: () => number === asked && shown === "answer",
  });
};

/** Takes the reader to the answer. */
const onShown = () => {
  takeaway.answered(outcome.mayLoad());
  $("link").hidden = true;
  moveTo($("answer").querySelector(".eg-headline"));
};

/** Opens the question that a value belongs to, with what is wrong with it; every other answer is kept. @type {(field: string, sentence: string) => void} */
const reopen = (field, sentence) => {
  chosen.delete(field);
  const $one = find(field) ?? questions.all[0];
  go(nameOf($one));
  complain($one, sentence);
};

/** Reads a link's fragment; an id that does not exist opens its question with a plain sentence. @returns {boolean} whether there was one */
const openLink = () => {
  const link = readLink(location.hash);
  if (!link) return false;
  const { partnership: wanted = partnership, ...answers } = link.answers;
  if (wanted !== partnership) return (location.replace(`${folder(`${root}next-step/`)}${location.hash}`), true);
  questions.clear();
  takeaway.forget();
  const unknown = Object.entries(answers).filter(([name, value]) => !fill(name, value));
  const [name = "", value = ""] = unknown.find(([field]) => find(field)) ?? [];
  for (const $one of questions.all) {
    const field = nameOf($one);
    if (!(field in answers) && $one.dataset.default) fill(field, $one.dataset.default);
  }
  const view = name || (firstOpen()?.dataset.question ?? "answer");
  trail.begin(view);
  show(view);
  const $one = find(name);
  const said = `The link says "${repeatable(value)}", which is not one of these. Choose again; your other answers are kept.`;
  if ($one) complain($one, said);
  const leftOut = [
    ...unknown.map(([field]) => field).filter((field) => field !== name),
    ...link.strangers.map(repeatable),
  ];
  notice(
    [
      leftOut.length > 0 ? `The link holds what this page does not use (${leftOut.join(", ")}). It was left out.` : "",
      takeaway.isBegun() ? "A form that you began is still here. If this is about another child, clear it first." : "",
    ]
      .filter(Boolean)
      .join(" "),
  );
  return true;
};

/** @param {string} text */
const notice = (text) => {
  $("notice").textContent = text;
  $("notice").hidden = !text;
};

/** Takes the answer to the question that is asked. */
const takeAnswer = () => {
  const $one = questions.all.find(($question) => !$question.hidden);
  if (!$one) return;
  const choice = questions.readChoice($one);
  complain($one, choice ? "" : "Choose one of the answers. If you do not know, choose \u201cI am not sure\u201d.");
  if (!choice) return;
  questions.take($one, choice);
  notice("");
  goOn($one);
};

$helper.addEventListener("click", (event) => {
  const $target = /** @type {HTMLElement} */ (event.target).closest(
    "[type=submit], [data-skip], [data-back], [data-set-urgency], [data-again], [data-print], [data-share], [data-retry], [data-ask]",
  );
  if (!($target instanceof HTMLElement)) return;
  // A frame may refuse to submit a form, and its browser then says nothing of it: the button itself, which Enter presses too, is heard.
  if ($target.matches("[type=submit]")) (event.preventDefault(), takeAnswer());
  else if ("back" in $target.dataset) trail.back();
  else if ("skip" in $target.dataset) skip();
  else if ("again" in $target.dataset) again($target);
  else if ("print" in $target.dataset) print($target);
  else if ("share" in $target.dataset) share($("link"), shareLink(ownPage, questions.given(partnership)));
  else if ("retry" in $target.dataset) (outcome.allowLoading(), show("answer"));
  else if ("ask" in $target.dataset) (event.preventDefault(), go($target.dataset.ask ?? ""));
  else danger($target.dataset.setUrgency ?? "");
});

/** Passes a question over, for good: it is not offered again, but can be added to the answer. */
const skip = () => {
  if (!chosen.has(shown)) chosen.set(shown, { value: "", short: "Not said", unsure: "" });
  go(firstOpen()?.dataset.question ?? "answer");
};

/** The shortest way to an answer: nothing else is asked first. @param {string} urgency */
const danger = (urgency) => {
  fill("urgency", urgency);
  for (let $open = firstOpen(); $open && fill(nameOf($open), "unsure");) $open = firstOpen();
  go(firstOpen()?.dataset.question ?? "answer");
};

/** @param {HTMLElement} $button */
const again = async ($button) => {
  if (!(await takeaway.clear($button))) return;
  questions.clear();
  go(nameOf(questions.all[0]));
};

window.addEventListener("popstate", () => {
  if (openLink()) return; // an address that holds answers always stands above those answers
  trail.moved();
});
window.addEventListener("hashchange", () => trail.isNoted() || openLink());

const trail = createTrail((view) => {
  show(view === "answer" ? (firstOpen()?.dataset.question ?? view) : view);
  focusOn(view);
});
const outcome = createOutcome($helper, {
  onShown,
  onProblem: ({ problem, sentence }) => reopen(problem.field, sentence),
});
const takeaway = createTakeaway($helper, {
  ask: outcome.ask,
  root,
  given: () => questions.given(partnership),
  known: questions.known,
  go,
});

if (!openLink()) {
  // A page that is opened again has forgotten the answers: it begins at the beginning.
  const first = nameOf(questions.all[0]);
  trail.begin(first);
  $form.reset();
  show(first);
}
for (const name of ["pointerdown", "keydown"])
  $helper.addEventListener(name, () => (mayMove = true), { capture: true, once: true });
settleNumbers(document);
$("share").hidden = isFromDisk; // such a link would show the reader's folders, and work for nobody else
outcome.loadAhead(new Promise((resolve) => $form.addEventListener("change", resolve, { once: true })));
