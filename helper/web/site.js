// @ts-check
// What every page does: its age, the search box, telephone numbers as this device can use them, links as a disk needs them,
// a newer version of what is kept.

import "./age.js";
import { watchFolders } from "./folders.js";
import "./numbers.js";
import "./search.js";
import "./update.js";

watchFolders();
