// @ts-check
// Parts of a form's desk that are only drawn: what was left empty, what a draft holds besides, room for what is written.

import { element } from "./element.js";

/** Makes long texts as large as what is written in them, where the style cannot: so none is cut off on paper. @param {HTMLFormElement} $form */
export const grow = ($form) => {
  if (CSS.supports("field-sizing", "content")) return;
  for (const $area of $form.querySelectorAll("textarea")) {
    $area.style.height = "auto";
    $area.style.height = `${$area.scrollHeight + 4}px`; // and its border
  }
};

/** Counts what was left empty, and names it when asked. @type {($empty: HTMLElement, labels: string[]) => void} */
export const drawLeftEmpty = ($empty, labels) => {
  const [$summary, $list] = $empty.children;
  $empty.hidden = labels.length === 0;
  $summary.textContent = labels.length === 1 ? "One field is left empty" : `${labels.length} fields are left empty`;
  $list.replaceChildren(...labels.map((label) => element("li", label)));
};

/** Shows what a draft holds and the form has no place for. @type {($left: HTMLElement, left: {label?: string, key: string, value: string | string[]}[]) => void} */
export const drawLeftOver = ($left, left) => {
  $left.hidden = left.length === 0;
  const items = left.map(({ label, key, value }) => {
    const $item = element("li", "");
    $item.append(element("b", `${label || key}: `), element("span", [value].flat().join("; "), "eg-typed"));
    return $item;
  });
  const $list = element("ul", "", "eg-list");
  $list.append(...items);
  $left.replaceChildren(
    element("h3", "The draft holds what this form has no place for. Nothing of it was lost:"),
    $list,
  );
  if (left.length) $left.focus();
};
