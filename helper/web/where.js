// @ts-check
// Where does the child live: a link that came with answers in it is passed on to the partnership it is for.

import { readLink } from "./answers.js";

const answers = readLink(location.hash);
const $choices = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("a[data-partnership]")]);
const $chosen = $choices.find(($choice) => $choice.dataset.partnership === answers?.partnership);

if ($chosen) location.replace(`${$chosen.href}${location.hash}`);
else if (answers) for (const $choice of $choices) $choice.hash = location.hash;
