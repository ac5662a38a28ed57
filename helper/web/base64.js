// @ts-check
// Bytes as text and back: what Python is asked, and what it answers, is text; and a copy on a disk is text too.

/** @type {(text: string) => Uint8Array<ArrayBuffer>} */
export const decoded = (text) => {
  const newer = /** @type {any} */ (Uint8Array).fromBase64; // many times faster, where the browser has it
  return newer ? newer.call(Uint8Array, text) : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
};

/** @type {(bytes: ArrayBuffer) => string} */
export const encoded = (bytes) => {
  const all = new Uint8Array(bytes);
  const newer = /** @type {any} */ (all).toBase64;
  if (newer) return newer.call(all);
  let letters = "";
  for (const byte of all) letters += String.fromCharCode(byte);
  return btoa(letters);
};
