// @ts-check
// The page of one form: Python is got ready before the reader writes.

import { createAnswering, placed } from "./answering.js";
import { createDesk } from "./desk.js";

const $page = /** @type {HTMLElement} */ (document.querySelector("[data-filling]"));
const $desk = /** @type {HTMLElement} */ ($page.querySelector("[data-desk]"));
const { files = "{}", root = "" } = $page.dataset;
const { ask, loadPython } = createAnswering(placed(JSON.parse(files), root), root, () => {});
createDesk($desk, { ask, root }).prepare();
// At once, not when something is written: no request tells when that was. A device that saves data fetches Python when it is asked for.
if (!(/** @type {any} */ (navigator).connection?.saveData)) loadPython();
