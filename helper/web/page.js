// @ts-check
// The conversation: shows one question at a time, passes the answers to the engine, shows what comes back. Holds no rule and no fact.

import { folder } from "./folders.js";
import { drawGiven } from "./given.js";
import { readLink, shareLink } from "./links.js";
import { settleNumbers } from "./numbers.js";
import { createOutcome } from "./outcome.js";

/** @typedef {import("./given.js").Choice} Choice */

const $helper = /** @type {HTMLElement} */ (document.querySelector("[data-conversation]"));
/** @type {(name: string) => HTMLElement} */
const $ = (name) => /** @type {HTMLElement} */ ($helper.querySelector(`[data-${name}]`));
const { partnership = "", root = "" } = $helper.dataset;
const $form = /** @type {HTMLFormElement} */ ($("questions"));
const $questions = /** @type {HTMLElement[]} */ ([...$form.querySelectorAll("[data-question]")]);

/** What the reader chose, by question. @type {Map<string, Choice>} */
const chosen = new Map();
/** Which answer is the newest: an older reply that comes late is dropped. */
let asked = 0;
/** What is shown: a question's id, or "answer". */
let shown = "";

/** @type {(name: string | undefined) => HTMLElement | undefined} */
const question = (name) => $questions.find(($one) => $one.dataset.question === name);

/** A question that another answer makes idle, such as "was it settled" where nothing was tried. @param {HTMLElement} $one */
const isIdle = ($one) => {
  const [field, value] = ($one.dataset.unless ?? "=").split("=");
  return chosen.get(field)?.value === value && field !== "";
};

/** A question that has to be answered and is not. @param {HTMLElement} $one */
const isOpen = ($one) => !("optional" in $one.dataset) && !isIdle($one) && !chosen.has($one.dataset.question ?? "");

const firstOpen = () => $questions.find(isOpen);

/** @type {(view: string) => void} */
const show = (view) => {
  shown = view;
  const $question = question(view);
  for (const $one of $questions) $one.hidden = $one !== $question;
  $form.hidden = !$question;
  outcome.hide();
  $("danger").hidden = !$question || chosen.get("urgency")?.value === "immediate";
  drawAnswers(view);
  if (!$question) return void answer();
  /** @type {HTMLElement} */ ($question.querySelector("[data-back]")).hidden = history.state?.first ?? true;
};

/** Shows a view and puts the reader there; the address stays as it is and holds nothing of a case. @param {string} view */
const go = (view) => {
  history.pushState({ view, first: false }, "", location.pathname + location.search);
  show(view);
  focusOn(view);
};

/** @param {string} view */
const focusOn = (view) => {
  const $question = question(view);
  if (!$question) return;
  $question.querySelector("h2")?.focus({ preventScroll: true });
  $helper.scrollIntoView({ block: "start" });
};

/** After a question: the next one that has to be answered, then whom it is about, then the answer. @param {HTMLElement} $from */
const goOn = ($from) => {
  const next = firstOpen();
  if (next) return go(next.dataset.question ?? "");
  const offered = $questions.find(($one) => $one.dataset.question === "them");
  const isFirstTime =
    $from.dataset.question === "urgency" && !chosen.has("them") && chosen.get("urgency")?.value !== "immediate";
  go(offered && isFirstTime ? "them" : "answer");
};

/** What stands in a question's fields, as chosen; undefined where nothing does. @param {HTMLElement} $one */
const readChoice = ($one) => {
  const name = $one.dataset.question ?? "";
  const $select = $one.querySelector("select");
  if ($select) {
    const $option = $select.selectedOptions[0];
    return { value: $select.value, short: $option.dataset.short ?? $option.text, unsure: "" };
  }
  if (name === "since") return readDate();
  const $radio = /** @type {HTMLInputElement | null} */ ($one.querySelector("input:checked"));
  if (!$radio) return undefined;
  return {
    value: $radio.dataset.means ?? $radio.value,
    short: $radio.dataset.short ?? "",
    unsure: $radio.dataset.unsure ?? "",
  };
};

const readDate = () => {
  const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ ($form.elements.namedItem(name)).value;
  const [day, time] = [field("since-date"), field("since-time")];
  return {
    value: day && time ? `${day}T${time}` : day,
    short: [day, time].filter(Boolean).join(" ") || "Not said",
    unsure: "",
  };
};

/** @type {($one: HTMLElement, text: string) => void} */
const complain = ($one, text) => {
  const $error = /** @type {HTMLElement} */ ($one.querySelector("[data-error]"));
  $error.textContent = text;
  $error.hidden = !text;
  if (text) $error.setAttribute("role", "alert");
};

/** @param {string} view */
const drawAnswers = (view) => {
  const named = $questions
    .filter(($one) => !isIdle($one) && $one.dataset.question !== view)
    .map(($one) => ({ name: $one.dataset.question ?? "", label: $one.dataset.label ?? "" }))
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

/** The case as the engine reads it. @returns {Record<string, unknown>} */
const caseOf = () => {
  /** @type {Record<string, unknown>} */
  const answers = { partnership };
  for (const $one of $questions) {
    const name = $one.dataset.question ?? "";
    const value = chosen.get(name)?.value;
    if (value && !isIdle($one)) answers[name] = name === "resolved" ? value === "true" : value;
  }
  return answers;
};

const answer = () => {
  const number = (asked += 1);
  return outcome.answer({
    given: caseOf(),
    unsure: [...chosen.values()].flatMap(({ unsure }) => (unsure ? [unsure] : [])),
    hasDate: Boolean(chosen.get("since")?.value),
    isCurrent: () => number === asked && shown === "answer",
  });
};

/** Takes the reader to the answer. */
const onShown = () => {
  $("link").hidden = true;
  /** @type {HTMLElement | null} */ ($("answer").querySelector(".eg-headline"))?.focus({ preventScroll: true });
  $helper.scrollIntoView({ block: "start" });
};

/** Opens the question that a value belongs to, with what is wrong with it; every other answer is kept. @type {(field: string, sentence: string) => void} */
const reopen = (field, sentence) => {
  chosen.delete(field);
  const $one = question(field) ?? $questions[0];
  go($one.dataset.question ?? "");
  complain($one, sentence);
};

/** Puts an answer that came in a link into its question; tells whether the question has it. @type {(name: string, value: string) => boolean} */
const fill = (name, value) => {
  const $one = question(name);
  if (!$one) return false;
  const $select = $one.querySelector("select");
  const $option = $select && [...$select.options].find((option) => option.value === value);
  const $radio = /** @type {HTMLInputElement | undefined} */ (
    [...$one.querySelectorAll("input[type=radio]")].find(
      (input) => /** @type {HTMLInputElement} */ (input).value === value,
    )
  );
  if ($select && $option) $select.value = value;
  else if ($radio) $radio.checked = true;
  else return false;
  const choice = readChoice($one);
  if (choice) chosen.set(name, choice);
  return true;
};

/** Reads a link's fragment; an id that does not exist opens its question with a plain sentence. @returns {boolean} whether there was one */
const openLink = () => {
  const link = readLink(location.hash);
  if (!link) return false;
  const { partnership: wanted = partnership, ...answers } = link.answers;
  if (wanted !== partnership) return (location.replace(`${folder(`${root}next-step/`)}${location.hash}`), true);
  chosen.clear();
  $form.reset();
  const unknown = Object.entries(answers).filter(([name, value]) => !fill(name, value));
  const [name = "", value] = unknown.find(([field]) => question(field)) ?? [];
  for (const $one of $questions) {
    const field = $one.dataset.question ?? "";
    if (!(field in answers) && $one.dataset.default) fill(field, $one.dataset.default);
  }
  const view = name || (firstOpen()?.dataset.question ?? "answer");
  history.replaceState({ view, first: true }, "");
  show(view);
  const $one = question(name);
  if ($one)
    complain($one, `The link says "${value}", which is not one of these. Choose again; your other answers are kept.`);
  const leftOut = [...unknown.map(([field]) => field).filter((field) => field !== name), ...link.strangers];
  notice(
    leftOut.length > 0 ? `The link holds what this page does not use (${leftOut.join(", ")}). It was left out.` : "",
  );
  return true;
};

/** @param {string} text */
const notice = (text) => {
  $("notice").textContent = text;
  $("notice").hidden = !text;
};

$form.addEventListener("submit", (event) => {
  event.preventDefault();
  const $one = $questions.find(($question) => !$question.hidden);
  if (!$one) return;
  const choice = readChoice($one);
  complain($one, choice ? "" : "Choose one of the answers. If you do not know, choose \u201cI am not sure\u201d.");
  if (!choice) return;
  chosen.set($one.dataset.question ?? "", choice);
  notice("");
  goOn($one);
});

$helper.addEventListener("click", (event) => {
  const $target = /** @type {HTMLElement} */ (event.target).closest(
    "[data-skip], [data-back], [data-set-urgency], [data-again], [data-print], [data-share], [data-retry], [data-ask]",
  );
  if (!($target instanceof HTMLElement)) return;
  if ("back" in $target.dataset) history.back();
  else if ("skip" in $target.dataset) skip();
  else if ("again" in $target.dataset) again();
  else if ("print" in $target.dataset) window.print();
  else if ("share" in $target.dataset) share();
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
  for (let $open = firstOpen(); $open && fill($open.dataset.question ?? "", "unsure");) $open = firstOpen();
  go(firstOpen()?.dataset.question ?? "answer");
};

const again = () => {
  chosen.clear();
  $form.reset();
  go($questions[0].dataset.question ?? "");
};

const share = async () => {
  const link = shareLink(location.href, caseOf());
  const $input = /** @type {HTMLInputElement} */ ($("link").querySelector("input"));
  $("link").hidden = false;
  $input.value = link;
  $input.select();
  const copied = await navigator.clipboard?.writeText(link).then(
    () => true,
    () => false,
  );
  $("copied").textContent = copied ? "Copied." : "Select the link and copy it.";
};

window.addEventListener("popstate", () => {
  const view = history.state?.view;
  if (openLink() || !view) return; // an address that holds answers always stands above those answers
  show(view === "answer" ? (firstOpen()?.dataset.question ?? view) : view);
  focusOn(view);
});
window.addEventListener("hashchange", () => history.state?.view || openLink());

const outcome = createOutcome($helper, {
  onShown,
  onProblem: ({ problem, sentence }) => reopen(problem.field, sentence),
});

if (!openLink()) {
  // A page that is opened again has forgotten the answers: it begins at the beginning.
  const first = $questions[0].dataset.question ?? "";
  history.replaceState({ view: first, first: true }, "");
  $form.reset();
  show(first);
}
settleNumbers(document);
$("share").hidden = location.protocol === "file:"; // such a link would show the reader's folders, and work for nobody else
outcome.loadAhead(new Promise((resolve) => $form.addEventListener("change", resolve, { once: true })));
