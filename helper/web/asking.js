// @ts-check
// Asks, below a button, whether the reader means it. Not by the browser's own question: in a frame it may stay unasked, which is a No.

import { element } from "./element.js";

let last = 0;
/** Takes the question away that stands open. */
let withdraw = () => {};

/** @type {(text: string, className: string) => HTMLElement} */
const button = (text, className) => Object.assign(element("button", text, className), { type: "button" });

/** @type {(question: string, yes: string, no: string) => {$asked: HTMLElement, $yes: HTMLElement, $no: HTMLElement}} */
const draw = (question, yes, no) => {
  const $asked = element("div", "", "eg-asked");
  const id = `asked-${(last += 1)}`;
  $asked.setAttribute("role", "group");
  $asked.setAttribute("aria-labelledby", id);
  const [$yes, $no] = [button(yes, "eg-button"), button(no, "eg-button eg-button--quiet")];
  const $buttons = element("p", "", "eg-asked__buttons");
  $buttons.append($yes, " ", $no);
  $asked.append(Object.assign(element("p", question), { id }), $buttons);
  return { $asked, $yes, $no };
};

/**
 * Resolves to what the reader said. Whatever else they do instead is a No.
 * @type {($button: HTMLElement, question: string, yes: string, no: string) => Promise<boolean>}
 */
export const agreed = ($button, question, yes, no) => {
  withdraw();
  return new Promise((resolve) => {
    const { $asked, $yes, $no } = draw(question, yes, no);
    const over = new AbortController();
    const end = (/** @type {boolean} */ isAgreed, isBack = true) => {
      over.abort();
      $asked.remove();
      withdraw = () => {};
      if (isBack) $button.focus(); // or it would be lost with the buttons; what comes of a Yes may take it on
      resolve(isAgreed);
    };
    withdraw = () => end(false, false);
    const whileOpen = { signal: over.signal };
    $yes.addEventListener("click", () => end(true), whileOpen);
    $no.addEventListener("click", () => end(false), whileOpen);
    $asked.addEventListener("keydown", ({ key }) => key === "Escape" && end(false), whileOpen);
    window.addEventListener("popstate", withdraw, whileOpen);
    document.addEventListener("click", ({ target }) => $asked.contains(/** @type {Node} */ (target)) || withdraw(), {
      ...whileOpen,
      capture: true,
    });
    ($button.closest(".eg-actions") ?? $button).after($asked);
    $no.focus();
  });
};
