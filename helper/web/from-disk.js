// @ts-check
// Where this page came from.

/** Tells whether the page was opened from a disk or a stick, and not from the web. */
export const isFromDisk = location.protocol === "file:";
