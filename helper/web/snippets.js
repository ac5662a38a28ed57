// @ts-check
// The page for embedders: snippets follow what is chosen, and one of them can be seen at work.

import { showCopyButtons } from "./copying.js";
import { isFromDisk } from "./from-disk.js";

/** @typedef {{one: string, all: string}} Template For one partnership, and for a reader who chooses among all. */
/** @typedef {($one: HTMLElement) => void} Change */

const $guide = /** @type {HTMLElement} */ (document.querySelector("[data-guide]"));
const $choices = /** @type {HTMLFormElement} */ ($guide.querySelector("[data-choices]"));
const $preview = /** @type {HTMLElement} */ ($guide.querySelector("[data-trial]"));
const $place = /** @type {HTMLElement} */ ($guide.querySelector("[data-trial-place]"));
/** @type {Record<string, Template>} */
const templates = JSON.parse($guide.dataset.templates ?? "{}");
/** Where this site is for this browser. What snippets say is the public address, where the site knows it. */
const here = new URL($guide.dataset.root ?? "", location.href).href;
const example = $guide.dataset.example ?? "";
const address = $guide.dataset.address || (isFromDisk ? example : here);

/** @type {(selector: string, change: Change, $within?: HTMLElement) => void} */
const each = (selector, change, $within = $guide) => {
  for (const $one of $within.querySelectorAll(selector)) change(/** @type {HTMLElement} */ ($one));
};

const chosen = () => {
  const said = new FormData($choices);
  const $option = /** @type {HTMLElement | null} */ ($choices.querySelector("option:checked"));
  return {
    id: String(said.get("partnership")),
    name: $option?.dataset.name ?? "",
    kind: String(said.get("kind")),
    theme: String(said.get("theme")),
  };
};

/** Text as it stands in HTML. @param {string} text */
const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** @type {(kind: string, site: string) => string} */
const filled = (kind, site) => {
  const { id, name, theme } = chosen();
  /** @type {Record<string, string>} */
  const values = { site, id, name: escaped(name), theme };
  return templates[kind][id ? "one" : "all"].replace(/\{(\w+)\}/g, (_, mark) => values[mark]);
};

const showChosen = () => {
  const { kind } = chosen();
  each("[data-snippet]", ($one) => ($one.textContent = filled($one.dataset.snippet ?? "", address)));
  each("[data-kind]", ($one) => ($one.hidden = $one.dataset.kind !== kind));
  each("[data-unless]", ($one) => ($one.hidden = $one.dataset.unless === kind));
  if (!$place.hidden) showPreview();
};

/** Says what was chosen to those who do not see the snippet change. */
const tellChosen = () => {
  /** @type {string[]} */
  const labels = [];
  each("option:checked, fieldset:not([hidden]) label:has(:checked) b", ($one) => labels.push($one.textContent ?? ""));
  each("[data-chosen]", ($one) => ($one.textContent = `The snippets are now for: ${labels.join("; ")}.`));
};

const showAddress = () => {
  const { host, origin } = new URL(address);
  each("[data-host]", ($one) => ($one.textContent = host));
  each("[data-origin]", ($one) => ($one.textContent = origin));
  each("[data-site]", ($one) => ($one.textContent = address));
};

/** The snippet at work: what is copied, but from where this page came from. */
const showPreview = () => {
  const { kind } = chosen();
  const { body } = new DOMParser().parseFromString(filled(kind, here), "text/html");
  for (const $script of body.querySelectorAll("script")) $script.remove(); // one that was parsed never runs
  $place.replaceChildren(...body.childNodes);
  if (kind === "element") runOnce(`${here}embed.js`);
};

/** @param {string} script */
const runOnce = (script) => {
  if ([...document.scripts].some(({ src }) => src === script)) return;
  document.head.append(Object.assign(document.createElement("script"), { src: script }));
};

$choices.addEventListener("submit", (event) => event.preventDefault());
$choices.addEventListener("change", () => {
  showChosen();
  tellChosen();
});
$preview.querySelector("[data-show-trial]")?.addEventListener("click", () => {
  each("[data-trial-ask]", ($ask) => ($ask.hidden = true), $preview);
  $place.hidden = false;
  showPreview();
  $place.focus();
});

showCopyButtons($guide);
showAddress();
showChosen();
$choices.hidden = false;
each("[data-from-disk]", ($one) => ($one.hidden = !isFromDisk));
$preview.hidden = isFromDisk;
