// @ts-check
// What a reader takes away from an answer: a form filled in, dates, a contact, words to use. Python makes it, this hands it over.

import { arriveAt } from "./arriving.js";
import { agreed } from "./asking.js";
import { showCopyButtons } from "./copying.js";
import { createDesk } from "./desk.js";
import { asFault } from "./fault.js";
import { IF_REFUSED } from "./framed.js";
import { saveFile } from "./hand-over.js";
import { today } from "./offers.js";
import { tell } from "./telling.js";
import { createTimeline } from "./timeline.js";

/** @typedef {import("./answering.js").Given} Given */

const VIEW = "form-";

/**
 * @param {HTMLElement} $helper
 * @param {{ask: import("./desk.js").Ask, root: string, given: () => Given, known: () => import("./offers.js").Known, go: (view: string) => void}} options
 */
export const createTakeaway = ($helper, { ask, root, given, known, go }) => {
  /** @type {(name: string) => HTMLElement} */
  const $ = (name) => /** @type {HTMLElement} */ ($helper.querySelector(`[data-${name}]`));
  const timeline = createTimeline($("timeline"), { ask, root });
  const desks = [.../** @type {NodeListOf<HTMLElement>} */ ($helper.querySelectorAll("[data-desk]"))].map(($desk) => ({
    view: VIEW + $desk.dataset.desk,
    $desk,
    desk: createDesk($desk, { ask, root, known }),
  }));
  /** The case that was answered last, as text. */
  let last = "";

  const hide = () => {
    timeline.hide();
    $("desk-back").hidden = true;
    for (const { $desk, desk } of desks) {
      $desk.hidden = true;
      desk.closeSheet();
    }
  };

  /** Opens the form that a view is of; tells whether it is of one. @type {(view: string) => boolean} */
  const open = (view) => {
    const found = desks.find((one) => one.view === view);
    if (!found) return false;
    found.desk.refresh();
    found.desk.prepare();
    found.$desk.hidden = $("desk-back").hidden = false;
    return true;
  };

  /** Puts the reader at the form that a view is of. @param {string} view */
  const focus = (view) => {
    const $desk = desks.find((one) => one.view === view)?.$desk;
    if ($desk) arriveAt($desk.querySelector("h2"), $desk);
  };

  /** Shows what belongs to the answer that stands now. @param {boolean} mayCount Whether Python may be asked without a word from the reader. */
  const answered = (mayCount) => {
    const now = given();
    const text = JSON.stringify({ ...now, since: undefined });
    timeline.show(now, { isNew: text !== last, mayCount });
    last = text;
    showCopyButtons($helper);
  };

  /** @param {HTMLElement} $button */
  const saveCard = async ($button) => {
    tell($button, "Getting it ready ...");
    try {
      const request = { do: "write_card", case: given(), contact: $button.dataset.card, today: today() };
      const reply = await ask(request);
      if (reply.file) saveFile(reply.file);
      tell($button, reply.sentence ?? `Handed to your browser. Check it before you use it.${IF_REFUSED}`);
    } catch (error) {
      tell($button, `It could not be made here. ${asFault(error).message}`);
    }
  };

  $helper.addEventListener("click", (event) => {
    const $target = /** @type {HTMLElement} */ (event.target).closest("[data-card], a[data-form]");
    if (!($target instanceof HTMLElement)) return;
    if ("card" in $target.dataset) return void saveCard($target);
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // in another tab or window
    const view = VIEW + $target.dataset.form;
    if (!desks.some((one) => one.view === view)) return; // the link leads to the form's own page
    event.preventDefault();
    go(view);
  });

  /** Forgets what was noted for the case before. */
  const forget = () => {
    last = "";
    timeline.forget();
  };

  const isBegun = () => desks.some(({ desk }) => desk.isBegun());

  /** Clears every form, once the reader has agreed; tells whether they did. @param {HTMLElement} $button Which they pressed. */
  const clear = async ($button) => {
    const question = "Start again, and clear the form that you have begun?";
    if (isBegun() && !(await agreed($button, question, "Yes, start again", "No, keep it"))) return false;
    for (const { desk } of desks) desk.clear();
    forget();
    return true;
  };

  return { hide, open, focus, answered, forget, isBegun, clear };
};
