// @ts-check
// The page of one form: Python is got ready while the reader writes.

import { createAnswering, placed } from "./answering.js";
import { createDesk } from "./desk.js";

const $page = /** @type {HTMLElement} */ (document.querySelector("[data-filling]"));
const $desk = /** @type {HTMLElement} */ ($page.querySelector("[data-desk]"));
const { files = "{}", root = "" } = $page.dataset;
const { ask, loadPython } = createAnswering(placed(JSON.parse(files), root), root, () => {});
createDesk($desk, { ask, root });
// A device that saves data fetches Python only for what is asked of it.
const savesData = /** @type {any} */ (navigator).connection?.saveData;
if (!savesData) $desk.addEventListener("input", loadPython, { once: true });
