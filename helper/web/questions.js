// @ts-check
// The questions as they stand on the page: which are open, what was chosen in them. Holds no rule: what makes a question idle, and
// what "not sure" means, stands in the page.

/** @typedef {import("./given.js").Choice} Choice */

/** The name of a question. @type {($one: HTMLElement) => string} */
export const nameOf = ($one) => $one.dataset.question ?? "";

/** Says what is wrong with an answer, beside its question; an empty text takes it away. @type {($one: HTMLElement, text: string) => void} */
export const complain = ($one, text) => {
  const $error = /** @type {HTMLElement} */ ($one.querySelector("[data-error]"));
  $error.textContent = text;
  $error.hidden = !text;
  if (text) $error.setAttribute("role", "alert");
  const $group = $one.querySelector("fieldset");
  if (text) $group?.setAttribute("aria-describedby", $error.id);
  else $group?.removeAttribute("aria-describedby");
};

/** A day as an answer writes it: Monday 2 November 2026. @type {(day: string) => string} */
const sayDay = (day) => {
  const parts = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
  const written = new Date(`${day}T12:00`).toLocaleDateString("en-GB", /** @type {any} */ (parts));
  return day && written.replace(",", "");
};

/** @param {HTMLFormElement} $form */
export const createQuestions = ($form) => {
  const all = /** @type {HTMLElement[]} */ ([...$form.querySelectorAll("[data-question]")]);
  /** What the reader chose, by question. @type {Map<string, Choice>} */
  const chosen = new Map();

  /** @type {(name: string | undefined) => HTMLElement | undefined} */
  const find = (name) => all.find(($one) => $one.dataset.question === name);

  /** A question that another answer makes idle, such as "was it settled" where nothing was tried. @param {HTMLElement} $one */
  const isIdle = ($one) => {
    const [field, value] = ($one.dataset.unless ?? "=").split("=");
    return chosen.get(field)?.value === value && field !== "";
  };

  /** A question that has to be answered and is not. @param {HTMLElement} $one */
  const isOpen = ($one) => !("optional" in $one.dataset) && !isIdle($one) && !chosen.has($one.dataset.question ?? "");

  /** Takes an answer; what another answer to the same question was the ground of is asked for anew. @type {($one: HTMLElement, choice: Choice) => void} */
  const take = ($one, choice) => {
    const $void = find($one.dataset.clears);
    if ($void && chosen.get(nameOf($one))?.value !== choice.value && chosen.delete(nameOf($void)))
      for (const $field of $void.querySelectorAll("input")) $field.value = "";
    chosen.set(nameOf($one), choice);
  };

  const firstOpen = () => all.find(isOpen);

  /** What stands in a question's fields, as chosen; undefined where nothing does. @param {HTMLElement} $one */
  const readChoice = ($one) => {
    const name = $one.dataset.question ?? "";
    const $select = $one.querySelector("select");
    if ($select) {
      const $option = $select.selectedOptions[0];
      return { value: $select.value, short: $option.dataset.short ?? $option.text, unsure: "" };
    }
    if (name === "since") return readDate();
    const $radio = /** @type {HTMLInputElement | null} */ ($one.querySelector("input:checked"));
    if (!$radio) return undefined;
    return {
      value: $radio.dataset.means ?? $radio.value,
      short: $radio.dataset.short ?? "",
      unsure: $radio.dataset.unsure ?? "",
      known: $radio.dataset.known ?? "",
    };
  };

  const readDate = () => {
    const field = (/** @type {string} */ name) =>
      /** @type {HTMLInputElement} */ ($form.elements.namedItem(name)).value;
    const [day, time] = [field("since-date"), field("since-time")];
    return {
      value: day && time ? `${day}T${time}` : day,
      short: [sayDay(day), time].filter(Boolean).join(", ") || "Not said",
      unsure: "",
    };
  };

  /** Puts an answer that came in a link into its question; tells whether the question has it. @type {(name: string, value: string) => boolean} */
  const fill = (name, value) => {
    const $one = find(name);
    if (!$one) return false;
    const $select = $one.querySelector("select");
    const $option = $select && [...$select.options].find((option) => option.value === value);
    const $radio = /** @type {HTMLInputElement | undefined} */ (
      [...$one.querySelectorAll("input[type=radio]")].find(
        (input) => /** @type {HTMLInputElement} */ (input).value === value,
      )
    );
    if ($select && $option) $select.value = value;
    else if ($radio) $radio.checked = true;
    else return false;
    const choice = readChoice($one);
    if (choice) chosen.set(name, choice);
    return true;
  };

  /** The case as the engine reads it. @returns {Record<string, unknown>} */
  const given = (/** @type {string} */ partnership) => {
    /** @type {Record<string, unknown>} */
    const answers = { partnership };
    for (const $one of all) {
      const name = $one.dataset.question ?? "";
      const value = chosen.get(name)?.value;
      if (value && !isIdle($one)) answers[name] = name === "resolved" ? value === "true" : value;
    }
    return answers;
  };

  /** What a form may take over from the answers given, in words. */
  const known = () => {
    /** @type {(name: string) => string} */
    const wordsFor = (name) => (chosen.get(name)?.value ? (chosen.get(name)?.short ?? "") : "");
    return {
      your_agency: wordsFor("you"),
      their_agency: wordsFor("them"),
      stage: chosen.get("stage")?.known ?? "",
    };
  };

  const clear = () => {
    chosen.clear();
    $form.reset();
  };
  return { all, chosen, find, isIdle, firstOpen, readChoice, take, fill, given, known, clear };
};
