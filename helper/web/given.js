// @ts-check
// One line of what was answered, each part with a way to change it; the optional ones with a way to add them.

import { element } from "./element.js";

/** @typedef {{value: string, short: string, unsure: string, known?: string}} Choice The value for the case, the words for it, what "not sure" was taken as, and what a form may take over. */
/** @typedef {{name: string, label: string, choice?: Choice}} Item */

/** @type {(item: Item, go: (name: string) => void) => HTMLElement} */
const drawItem = ({ name, label, choice }, go) => {
  const $item = document.createElement("li");
  const $button = Object.assign(document.createElement("button"), { type: "button", className: "eg-linklike" });
  $button.append(choice ? "Change" : "Add", element("span", ` ${label.toLowerCase()}`, "eg-unseen"));
  $button.addEventListener("click", () => go(name));
  $item.append(element("span", label, "eg-answers__label"), element("b", choice?.short ?? "Not said"), $button);
  return $item;
};

/**
 * @param {Item[]} items What is listed.
 * @param {Choice[]} choices What is named in the one line above the list.
 * @param {(name: string) => void} go Opens a question.
 */
export const drawGiven = (items, choices, go) => {
  const $summary = document.createElement("summary");
  const said = choices.filter(({ value }) => value).map(({ short }) => short);
  $summary.append("Your answers: ", said.join(", ") || "none yet", " ", element("span", "Change", "eg-change"));
  const $list = document.createElement("ul");
  $list.append(...items.map((item) => drawItem(item, go)));
  const $details = document.createElement("details");
  $details.append($summary, $list);
  return $details;
};
