// @ts-check
// Says when the first answer and Python's stood painted in the page, in milliseconds since the navigation began.
{
  /** By who answered: "table" or "python". @type {Record<string, number>} */
  const painted = {};
  Object.assign(globalThis, { benchPainted: painted });

  /** @param {string} by */
  const note = (by) =>
    requestAnimationFrame(() => {
      // A message comes after the frame was drawn.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (painted[by] ??= performance.now());
      port2.postMessage("");
    });

  /** @param {Element} $answer */
  const isSeen = ($answer) => {
    const box = $answer.querySelector(".eg-headline")?.getBoundingClientRect();
    return Boolean(box && box.height && box.top >= 0 && box.top < innerHeight);
  };

  const look = () => {
    const $answer = /** @type {HTMLElement | null} */ (document.querySelector("[data-answered-by]"));
    const by = $answer?.dataset.answeredBy ?? "";
    if ($answer && !(by in painted) && isSeen($answer)) note(by);
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  addEventListener("scroll", look, { passive: true });
}
