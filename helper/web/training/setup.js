// @ts-check
// The choices of a set: the form as a set, a set as the form; and a code that somebody types.

/** @typedef {import("./code.js").Set_} Set_ */

/** @type {Record<string, string>} */
export const REFUSED = {
  letter: "A code has letters and digits only. Look at it again: there is no U in it.",
  short: "A code is longer than that. Type all of it.",
  slip: "That is not quite the code. Look at each letter again.",
  edition:
    "This code is from another edition of this site. The same code would give other scenarios or other answers here. Open the newest edition on both devices, or draw a set of your own.",
};

/** @param {HTMLFormElement} $form */
export const createSetup = ($form) => {
  /** @type {(name: string) => HTMLInputElement[]} */
  const all = (name) => [.../** @type {NodeListOf<HTMLInputElement>} */ ($form.querySelectorAll(`[name=${name}]`))];
  /** @type {(name: string) => number[]} */
  const ticked = (name) =>
    all(name)
      .filter(({ checked }) => checked)
      .map(({ value }) => Number(value));
  const $number = /** @type {HTMLSelectElement} */ ($form.querySelector("select[name=number]"));

  /** What is ticked; every one of a kind is the same as none. @type {(name: string) => number[]} */
  const chosen = (name) => {
    const found = ticked(name);
    return found.length === all(name).length ? [] : found.sort((one, other) => one - other);
  };
  /** @type {(bits: number[]) => number} */
  const mask = (bits) => bits.reduce((sum, bit) => sum | (1 << bit), 0);

  /** @type {(seed: number) => Set_} */
  const read = (seed) => ({
    partnerships: chosen("partnership"),
    kinds: mask(chosen("kind")),
    levels: mask(chosen("level")),
    borders: ticked("borders")[0] ?? 0,
    number: Number($number.value),
    seed,
  });

  /** @param {Set_} set */
  const fill = (set) => {
    for (const $one of all("partnership")) $one.checked = set.partnerships.includes(Number($one.value));
    for (const $one of all("kind")) $one.checked = Boolean(set.kinds & (1 << Number($one.value)));
    for (const $one of all("level")) $one.checked = Boolean(set.levels & (1 << Number($one.value)));
    for (const $one of all("borders")) $one.checked = Number($one.value) === set.borders;
    $number.value = String(set.number);
  };
  return { read, fill };
};

/** @param {HTMLFormElement} $form @param {(text: string) => string} open Opens a code; gives what is wrong with it, or nothing. */
export const listenToCode = ($form, open) => {
  const $input = /** @type {HTMLInputElement} */ ($form.querySelector("input"));
  const $error = /** @type {HTMLElement} */ ($form.querySelector("[data-error]"));
  $form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wrong = open($input.value);
    $error.textContent = wrong;
    $error.hidden = !wrong;
    $input.setAttribute("aria-invalid", String(Boolean(wrong)));
    if (wrong) $input.focus();
    else $input.value = "";
  });
};
