// @ts-check
// The dates below an answer: Python counts them, the reader may add one that was agreed, and takes them into a calendar.

import { asFault } from "./fault.js";
import { isWhole } from "./days.js";
import { IF_REFUSED } from "./framed.js";
import { saveFile } from "./hand-over.js";

/** @typedef {import("./answering.js").Given} Given */

/** Who types a date pauses for less than this between two digits. In milliseconds. */
const TYPING = 500;

/**
 * @param {HTMLElement} $panel
 * @param {{ask: import("./desk.js").Ask, root: string}} options
 */
export const createTimeline = ($panel, { ask, root }) => {
  /** @type {(name: string) => HTMLElement} */
  const $ = (name) => /** @type {HTMLElement} */ ($panel.querySelector(`[data-${name}]`));
  const $agreed = /** @type {HTMLInputElement} */ ($("agreed-date"));
  /** What tells the events of one case from another's: a calendar that takes a case in again renews its dates, and no others. */
  let id = "";
  /** @type {Given | undefined} The case whose dates are shown. */
  let shown;

  /** @param {string} said */
  const tell = (said) => ($("timeline-status").textContent = said);

  /** The day that was noted; one that is half typed is told as such, and not as none. */
  const agreed = () => (isWhole($agreed) ? $agreed.value : "not whole");

  /** What makes the dates idle, as with a question: "resolved=true". @param {Given} given */
  const isIdle = (given) => {
    const [field, value] = ($panel.dataset.unless ?? "=").split("=");
    return String(given[field] ?? "") === value;
  };

  /** @param {Given} given */
  const draw = async (given) => {
    const reply = await ask({ do: "show_dates", case: given, agreed: agreed(), root });
    if (shown !== given) return;
    $("timeline-shown").innerHTML = reply.html; // markup that our own renderer escaped
    $("agreed").hidden = !reply.html;
    $("calendar").hidden = !reply.has_dates;
    $agreed.setAttribute("aria-invalid", String(Boolean(reply.agreed_problem)));
    $("agreed-said").textContent = reply.agreed_problem || reply.agreed_said;
    $panel.hidden = !reply.html;
  };

  /** @param {Given} given */
  const drawOrTell = (given) =>
    draw(given).catch((error) => {
      if (shown !== given) return;
      $panel.hidden = $("timeline-retry").hidden = false;
      tell(`The dates could not be counted here. ${asFault(error).message}`);
    });

  const hide = () => {
    shown = undefined;
    $("agreed-said").textContent = "";
    $panel.hidden = true;
    $("timeline-shown").replaceChildren();
    for (const name of ["agreed", "calendar", "timeline-ask", "timeline-retry"]) $(name).hidden = true;
    tell("");
  };

  /**
   * Shows the dates of a case; where no day is known, asks for it.
   * @param {Given} given
   * @param {{isNew: boolean, mayCount: boolean}} how Whether it is another case than before; whether Python may be asked now.
   */
  const show = (given, { isNew, mayCount }) => {
    hide();
    if (isNew) {
      $agreed.value = "";
      id = [...crypto.getRandomValues(new Uint32Array(4))].map((number) => number.toString(36)).join("");
    }
    if (isIdle(given)) return;
    if (given.since && !mayCount) {
      $panel.hidden = $("timeline-retry").hidden = false;
      return tell("This device saves data, so the dates are not counted yet.");
    }
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
      const reply = await ask({ do: "write_calendar", case: shown, agreed: agreed(), now, id });
      if (reply.file) saveFile(reply.file);
      tell(
        reply.refused ??
          `The dates were handed to your browser. Open the file, and your calendar takes them in.${IF_REFUSED}`,
      );
    } catch (error) {
      tell(`The calendar file could not be made here. ${asFault(error).message}`);
    }
  };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;
  $agreed.addEventListener("blur", () => shown && !isWhole($agreed) && drawOrTell(shown)); // a half typed day is no change
  $agreed.addEventListener("change", () => {
    clearTimeout(soon); // while a year is typed, each of its digits makes another date
    soon = setTimeout(() => shown && drawOrTell(shown), TYPING);
  });
  $("calendar").addEventListener("click", saveCalendar);
  const forget = () => {
    $agreed.value = "";
    hide();
  };
  return { show, hide, forget };
};
