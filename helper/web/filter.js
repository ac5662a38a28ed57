// @ts-check
// Filters a list, of contacts or of words, while the reader types; without it the whole list stands there.

import { sayOnPause } from "./telling.js";

const $filter = /** @type {HTMLElement | null} */ (document.querySelector("[data-filter]"));
const $rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-row]")]);

/** @type {(text: string) => string} */
const plain = (text) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}@.]+/gu, " ");
/** @type {(text: string) => string} */
const digits = (text) => text.replace(/\D/g, "");

/** @type {($row: HTMLElement, typed: string) => boolean} */
const fits = ($row, typed) => {
  const text = `${$row.textContent ?? ""} ${$row.dataset.words ?? ""}`;
  const number = digits(typed).replace(/^440?/, "0");
  if (number.length > 2 && /^[+\d\s().-]+$/.test(typed)) {
    return [...$row.querySelectorAll(".eg-tel")].some(($tel) => digits($tel.textContent ?? "").includes(number));
  }
  return plain(typed)
    .split(" ")
    .every((word) => plain(text).includes(word));
};

if ($filter) {
  const $input = /** @type {HTMLInputElement} */ ($filter.querySelector("input"));
  const $count = /** @type {HTMLElement} */ ($filter.querySelector("[data-filter-count]"));
  $filter.hidden = false;
  $input.addEventListener("input", () => {
    const typed = $input.value.trim();
    for (const $row of $rows) $row.hidden = typed !== "" && !fits($row, typed);
    const shown = $rows.filter(($row) => !$row.hidden).length;
    const counted =
      shown === 0 ? "No entry fits. Clear the box to see the whole list." : `${shown} of ${$rows.length} entries`;
    sayOnPause($count, typed && counted);
  });
}
