// @ts-check
// What a page of somebody else loads: the element <escalation-helper>, which shows the helper in a frame.
//
// A classic script under a name that never changes, which asks for nothing by itself. It takes one thing from the frame: how high
// its content is. What stands inside the element, a link, is there from the beginning and for as long as the frame has not spoken:
// where frames are refused nobody tells a page, and the link simply stays. docs/decisions/0016-embed.md is what is promised.

const NAME = "escalation-helper";
const ATTRIBUTES = ["partnership", "label", "theme", "answers"];
/** No helper is higher than this. In pixels. */
const HIGHEST = 100_000;
const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const site = script?.src ? new URL(".", script.src).href : "";

/** Whether a message is `{height: <a number that a page may have>}` and nothing besides. @param {unknown} data */
const isHeight = (data) => {
  if (typeof data !== "object" || data === null || Object.keys(data).join() !== "height") return false;
  const { height } = /** @type {{height: unknown}} */ (data);
  return typeof height === "number" && height >= 1 && height <= HIGHEST; // and neither NaN nor without end
};

class EscalationHelper extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  #root = this.attachShadow({ mode: "open" });
  /** What a reader has until the frame speaks. @type {HTMLElement} */
  #inside = document.createElement("slot");
  /** @type {HTMLIFrameElement | undefined} */
  #frame;
  #isDue = false;

  connectedCallback() {
    this.style.display ||= "block";
    window.addEventListener("message", this.#hear);
    this.#renew();
  }

  disconnectedCallback() {
    window.removeEventListener("message", this.#hear);
    this.#frame?.remove();
    this.#frame = undefined;
  }

  attributeChangedCallback() {
    this.#renew();
  }

  #said(/** @type {string} */ name) {
    return this.getAttribute(name)?.trim() ?? "";
  }

  /** Begins anew, once, however many attributes were changed together. */
  #renew() {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      if (this.isConnected) this.#draw();
    });
  }

  /** A new frame each time: another address in the same one would be a step of the browser's Back. */
  #draw() {
    const $frame = document.createElement("iframe");
    $frame.src = this.#address();
    $frame.title = `Escalation helper${this.#name ? `: ${this.#name}` : ""}`;
    $frame.allow = "clipboard-write";
    $frame.referrerPolicy = "no-referrer";
    // Nobody sees or reaches it until it speaks. Not `visibility`, and some height: in a closed fold, or behind another tab, a page
    // would else never learn that it was opened, and stay silent.
    $frame.inert = true;
    Object.assign($frame.style, { display: "block", width: "100%", height: "1px", border: "0", opacity: "0" });
    this.#frame = $frame;
    this.#inside = this.textContent?.trim() ? document.createElement("slot") : this.#link();
    this.#root.replaceChildren(this.#inside, $frame);
  }

  get #name() {
    return this.#said("label") || this.#said("partnership");
  }

  #address() {
    const address = new URL("embed/", site);
    for (const name of ["partnership", "theme"]) {
      if (this.#said(name)) address.searchParams.set(name, this.#said(name));
    }
    address.hash = this.#said("answers");
    return address.href;
  }

  /** Where the host put nothing into the element. */
  #link() {
    const $link = document.createElement("a");
    const folder = this.#said("partnership");
    $link.href = new URL(folder ? `${encodeURIComponent(folder)}/next-step/` : "next-step/", site).href;
    $link.textContent = `Get my next step${this.#name ? `: ${this.#name}` : ""}`;
    return $link;
  }

  /** @param {MessageEvent} event */
  #hear = ({ source, data }) => {
    const $frame = this.#frame;
    if (!$frame || source === null || source !== $frame.contentWindow || !isHeight(data)) return;
    $frame.style.height = `${data.height}px`;
    $frame.style.opacity = "";
    $frame.inert = false;
    this.#hideLink();
  };

  /** Takes the link away, also from the order of the Tab key; but not from under a reader who stands on it. */
  #hideLink() {
    const $inside = this.#inside;
    const hide = () => ($inside.style.display = "none");
    if (this.matches(":focus-within")) this.addEventListener("focusout", hide, { once: true });
    else hide();
  }
}

// Without an address of its own, as in a module, it cannot say where the site is: what stands inside the element stays.
if (site && !customElements.get(NAME)) customElements.define(NAME, EscalationHelper);
