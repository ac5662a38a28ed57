// @ts-check
// What a link into the page of comparisons says: ids of areas, in the fragment, which is never sent to a server.

/** @typedef {{of: string[], work: string, child: string}} Choice Areas side by side; or where the reader works and the child lives. */

const NAMES = ["of", "work", "child"];

/** Reads a fragment: the choice, and what it names that is not known; undefined where it is no such link. @type {(hash: string, known: string[]) => {choice: Choice, strangers: string[]} | undefined} */
export const choiceIn = (hash, known) => {
  const link = new URLSearchParams(hash.replace(/^#/, ""));
  if (!NAMES.some((name) => link.has(name))) return undefined;
  const said = Object.fromEntries(NAMES.map((name) => [name, (link.get(name) ?? "").split(",").filter(Boolean)]));
  const of = known.filter((id) => said.of.includes(id));
  const [work, child] = [said.work, said.child].map(([id = ""]) => (known.includes(id) ? id : ""));
  const strangers = NAMES.flatMap((name) => said[name].filter((id) => !known.includes(id)));
  return { choice: { of: of.length === 0 ? [work, child].filter(Boolean) : of, work, child }, strangers };
};

/** @type {(choice: Choice) => string} */
export const fragmentOf = ({ of, work, child }) =>
  work && child ? `#work=${work}&child=${child}` : `#of=${of.join(",")}`;
