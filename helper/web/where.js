// @ts-check
// Where does the child live: a link that came with answers in it is passed on to the partnership it is for.

import { readLink, repeatable } from "./links.js";

const link = readLink(location.hash);
const wanted = link?.answers.partnership;
const $choices = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("a[data-partnership]")]);
const $chosen = $choices.find(($choice) => $choice.dataset.partnership === wanted);
const $notice = /** @type {HTMLElement} */ (document.querySelector("[data-notice]"));

/** The link without its partnership, for whichever the reader chooses now. */
const withoutPartnership = () => {
  const rest = new URLSearchParams(location.hash.slice(1));
  rest.delete("partnership");
  return rest.toString();
};

if ($chosen) location.replace(`${$chosen.href}${location.hash}`);
else if (link) {
  for (const $choice of $choices) $choice.hash = withoutPartnership();
  $notice.hidden = !wanted;
  $notice.textContent = `The link says "${repeatable(wanted ?? "")}", which is none of these. Choose where the child lives; the other answers are kept.`;
}
