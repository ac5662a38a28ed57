// @ts-check
// What every page of the bench offers: start a Python and say how long it took; put questions and say how long each took.

/** @typedef {(request: string) => Promise<string>} Ask */

/** @param {(settings: any) => Promise<Ask>} open Starts one, ready to answer. */
export const offer = (open) => {
  const $settings = /** @type {HTMLElement} */ (document.querySelector("#settings"));
  /** @type {Ask} */
  let ask;
  const start = async () => {
    const begun = performance.now();
    ask = await open(JSON.parse($settings.textContent ?? "{}"));
    return performance.now() - begun;
  };
  /** @param {string[]} requests */
  const time = async (requests) => {
    const took = [];
    let said = "";
    for (const request of requests) {
      const begun = performance.now();
      said = await ask(request);
      took.push(performance.now() - begun);
    }
    return { took, said };
  };
  Object.assign(globalThis, { bench: { start, time } });
};

/** Talks to a worker of the bench, one question after the other. @param {Worker} worker @returns {(data: unknown) => Promise<string>} */
export const talkTo = (worker) => (data) =>
  new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data: reply }) => resolve(reply);
    worker.postMessage(data);
  });

/** Gives an address that holds wherever a worker stands. @param {string} address */
export const whole = (address) => new URL(address, document.baseURI).href;
