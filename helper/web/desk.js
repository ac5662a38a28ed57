// @ts-check
// One form that is filled in: what is written stays in the page's memory, until the reader takes it away as a file or clears it.
// What is made of it, Python makes. Holds no rule and no fact.

import { arriveAt } from "./arriving.js";
import { agreed } from "./asking.js";
import { encoded } from "./base64.js";
import { asFault } from "./fault.js";
import { drawLeftEmpty, drawLeftOver, grow } from "./desk-parts.js";
import { notTaken, readEntries, writeEntries } from "./entries.js";
import { checkDays } from "./days.js";
import { getBytes } from "./files.js";
import { IF_REFUSED } from "./framed.js";
import { copyText, saveFile } from "./hand-over.js";
import { drawOffers, today } from "./offers.js";
import { print } from "./printing.js";

/** @typedef {(request: Record<string, unknown>) => Promise<any>} Ask Puts a request to Python. */
/** @typedef {import("./entries.js").Entries} Entries */
/** @typedef {{isBegun: () => boolean, clear: () => void, refresh: () => void, prepare: () => void, closeSheet: () => void}} Desk */

/** More than any draft has; a larger file is cut, and refused by Python as too large. In bytes. */
const DRAFT_AT_MOST = 4_100_000;
const PRINT_INSTEAD = "The form can still be printed, or filled in as the empty Word document below.";

/**
 * @param {HTMLElement} $desk
 * @param {{ask: Ask, root: string, known?: () => import("./offers.js").Known}} options `known` is what the helper knows by now.
 * @returns {Desk}
 */
export const createDesk = ($desk, { ask, root, known = () => ({}) }) => {
  /** @type {(name: string) => HTMLElement} */
  const $ = (name) => /** @type {HTMLElement} */ ($desk.querySelector(`[data-${name}]`));
  const $form = /** @type {HTMLFormElement} */ ($("fill"));
  const $file = /** @type {HTMLInputElement} */ ($("draft-file"));
  const { desk: form = "", partnership = "", blank = "null" } = $desk.dataset;
  /** The plain text of what is looked over. */
  let text = "";
  /** How often it was cleared: what is asked before is not brought after. */
  let cleared = 0;
  /** What is being done now. @type {unknown} */
  let busy;
  /** @type {Promise<ArrayBuffer> | undefined} */
  let blankBytes;
  /** The field that the reader was in last. @type {HTMLElement | undefined} */
  let $last;

  const isBegun = () => Object.keys(readEntries($form)).length > 0;

  /** Keeps the reader from leaving by mistake; each desk for itself. @param {BeforeUnloadEvent} event */
  const warn = (event) => event.preventDefault();

  /** @param {boolean} isUnsaved */
  const guard = (isUnsaved) => {
    window.removeEventListener("beforeunload", warn);
    if (isUnsaved) window.addEventListener("beforeunload", warn);
  };

  /** @param {string} said */
  const tell = (said) => {
    // One below the form, one below the sheet: what is hidden is not read out.
    for (const $status of $desk.querySelectorAll("[data-desk-status]")) $status.textContent = said;
  };

  const refresh = () => {
    drawOffers($form, { today: today(), ...known() });
    grow($form);
  };

  const written = () => JSON.stringify(readEntries($form));

  /**
   * Asks Python to do something with what is written, and again where the reader has written on meanwhile, so that nothing of
   * it is missing. Gives nothing where they have cleared it.
   * @param {string} act
   * @param {Record<string, unknown>} [more]
   */
  const request = async (act, more) => {
    const begun = cleared;
    for (;;) {
      const sent = written();
      const reply = await ask({ do: act, partnership, form, entries: JSON.parse(sent), ...more });
      if (begun !== cleared) return undefined;
      if (sent === written()) return reply;
    }
  };

  /** Does what a button is for, once at a time, and says how it ended, if that is still of use. @type {(underway: string, work: () => Promise<string | undefined>, otherwise: string) => Promise<void>} */
  const act = async (underway, work, otherwise) => {
    if (busy === work) return;
    busy = work;
    tell(underway);
    try {
      const said = await work();
      if (said !== undefined) tell(said);
    } catch (error) {
      tell(`${otherwise} ${asFault(error).message} ${PRINT_INSTEAD}`);
      $("print-instead").hidden = false;
    } finally {
      if (busy === work) busy = undefined;
    }
  };

  /** The same, once every day is whole: a half typed one would be lost without a word. @type {typeof act} */
  const withWholeDays = async (...how) =>
    checkDays($form) ? act(...how) : void tell("A date is not whole. It is marked in the form.");

  /** @param {boolean} isOpen */
  const openSheet = (isOpen) => {
    $("sheet").hidden = !isOpen;
    $("writing").hidden = isOpen;
    document.body.toggleAttribute("data-sheet-open", isOpen); // a print is then of the sheet alone
  };

  const closeSheet = () => openSheet(false);

  const look = async () => {
    const reply = await request("show_form");
    if (!reply || $desk.hidden) return undefined; // the reader has gone on to something else
    if (reply.refused) return reply.refused;
    text = reply.text;
    $("paper").innerHTML = reply.html; // markup that our own renderer escaped
    drawLeftEmpty($("sheet-empty"), reply.left_empty);
    openSheet(true);
    arriveAt($("sheet-title"), $("sheet"));
    return "";
  };

  /** Gives the blank, fetched once. */
  const getBlank = () => {
    const file = JSON.parse(blank);
    blankBytes ??= getBytes({ ...file, address: root + file.address });
    blankBytes.catch(() => (blankBytes = undefined));
    return blankBytes;
  };

  /** Fetches what will be needed, so that no request tells when a form is begun; not on a device that saves data. */
  const prepare = () => {
    if (blank !== "null" && !(/** @type {any} */ (navigator).connection?.saveData)) getBlank().catch(() => {});
  };

  const saveWord = async () => {
    const reply = await request("write_form", { blank: encoded(await getBlank()) });
    if (!reply || reply.refused) return reply?.refused;
    saveFile(reply.file);
    guard(false);
    return `The Word document was handed to your browser: ${reply.file.name}.${IF_REFUSED}`;
  };

  const saveDraft = async () => {
    const reply = await request("save_draft");
    if (!reply || reply.refused) return reply?.refused;
    saveFile(reply.file);
    guard(false);
    return `The draft was handed to your browser: ${reply.file.name}. It holds all that you wrote: keep it as safe as the form itself.${IF_REFUSED}`;
  };

  const saveText = async () => {
    saveFile({ name: `${partnership}-${form}.txt`, type: "text/plain;charset=utf-8", text });
    guard(false);
    return `The text was handed to your browser.${IF_REFUSED}`;
  };

  const copy = async () =>
    (await copyText(text))
      ? "Copied. Paste it into your case system."
      : "This browser did not let it be copied. Save it as plain text instead.";

  /** @param {File} file */
  const openDraft = async (file) => {
    const reply = await request("open_draft", { text: await file.slice(0, DRAFT_AT_MOST).text() });
    if (!reply || reply.refused) return reply?.refused;
    const question = "Put the draft in the place of what is written here now?";
    if (isBegun() && !(await agreed($("open-draft"), question, "Yes, put it there", "No, keep what is written")))
      return "Nothing was changed.";
    writeEntries($form, reply.entries);
    drawLeftOver($("left-over"), [...reply.left_over, ...notTaken($form, reply.entries)]);
    guard(false); // it stands in the file
    refresh();
    return "The draft was opened.";
  };

  const clear = () => {
    cleared += 1;
    busy = undefined;
    $form.reset();
    writeEntries($form, {});
    $("paper").replaceChildren();
    $("left-over").replaceChildren();
    $("left-over").hidden = true;
    $file.value = text = "";
    $last = undefined;
    checkDays($form);
    guard(false);
    closeSheet();
  };

  /** @type {Record<string, ($button: HTMLElement) => unknown>} */
  const acts = {
    look: () => withWholeDays("Getting it ready ...", look, "It could not be laid out here."),
    word: () => withWholeDays("Making the Word document ...", saveWord, "The Word document could not be made here."),
    "save-draft": () => withWholeDays("Getting the draft ready ...", saveDraft, "The draft could not be saved here."),
    "save-text": () => act("Getting the text ready ...", saveText, "The text could not be saved here."),
    "copy-text": () => act("Copying ...", copy, "It could not be copied here."),
    "open-draft": () => $file.click(),
    "print-form": print,
    "write-on": () => (closeSheet(), tell(""), ($last ?? $desk.querySelector("h2"))?.focus()),
    clear: async ($button) => {
      const question = "Clear everything that is written in this form?";
      if (isBegun() && !(await agreed($button, question, "Yes, clear it", "No, keep it"))) return;
      clear();
      tell("Everything was cleared.");
    },
  };

  $desk.addEventListener("click", (event) => {
    const $button = /** @type {HTMLElement} */ (event.target).closest("button");
    const name = Object.keys(acts).find((one) => $button?.hasAttribute(`data-${one}`));
    if ($button && name) acts[name]($button);
  });
  $form.addEventListener("input", () => {
    guard(isBegun());
    grow($form);
  });
  $form.addEventListener("focusin", ({ target }) => ($last = /** @type {HTMLElement} */ (target)));
  $form.addEventListener("submit", (event) => event.preventDefault()); // nothing is ever sent
  $file.addEventListener("change", () => {
    const [file] = $file.files ?? [];
    if (file) act("Opening the draft ...", () => openDraft(file), "The draft could not be opened here.");
    $file.value = "";
  });
  $form.reset(); // a browser may have kept what stood here before
  $("needs-scripts").hidden = false;
  refresh();
  return { isBegun, clear, refresh, prepare, closeSheet };
};
