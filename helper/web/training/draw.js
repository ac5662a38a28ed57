// @ts-check
// Draws a set: what a code holds and what the build has in, the scenarios out; the same ones wherever it is drawn.

/** @typedef {import("./code.js").Set_} Set_ */
/** @typedef {[level: number, kinds: number]} Sort */
/** @typedef {[lives: number, at: number, works: number, level: number, kinds: number]} Border */
/** @typedef {{partnerships: {scenarios: Sort[]}[], borders: Border[]}} Stock All scenarios of a build; a partnership is known by its place. */
/** @typedef {{partnership: number, list: "scenarios" | "borders", at: number, level: number}} Drawn Where a scenario stands. */

/** Gives whole numbers below a limit, one after the other, from a seed: mulberry32. @type {(seed: number) => (below: number) => number} */
export const numbersFrom = (seed) => {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61))) >>> 0;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

/** @template T @param {T[]} things @param {(below: number) => number} next @returns {T[]} */
const shuffled = (things, next) => {
  const all = [...things];
  for (let last = all.length - 1; last > 0; last--) {
    const other = next(last + 1);
    [all[last], all[other]] = [all[other], all[last]];
  }
  return all;
};

/** The scenarios that fit a set, in a group for each partnership and one for the borders. @type {(stock: Stock, set: Set_) => Drawn[][]} */
export const fitting = ({ partnerships, borders }, set) => {
  const isChosen = (/** @type {number} */ place) => !set.partnerships.length || set.partnerships.includes(place);
  const fits = (/** @type {number} */ level, /** @type {number} */ kinds) =>
    (!set.levels || set.levels & (1 << (level - 1))) && (!set.kinds || set.kinds & kinds);
  const own = partnerships.map(({ scenarios }, partnership) =>
    scenarios.flatMap(([level, kinds], at) =>
      isChosen(partnership) && fits(level, kinds)
        ? [{ partnership, list: /** @type {const} */ ("scenarios"), at, level }]
        : [],
    ),
  );
  const across = borders.flatMap(([partnership, at, works, level, kinds]) =>
    (isChosen(partnership) || isChosen(works)) && fits(level, kinds)
      ? [{ partnership, list: /** @type {const} */ ("borders"), at, level }]
      : [],
  );
  return [...(set.borders < 2 ? own : []), ...(set.borders > 0 ? [across] : [])].filter((group) => group.length);
};

/** Draws a set: from every group in turn, so that none is left out by chance; then the easier ones first. @type {(stock: Stock, set: Set_) => Drawn[]} */
export const draw = (stock, set) => {
  const next = numbersFrom(set.seed);
  const groups = shuffled(
    fitting(stock, set).map((group) => shuffled(group, next)),
    next,
  );
  /** @type {Drawn[]} */
  const drawn = [];
  while (drawn.length < set.number && groups.some((group) => group.length))
    for (const group of groups) {
      const one = drawn.length < set.number && group.pop();
      if (one) drawn.push(one);
    }
  return drawn.sort((one, other) => one.level - other.level);
};
