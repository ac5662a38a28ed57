// @ts-check
// The page of words to use.

import { showCopyButtons } from "./copying.js";

showCopyButtons(document);
