// @ts-check
// The dates below an answer: Python counts them, the reader may add one that was agreed, and takes them into a calendar.

import { asFault } from "./fault.js";
import { saveFile } from "./hand-over.js";

/** @typedef {import("./answering.js").Given} Given */

/**
 * @param {HTMLElement} $panel
 * @param {{ask: import("./desk.js").Ask, root: string}} options
 */
export const createTimeline = ($panel, { ask, root }) => {
  /** @type {(name: string) => HTMLElement} */
  const $ = (name) => /** @type {HTMLElement} */ ($panel.querySelector(`[data-${name}]`));
  const $agreed = /** @type {HTMLInputElement} */ ($("agreed-date"));
  /** @type {Given | undefined} The case whose dates are shown. */
  let shown;

  /** @param {string} said */
  const tell = (said) => ($("timeline-status").textContent = said);

  /** What makes the dates idle, as with a question: "resolved=true". @param {Given} given */
  const isIdle = (given) => {
    const [field, value] = ($panel.dataset.unless ?? "=").split("=");
    return String(given[field] ?? "") === value;
  };

  /** @param {Given} given */
  const draw = async (given) => {
    const reply = await ask({ do: "show_dates", case: given, agreed: $agreed.value, root });
    if (shown !== given) return;
    $("timeline-shown").innerHTML = reply.html; // markup that our own renderer escaped
    $("agreed").hidden = !reply.html;
    $("calendar").hidden = !reply.has_dates;
    $("agreed-error").hidden = !reply.agreed_problem;
    $("agreed-error").textContent = reply.agreed_problem;
    $panel.hidden = !reply.html;
  };

  /** @param {Given} given */
  const drawOrTell = (given) =>
    draw(given).catch((error) => {
      if (shown === given) tell(`The dates could not be counted here. ${asFault(error).message}`);
    });

  const hide = () => {
    shown = undefined;
    $panel.hidden = true;
    $("timeline-shown").replaceChildren();
    for (const name of ["agreed", "calendar", "timeline-ask", "agreed-error"]) $(name).hidden = true;
    tell("");
  };

  /**
   * Shows the dates of a case; where no day is known, asks for it.
   * @param {Given} given
   * @param {{isNew: boolean, mayCount: boolean}} how Whether it is another case than before; whether Python may be asked now.
   */
  const show = (given, { isNew, mayCount }) => {
    hide();
    if (isNew) $agreed.value = "";
    if (isIdle(given) || (given.since && !mayCount)) return;
    shown = given;
    $("timeline-ask").hidden = Boolean(given.since);
    if (!given.since) $panel.hidden = false;
    else drawOrTell(given);
  };

  const saveCalendar = async () => {
    if (!shown) return;
    tell("Getting the calendar file ready ...");
    try {
      const now = new Date().toISOString().replace(/\.\d+Z$/, "Z");
      const id = [...crypto.getRandomValues(new Uint32Array(4))].map((number) => number.toString(36)).join("");
      const reply = await ask({ do: "write_calendar", case: shown, agreed: $agreed.value, now, id });
      if (reply.file) saveFile(reply.file);
      tell(reply.refused ?? "The dates were handed to your browser. Open the file, and your calendar takes them in.");
    } catch (error) {
      tell(`The calendar file could not be made here. ${asFault(error).message}`);
    }
  };

  $agreed.addEventListener("change", () => shown && drawOrTell(shown));
  $("calendar").addEventListener("click", saveCalendar);
  return { show, hide };
};
