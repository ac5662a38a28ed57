// @ts-check
// Puts the chosen areas side by side and marks where their cells differ. What stands in a cell, and the key that it has in common
// with cells of the same facts, was worked out when the site was built; keys are held against each other and mean nothing here.
//
// The address says what is chosen: `#of=salford,wigan`, or `#work=trafford&child=wigan`. A fragment without these leaves all as it is.

import { choiceIn, fragmentOf } from "./compare-link.js";
import { repeatable } from "./links.js";

/** @typedef {import("./compare-link.js").Choice} Choice */

const $page = /** @type {HTMLElement} */ (document.querySelector("[data-compare]"));
const $form = /** @type {HTMLFormElement} */ ($page.querySelector("[data-choose]"));
const $border = /** @type {HTMLElement} */ ($page.querySelector("[data-border]"));
const $topics = /** @type {HTMLElement[]} */ ([...$page.querySelectorAll("[data-topic]")]);
const $boxes = /** @type {HTMLInputElement[]} */ ([...$form.querySelectorAll("input[name=of]")]);
const [$hide, $full] = ["hide", "full"].map((name) => /** @type {HTMLInputElement} */ ($form.elements.namedItem(name)));
const [$work, $child] = ["work", "child"].map(
  (name) => /** @type {HTMLSelectElement} */ ($form.elements.namedItem(name)),
);
const $borders = /** @type {HTMLElement} */ ($page.querySelector("[data-topic=borders]"));
const $afterBorders = document.createComment("the topic of other areas");
$borders.after($afterBorders);

const known = $boxes.map(({ value }) => value);
const first = ($page.dataset.first ?? "").split(",").filter(Boolean);

/** @type {($from: ParentNode, selector: string) => HTMLElement} */
const find = ($from, selector) => /** @type {HTMLElement} */ ($from.querySelector(selector));
/** @type {(id: string) => string} */
const nameOf = (id) => [...$work.options].find(({ value }) => value === id)?.dataset.name ?? "";
/** @type {($topic: HTMLElement) => string} */
const titleOf = ($topic) => find($topic, "h3").textContent ?? "";

/** The cells of some areas, in the order of these. @type {($place: Element, ids: string[]) => HTMLElement[]} */
const cellsOf = ($place, ids) => ids.map((id) => find($place, `[data-of="${id}"]`));

/** Which of its marks a topic gets: one key is the same fact for all, said by nobody or in each one's words. @type {($cells: HTMLElement[]) => string} */
const markFor = ($cells) => {
  if ($cells.length < 2) return "";
  if ($cells.some(({ dataset }) => dataset.key !== $cells[0].dataset.key)) return "differs";
  return "silent" in $cells[0].dataset ? "same" : "alike";
};

/** @type {($topic: HTMLElement, mark: string) => void} */
const showMark = ($topic, mark) => {
  $topic.dataset.marked = mark;
  for (const $mark of /** @type {NodeListOf<HTMLElement>} */ ($topic.querySelectorAll("[data-mark]"))) {
    $mark.hidden = $mark.dataset.mark !== mark;
  }
};

/** Makes elements of areas that stand in the page as text so far, each in its place. @type {(ids: string[]) => void} */
const unpack = (ids) => {
  for (const id of ids) {
    const $packed = $page.querySelector(`[data-packed="${id}"]`);
    if (!$packed) continue;
    const $made = document.createElement("template");
    $made.innerHTML = $packed.textContent ?? "";
    for (const $one of /** @type {NodeListOf<HTMLElement>} */ ($made.content.querySelectorAll("[data-place]"))) {
      find($page, `[data-cells="${$one.dataset.place}"]`).append($one);
    }
    $packed.remove();
  }
};

/** @type {(ids: string[], choice: Choice) => void} */
const place = (ids, { work, child }) => {
  for (const $one of /** @type {NodeListOf<HTMLElement>} */ ($page.querySelectorAll("[data-of]"))) {
    const id = $one.dataset.of ?? "";
    $one.hidden = !ids.includes(id);
    $one.dataset.as = !(work && child) ? "" : id === work ? "work" : "child";
  }
  for (const $cells of $page.querySelectorAll(".eg-cells")) $cells.append(...cellsOf($cells, ids));
  const $scale = find($page, ".eg-scale");
  $scale.append(...cellsOf($scale, ids));
};

/** Says what is the same in one line, and leaves it out below where that is wished or an area is new to the reader. @type {(isBorder: boolean) => void} */
const fold = (isBorder) => {
  const $same = $topics.filter(({ dataset }) => dataset.marked === "same");
  for (const $topic of $topics) $topic.hidden = $same.includes($topic) && (isBorder || $hide.checked);
  for (const $group of /** @type {NodeListOf<HTMLElement>} */ ($page.querySelectorAll("[data-group]"))) {
    const $own = /** @type {HTMLElement[]} */ ([...$group.querySelectorAll("[data-topic]")]);
    $group.hidden ||= $own.every(({ hidden }) => hidden);
  }
  const $line = find($border, "[data-same]");
  $line.hidden = $same.length === 0;
  find($line, "span").textContent = $same.map(titleOf).join("; ");
};

/** @type {(ids: string[]) => string} */
const countOf = (ids) => {
  if (ids.length < 2) return ids.length === 0 ? "Choose two areas or more." : "Choose one area more.";
  const said = Object.entries({ differs: "differing", alike: "alike or in words", same: "said by none" }).map(
    ([mark, words]) => `${words}: ${$topics.filter(({ dataset }) => dataset.marked === mark).length}`,
  );
  return `${ids.length} areas side by side, ${$topics.length} topics; ${said.join(", ")}.`;
};

/** @type {(choice: Choice) => void} */
const drawBorder = ({ work, child }) => {
  const isBorder = Boolean(work && child);
  const isTwice = isBorder && work === child;
  $border.hidden = !isBorder;
  find($border, "[data-twice]").hidden = !isTwice;
  find($border, "[data-apart]").hidden = isTwice;
  for (const [name, id] of Object.entries({ work, child }))
    find($border, `[data-name=${name}]`).textContent = nameOf(id);
  const $way = find($border, "[data-way]");
  $way.replaceChildren(
    ...(isBorder
      ? [.../** @type {Element} */ (find($page, `[data-ways][data-of="${child}"]`).cloneNode(true)).childNodes]
      : []),
  );
  if (isBorder) find($border, "[data-borders]").append($borders);
  else $afterBorders.before($borders);
};

/** @type {(choice: Choice) => void} */
const draw = (choice) => {
  const { work, child } = choice;
  const isBorder = Boolean(work && child);
  const ids = isBorder ? [...new Set([work, child])] : choice.of;
  for (const $box of $boxes) $box.checked = ids.includes($box.value);
  $work.value = work;
  $child.value = child;
  unpack(ids);
  place(ids, choice);
  for (const $one of /** @type {NodeListOf<HTMLElement>} */ ($page.querySelectorAll("[data-beside]"))) {
    $one.hidden = ids.length === 0;
  }
  drawBorder(choice);
  for (const $topic of $topics) showMark($topic, markFor(cellsOf($topic, ids)));
  fold(isBorder);
  for (const $one of $page.querySelectorAll(".eg-cell details"))
    /** @type {HTMLDetailsElement} */ ($one).open ||= $full.checked;
  find($form, "[data-count]").textContent = isBorder && work === child ? "" : countOf(ids);
};

let choice = /** @type {Choice} */ ({ of: first, work: "", child: "" });

/** Reads the address; a fragment that is no choice, such as a heading's, changes nothing. */
const read = () => {
  const link = choiceIn(location.hash, known);
  if (!link) return;
  choice = link.choice;
  const $notice = find($page, "[data-notice]");
  $notice.hidden = link.strangers.length === 0;
  $notice.textContent = `The link names ${link.strangers.map(repeatable).join(", ")}, which this copy of the guide does not hold.`;
  draw(choice);
};

/** Puts a choice into the address, in place of the one before. @type {(next: Choice) => void} */
const choose = (next) => {
  choice = next;
  history.replaceState(null, "", fragmentOf(next));
  draw(next);
};

$form.addEventListener("change", ({ target }) => {
  if (target === $hide) draw(choice);
  else if (target === $full) for (const $one of $page.querySelectorAll("details")) $one.open = $full.checked;
  else if ($boxes.includes(/** @type {HTMLInputElement} */ (target))) {
    choose({ of: $boxes.filter(({ checked }) => checked).map(({ value }) => value), work: "", child: "" });
  }
});
$form.addEventListener("submit", (event) => {
  event.preventDefault();
  const empty = [$work, $child].find(({ value }) => !value);
  if (empty) return empty.focus();
  choose({ of: [], work: $work.value, child: $child.value });
  find($border, "h2").focus();
});
addEventListener("hashchange", read);

$form.hidden = false;
$page.querySelector("[data-without]")?.remove();
draw(choice);
read();
