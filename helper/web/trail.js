// @ts-check
// The way that the reader came: which views led to the one that is shown. A browser's Back and Forward go along it.

import { isFramed } from "./framed.js";

/** @typedef {{view: string, behind: string[]}} Place What is shown, and what was shown before it, the oldest first. */

/** @param {(view: string) => void} onReturn Told where the reader comes back to. */
export const createTrail = (onReturn) => {
  /** @type {Place} */
  let here = { view: "", behind: [] };

  /** @type {(how: "pushState" | "replaceState", address?: string) => void} */
  const note = (how, address) => {
    try {
      history[how](here, "", address);
    } catch {
      // A closed frame may refuse it: the way is then known here alone.
    }
  };

  /** The address of a step holds nothing of a case. @param {Place} place */
  const step = (place) => {
    here = place;
    note("pushState", location.pathname + location.search);
  };

  return {
    /** Begins anew with a view; the address stays as it is. @param {string} view */
    begin: (view) => {
      here = { view, behind: [] };
      note("replaceState");
    },
    /** @param {string} view */
    go: (view) => step({ view, behind: [...here.behind, here.view] }),
    /** In a frame a browser's own Back may be of another frame, or leave the page around it. */
    back: () => {
      if (!isFramed) return history.back();
      const view = here.behind.at(-1) ?? here.view;
      step({ view, behind: here.behind.slice(0, -1) });
      onReturn(view);
    },
    /** After the browser went along the way by itself. */
    moved: () => {
      const place = /** @type {Place | null} */ (history.state);
      if (place?.view) return ((here = place), onReturn(place.view));
      here = { ...here, behind: [...here.behind, here.view] }; // a link within what is shown: Back comes to it
      note("replaceState");
    },
    isFirst: () => here.behind.length === 0,
    isNoted: () => Boolean(history.state?.view),
  };
};
