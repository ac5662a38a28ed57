// @ts-check
// The page in the frame: shows the helper of the partnership that its address names, or the choice of one.

import "./age.js";
import { readConfiguration } from "./configuration.js";
import { asFault, Fault } from "./fault.js";
import { getBytes } from "./files.js";
import { watchFolders } from "./folders.js";
import { isClosed } from "./framed.js";
import { tellHeight } from "./height.js";
import { readLink, repeatable } from "./links.js";
import { openLinksInNewTabs } from "./new-tabs.js";

const $page = /** @type {HTMLElement} */ (document.querySelector("[data-embed]"));
/** @type {(name: string) => HTMLElement} */
const $ = (name) => /** @type {HTMLElement} */ ($page.querySelector(`[data-${name}]`));
const $choices = /** @type {HTMLAnchorElement[]} */ ([...$page.querySelectorAll("a[data-partnership]")]);
const configuration = readConfiguration(location.search);
const link = readLink(location.hash);
/** A link that came with answers says whom they are for. */
const wanted = link?.answers.partnership ?? configuration.partnership;
const $wanted = $choices.find(($choice) => $choice.dataset.partnership === wanted);
const { root = "", conversationScript = "" } = $page.dataset;
/** Where the helper, or the choice of one, is on a page of its own. */
const ownPage = $wanted?.href ?? new URL(`${root}next-step/`, document.baseURI).href;

/** Has a choice open the helper here, with the answers that came. @param {HTMLAnchorElement} $choice */
const leadHere = ($choice) => {
  const { partnership: _, ...answers } = link?.answers ?? {};
  const query = new URLSearchParams({ ...configuration, partnership: $choice.dataset.partnership ?? "" });
  if (!configuration.theme) query.delete("theme");
  $choice.dataset.stays = "";
  $choice.href = `?${query}#${new URLSearchParams(answers)}`;
  for (const name of ["target", "rel", "aria-describedby"]) $choice.removeAttribute(name);
};

/** @param {string} sentence */
const offerChoice = (sentence) => {
  $("here").hidden = true;
  $("notice").textContent = sentence;
  $("notice").hidden = !sentence;
  $("loading").hidden = true;
  $("list").hidden = false;
};

/** @type {(address: string) => Promise<void>} */
const run = (address) =>
  new Promise((resolve, reject) => {
    const $script = Object.assign(document.createElement("script"), { src: address });
    $script.onload = () => resolve();
    $script.onerror = () => reject(new Fault("missing-file", `${address} could not be read.`));
    document.body.append($script);
  });

/** Puts the helper into the page, and starts it as on a page of its own. @param {HTMLAnchorElement} $choice */
const showHelper = async ($choice) => {
  $("list").hidden = true; // what is said for a child in danger now stands while a slow network brings the rest
  $("loading").hidden = false;
  const file = JSON.parse($choice.dataset.markup ?? "");
  const bytes = await getBytes({ ...file, address: root + file.address }, { asScript: true });
  $("here").innerHTML = new TextDecoder().decode(bytes); // our own markup, held against its hash
  await run(root + conversationScript);
  $("choice").hidden = true;
  $("here").hidden = false;
};

const start = async () => {
  if (!$wanted) {
    $choices.forEach(leadHere);
    const said = `The address says "${repeatable(wanted)}", which is none of these. Choose where the child lives.`;
    return offerChoice(wanted && said);
  }
  await showHelper($wanted).catch((error) =>
    offerChoice(`The helper could not be loaded here. ${asFault(error).message} These pages hold the same.`),
  );
};

watchFolders();
openLinksInNewTabs();
/** @type {HTMLAnchorElement} */ ($("own-tab")).href = ownPage;
$("closed").hidden = !isClosed;
/** @type {HTMLInputElement} */ ($("closed-address")).value = ownPage;
start().then(() => tellHeight(/** @type {HTMLElement} */ ($page.closest("article"))));
