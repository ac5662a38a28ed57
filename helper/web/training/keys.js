// @ts-check
// The keys of a session: arrows, and what a clicker sends. They are left alone where a control uses them itself.

const ON = ["ArrowRight", "PageDown", " "];
const BACK = ["ArrowLeft", "PageUp"];
const TYPED_INTO = "input, select, textarea";
const PRESSED = "a, button, summary";

/** What of a long screen still stands below, or above: it is shown before the step changes. */
const isMoreBelow = () => scrollY + innerHeight < document.documentElement.scrollHeight - 8;
const isMoreAbove = () => scrollY > 8;

/** @param {{isOn: () => boolean, on: () => void, back: () => void, leave: () => void}} told */
export const listenToKeys = ({ isOn, on, back, leave }) =>
  document.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, altKey, metaKey, shiftKey } = event;
    const $target = target instanceof Element ? target : document.body;
    if (!isOn() || event.defaultPrevented || ctrlKey || altKey || metaKey || shiftKey) return;
    if ($target.closest(TYPED_INTO) || (key === " " && $target.closest(PRESSED))) return;
    if ((key === "PageDown" || key === " ") && isMoreBelow()) return;
    if (key === "PageUp" && isMoreAbove()) return;
    const act = ON.includes(key) ? on : BACK.includes(key) ? back : key === "Escape" ? leave : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  });
