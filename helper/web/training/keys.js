// @ts-check
// The keys of a session: arrows, and what a clicker sends. They are left alone where a control uses them itself.

const ON = ["ArrowRight", "PageDown", " "];
const BACK = ["ArrowLeft", "PageUp"];
const TYPED_INTO = "input, select, textarea";
const PRESSED = "a, button, summary";
const PAGES = ["PageDown", "PageUp"];

/** What of a long screen still stands below, or above: it is shown before the step changes. */
const isMoreBelow = () => scrollY + innerHeight < document.documentElement.scrollHeight - 8;
const isMoreAbove = () => scrollY > 8;

/** A list would choose another of its entries. @param {KeyboardEvent} event */
const turnPage = (event) => {
  event.preventDefault();
  scrollBy({ top: (event.key === "PageUp" ? -0.8 : 0.8) * innerHeight });
};

/** @param {{isOn: () => boolean, on: () => void, back: () => void, leave: () => void}} told */
export const listenToKeys = ({ isOn, on, back, leave }) =>
  document.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, altKey, metaKey, shiftKey } = event;
    const $target = target instanceof Element ? target : document.body;
    if (!isOn() || event.defaultPrevented || ctrlKey || altKey || metaKey || shiftKey) return;
    // What a clicker sends is never a list's own: it would change the case that the room talks about.
    const isClicked = $target instanceof HTMLSelectElement && PAGES.includes(key);
    if (($target.closest(TYPED_INTO) && !isClicked) || (key === " " && $target.closest(PRESSED))) return;
    const isMore = key === "PageUp" ? isMoreAbove() : (key === "PageDown" || key === " ") && isMoreBelow();
    if (isMore) return isClicked ? turnPage(event) : undefined;
    const act = ON.includes(key) ? on : BACK.includes(key) ? back : key === "Escape" ? leave : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  });
