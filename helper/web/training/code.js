// @ts-check
// The code of a set: a few letters and digits that hold its choices, to be typed from a wall or put into a link.
//
// A code is a number in letters, then three letters that prove the edition, then one that a slip of the hand does not survive.
// The number's digits are, from the last: the seed, how many scenarios, what of borders, levels, kinds, and the partnerships.
// Whatever was left open is 0, so a plain set has a short code. Whole numbers only: the same in every browser.

/** The letters of Crockford's base 32: none of I, L, O and U, which a reader takes for others. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SEEDS = 1024;
const BORDERS = 3;
/** How many letters a number has at least. */
const SHORTEST = 4;
const PROOF = 3;

/**
 * @typedef {object} Set_ Empty, or 0, stands for all of them.
 * @property {number[]} partnerships Their places in the order of their ids, ascending.
 * @property {number} kinds A bit for each kind. @property {number} levels A bit for each level.
 * @property {number} borders 0 leaves them out, 1 mixes them in, 2 has nothing else.
 * @property {number} number How many scenarios. @property {number} seed From 0 to 1023.
 */
/** @typedef {{partnerships: number, kinds: number, levels: number, most: number, fingerprint: number}} Sizes What a build has of each. */
/** @typedef {{set: Set_} | {fault: "letter" | "short" | "slip" | "edition"}} Read */

export const aSeed = () => crypto.getRandomValues(new Uint32Array(1))[0] % SEEDS;

/** How many ways there are to choose `some` of `all`. @type {(all: number, some: number) => bigint} */
const waysToChoose = (all, some) => {
  let ways = 1n;
  for (let one = 0; one < some; one++) ways = (ways * BigInt(all - one)) / BigInt(one + 1);
  return some > all ? 0n : ways;
};

/** Numbers a choice of partnerships: all of them 0, then each alone, then each two ... @type {(chosen: number[], all: number) => bigint} */
const numberOf = (chosen, all) => {
  if (chosen.length === 0) return 0n;
  let number = 1n;
  for (let fewer = 1; fewer < chosen.length; fewer++) number += waysToChoose(all, fewer);
  chosen.forEach((one, index) => (number += waysToChoose(one, index + 1)));
  return number;
};

/** @type {(number: bigint, all: number) => number[] | undefined} */
const chosenBy = (number, all) => {
  if (number === 0n) return [];
  let rest = number - 1n;
  let size = 1;
  while (size < all && rest >= waysToChoose(all, size)) rest -= waysToChoose(all, size++);
  if (rest >= waysToChoose(all, size)) return undefined;
  /** @type {number[]} */
  const chosen = [];
  for (let one = all - 1; size > 0; one--)
    if (waysToChoose(one, size) <= rest) {
      rest -= waysToChoose(one, size--);
      chosen.unshift(one);
    }
  return chosen;
};

/** @type {(number: bigint) => number[]} */
const inLetters = (number) => {
  /** @type {number[]} */
  const letters = [];
  for (let rest = number; rest > 0n || letters.length < SHORTEST; rest >>= 5n) letters.unshift(Number(rest & 31n));
  return letters;
};

/** Three letters that another edition would not give: it has another fingerprint. @type {(fingerprint: number, letters: number[]) => number[]} */
const proofOf = (fingerprint, letters) => {
  let hash = 0x811c9dc5 ^ fingerprint;
  for (const letter of letters) hash = Math.imul(hash ^ letter, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash ^= hash >>> 16;
  return [hash & 31, (hash >>> 5) & 31, (hash >>> 10) & 31];
};

/** One letter by which any single wrong letter, and any two that changed places, are found. @type {(letters: number[]) => number} */
const checkOf = (letters) => {
  const doubled = (/** @type {number} */ one) => (one << 1) ^ (one & 16 ? 0x25 : 0); // in the field of 32
  return letters.reduce((sum, letter) => doubled(sum ^ letter), 0);
};

/** @param {Sizes} sizes */
export const createCodes = ({ partnerships, kinds, levels, most, fingerprint }) => {
  /** The digits of the number, the last first: name, how many values it has, and what stands for it. @type {[keyof Set_, number, number][]} */
  const digits = [
    ["seed", SEEDS, 0],
    ["number", most, 1],
    ["borders", BORDERS, 0],
    ["levels", 2 ** levels, 0],
    ["kinds", 2 ** kinds, 0],
  ];

  /** @param {Set_} set */
  const write = (set) => {
    let number = numberOf(set.partnerships, partnerships);
    for (const [name, values, first] of [...digits].reverse())
      number = number * BigInt(values) + BigInt(Number(set[name]) - first);
    const letters = inLetters(number);
    const proven = [...letters, ...proofOf(fingerprint, letters)];
    const text = [...proven, checkOf(proven)].map((letter) => LETTERS[letter]).join("");
    return text.replace(/(.{4})(?=.)/g, "$1-");
  };

  /** @type {(number: bigint) => Set_ | undefined} */
  const setOf = (number) => {
    let rest = number;
    /** @type {Record<string, number>} */
    const found = {};
    for (const [name, values, first] of digits) {
      found[name] = Number(rest % BigInt(values)) + first;
      rest /= BigInt(values);
    }
    const chosen = chosenBy(rest, partnerships);
    return chosen && /** @type {any} */ ({ ...found, partnerships: chosen });
  };

  /** Reads a code as somebody typed it. @type {(text: string) => Read} */
  const read = (text) => {
    const typed = text.toUpperCase().replace(/[\s\p{Pd}._]/gu, "");
    const letters = [...typed.replaceAll("O", "0").replace(/[IL]/g, "1")].map((letter) => LETTERS.indexOf(letter));
    if (letters.includes(-1)) return { fault: "letter" };
    if (letters.length < SHORTEST + PROOF + 1) return { fault: "short" };
    if (checkOf(letters.slice(0, -1)) !== letters.at(-1)) return { fault: "slip" };
    const [own, proof] = [letters.slice(0, -1 - PROOF), letters.slice(-1 - PROOF, -1)];
    if (String(proofOf(fingerprint, own)) !== String(proof)) return { fault: "edition" };
    const set = setOf(own.reduce((number, letter) => number * 32n + BigInt(letter), 0n));
    return set ? { set } : { fault: "edition" };
  };

  return { write, read };
};
