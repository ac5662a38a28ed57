// @ts-check
// Where this page came from, and what follows from it.

/** Tells whether the page was opened from a disk or a stick, and not from the web. */
export const isFromDisk = location.protocol === "file:";

/**
 * Tells whether this page may fetch the files that stand beside it. Not from a disk, and not in a closed frame
 * (`sandbox="allow-scripts"`), where the site that it came from is a stranger to it.
 */
export const mayFetch = !isFromDisk && self.origin !== "null";
