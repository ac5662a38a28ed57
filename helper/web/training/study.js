// @ts-check
// Studying alone: a question is ticked and checked, and the page says at once what is right. What was right is kept in memory only.

import { element } from "../element.js";

/** @type {(ids: string | undefined) => Set<string>} */
const setOf = (ids) => new Set((ids ?? "").split(" ").filter(Boolean));

/** What is said beside a choice once it is checked. @type {(ticked: boolean, right: boolean, free: string | undefined) => string} */
const remark = (ticked, right, free) => {
  if (right) return ticked ? "Right" : "This is right";
  if (ticked) return free ?? "Not here";
  return "";
};

/**
 * Makes a question work.
 * @param {HTMLElement} $screen Holds its form, and what the procedure says.
 * @param {(isRight: boolean) => void} onChecked
 */
export const startQuiz = ($screen, onChecked) => {
  const $form = /** @type {HTMLFormElement} */ ($screen.querySelector("[data-quiz]"));
  const $feedback = /** @type {HTMLElement} */ ($screen.querySelector("[data-feedback]"));
  const $error = /** @type {HTMLElement} */ ($form.querySelector("[data-error]"));
  const ticks = /** @type {HTMLInputElement[]} */ ([...$form.querySelectorAll("input")]);
  const right = setOf($form.dataset.quiz);

  $form.addEventListener("submit", (event) => {
    event.preventDefault();
    const isEmpty = !ticks.some(({ checked }) => checked);
    $error.textContent = isEmpty ? "Tick at least one answer." : "";
    $error.hidden = !isEmpty;
    if (isEmpty) return void ticks[0].focus();
    const isRight = ticks.every(({ checked, value, dataset }) => checked === right.has(value) || dataset.free);
    for (const $tick of ticks) {
      const said = remark($tick.checked, right.has($tick.value), $tick.dataset.free);
      $tick.disabled = true;
      $tick.closest("label")?.querySelector("small")?.replaceChildren(said);
    }
    /** @type {HTMLButtonElement} */ ($form.querySelector("button")).hidden = true;
    const $title = /** @type {HTMLElement} */ ($feedback.querySelector("h3"));
    $title.textContent = isRight ? "That is right" : "Not quite: this is what the procedure says";
    $feedback.hidden = false;
    $title.focus();
    onChecked(isRight);
  });
};

/** How it went, question by question, each with a way back to it. @type {(asked: {title: string, from: string, at: number, isRight?: boolean}[], go: (at: number) => void) => HTMLElement[]} */
export const drawSummary = (asked, go) => {
  const $list = element("ul", "", "eg-list");
  $list.append(
    ...asked.map(({ title, from, at, isRight }) => {
      const $item = document.createElement("li");
      const $button = Object.assign(element("button", "Look again", "eg-linklike"), { type: "button" });
      $button.append(element("span", `: ${from}, ${title}`, "eg-unseen"));
      $button.addEventListener("click", () => go(at));
      const how = isRight === undefined ? "not answered" : isRight ? "right" : "not right the first time";
      $item.append(`${from}. ${title} `, element("b", how), ". ", $button);
      return $item;
    }),
  );
  return [element("p", "Nothing of this is stored: it is forgotten when you leave the page."), $list];
};
