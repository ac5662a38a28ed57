// @ts-check
// Links into the helper: only ids, in the fragment, which is never sent to a server.

/** The fields that a link may hold. `since` is none of them: a link holds no date. */
const FIELDS = ["partnership", "area", "stage", "resolved", "side", "urgency", "situation", "you", "them"];
const ID = /^[a-z0-9][a-z0-9_-]*$/;
/** A slip of the pen, and nothing that could be dialled or read as a sentence. */
const SLIP = /^(?!(?:.*\d){3})[a-z0-9][a-z0-9_-]{0,23}$/;

/**
 * What an address says wrongly, as the page may repeat it: whoever made a link would else speak, a number to ring among it, in the
 * guide's own voice. @param {string} text
 */
export const repeatable = (text) => (SLIP.test(text) ? text : "...");

/** What a link says, and the names of what it may not say; undefined where the fragment is no such link. @type {(hash: string) => {answers: Record<string, string>, strangers: string[]} | undefined} */
export const readLink = (hash) => {
  const entries = [...new URLSearchParams(hash.replace(/^#/, ""))];
  const known = entries.filter(([name]) => FIELDS.includes(name));
  const strangers = entries.map(([name]) => name).filter((name) => !FIELDS.includes(name));
  return known.length > 0 ? { answers: Object.fromEntries(known), strangers } : undefined;
};

/** @type {(address: string, answers: Record<string, unknown>) => string} */
export const shareLink = (address, answers) => {
  const link = new URL(address);
  const ids = FIELDS.slice(1).flatMap((name) => {
    const value = String(answers[name] ?? "");
    return ID.test(value) && value !== "false" ? [[name, value]] : [];
  });
  link.search = "";
  link.hash = new URLSearchParams(ids).toString();
  return link.href;
};
