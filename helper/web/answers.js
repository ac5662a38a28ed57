// @ts-check
// Links into the helper: only ids, in the fragment, which is never sent to a server.

/** The fields that a link may hold. `since` is none of them: a link holds no date. */
const FIELDS = ["partnership", "area", "stage", "resolved", "side", "urgency", "situation", "you", "them"];
const ID = /^[a-z0-9][a-z0-9_-]*$/;

/** @type {(hash: string) => Record<string, string> | undefined} */
export const readLink = (hash) => {
  const entries = [...new URLSearchParams(hash.replace(/^#/, ""))];
  const known = entries.filter(([name]) => FIELDS.includes(name));
  return known.length > 0 ? Object.fromEntries(known) : undefined;
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
