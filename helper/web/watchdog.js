// @ts-check
// Ends a wait in which nothing happens. A slow transfer that goes on is never cut off.

import { Fault } from "./fault.js";

export class Watchdog {
  #controller = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #patience;
  #outer;

  /**
   * @param {number} patience How many milliseconds may pass with no sign of life.
   * @param {AbortSignal} [outer] Whoever waits may give up too.
   */
  constructor(patience, outer) {
    this.#patience = patience;
    this.#outer = outer;
    outer?.addEventListener("abort", this.#giveUp);
    if (outer?.aborted) this.#giveUp();
    else this.alive();
  }

  /** Aborted when the wait is over; its reason says why. */
  get signal() {
    return this.#controller.signal;
  }

  /** Something arrived: wait again. */
  alive() {
    clearTimeout(this.#timer);
    if (this.signal.aborted) return;
    const tooSlow = () => this.#controller.abort(new Fault("too-slow", `Nothing came for ${this.#patience} ms.`));
    this.#timer = setTimeout(tooSlow, this.#patience);
  }

  /** What was waited for is there, or never will be. */
  end() {
    clearTimeout(this.#timer);
    this.#outer?.removeEventListener("abort", this.#giveUp);
  }

  /** Gives what was waited for, or why the wait ended. @template T @param {Promise<T>} work @returns {Promise<T>} */
  async over(work) {
    const ended = new Promise((_, reject) => {
      const refuse = () => reject(this.signal.reason);
      if (this.signal.aborted) refuse();
      this.signal.addEventListener("abort", refuse, { once: true });
    });
    try {
      return /** @type {T} */ (await Promise.race([work, ended]));
    } catch (error) {
      throw this.signal.aborted ? this.signal.reason : error;
    } finally {
      this.end();
    }
  }

  #giveUp = () => {
    clearTimeout(this.#timer);
    this.#controller.abort(this.#outer?.reason);
  };
}
