// @ts-check
// The ways to a set: its code, to be typed; and where the site knows its own address, a link and a QR code that phones open.

import { correction, generate } from "lean-qr";
import { toSvg } from "lean-qr/extras/svg";
import { isFromDisk } from "../from-disk.js";
import { share } from "../share.js";

/** White all around, in modules: below that, phones miss it. */
const QUIET_ZONE = 4;

/** Always black on white, whatever the theme. @type {(link: string) => SVGElement} */
const drawQr = (link) => {
  const $svg = toSvg(generate(link, { minCorrectionLevel: correction.M }), document, {
    on: "#000",
    off: "#fff",
    pad: QUIET_ZONE,
  });
  for (const [name, value] of [
    ["role", "img"],
    ["aria-label", "QR code of this set's link"],
    ["width", "100%"],
    ["height", "100%"],
  ])
    $svg.setAttribute(name, value);
  return $svg;
};

/** Shows the ways to a set. @type {($view: HTMLElement, address: string, code: string) => void} */
export const showWays = ($view, address, code) => {
  /** @type {(name: string) => HTMLElement} */
  const $ = (name) => /** @type {HTMLElement} */ ($view.querySelector(`[data-${name}]`));
  $("code").textContent = code;
  $("link-share").hidden = !address || isFromDisk;
  if (!address || isFromDisk) return;
  const link = `${address}#set=${code}`;
  $("qr").replaceChildren(drawQr(link));
  const $link = $("link");
  const $input = /** @type {HTMLInputElement} */ ($link.querySelector("input"));
  $input.value = link;
  $("copied").textContent = "";
  $("copy-link").onclick = () => share($link, link);
};
