// @ts-check
// What the query of an embedded page's address may say: which partnership, and how it looks. A case stands in the fragment alone.

const THEMES = ["light", "dark"];

/** What is not known is left out; `theme` is empty where the reader's device decides. @param {string} query */
export const readConfiguration = (query) => {
  const said = new URLSearchParams(query);
  const theme = said.get("theme") ?? "";
  return { partnership: said.get("partnership") ?? "", theme: THEMES.includes(theme) ? theme : "" };
};
