// @ts-check
// Where the whole site stands, and the worker that answers for it, if the reader has kept a copy.

/** The address of the whole site: its manifest stands at the root. A copy on a disk has none. */
const $manifest = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=manifest]"));
export const root = $manifest ? new URL(".", $manifest.href).href : "";

/** The edition that a worker was made for. @param {ServiceWorker} worker @returns {Promise<import("./copy.js").Edition>} */
export const editionOf = (worker) =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage("which edition", [port2]);
  });

/** This site's registration; another site on the same host may have one too. @returns {Promise<ServiceWorkerRegistration | undefined>} */
export const registration = async () => {
  try {
    const found = await navigator.serviceWorker.getRegistration(root);
    return found?.scope === root ? found : undefined;
  } catch {
    return undefined; // a frame, an insecure address or a setting in which a browser has no workers
  }
};
