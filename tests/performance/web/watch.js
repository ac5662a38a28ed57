// Says when the first answer and Python's stood painted in the page, in milliseconds since the navigation began.
{
  const painted = (globalThis.benchPainted = {});
  const note = (by) =>
    requestAnimationFrame(() => {
      // A message comes after the frame was drawn.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (painted[by] ??= performance.now());
      port2.postMessage("");
    });
  const isSeen = ($answer) => {
    const box = $answer.querySelector(".eg-headline")?.getBoundingClientRect();
    return Boolean(box && box.height && box.top >= 0 && box.top < innerHeight);
  };
  const look = () => {
    const $answer = document.querySelector("[data-answered-by]");
    if (!$answer) return;
    const by = $answer.dataset.answeredBy;
    if (by in painted || !isSeen($answer)) return;
    note(by);
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  addEventListener("scroll", look, { passive: true });
}
