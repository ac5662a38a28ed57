// Drives a Firefox over WebDriver BiDi: a line of JSON on standard input asks for something, a line on standard output answers.
// @ts-check
import { createInterface } from "node:readline";

import puppeteer from "../node/node_modules/puppeteer-core/lib/esm/puppeteer/puppeteer-core.js";

/** @typedef {import("../node/node_modules/puppeteer-core/lib/types.d.ts")} Driver */

const [executablePath, preferences] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath,
  headless: true,
  extraPrefsFirefox: JSON.parse(preferences),
});
const [page] = await browser.pages();
/** @type {string[]} */
const complaints = [];
page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
page.on("pageerror", (error) => complaints.push(String(error)));
/** @type {import("../node/node_modules/puppeteer-core/lib/types.d.ts").Frame} */
let frame = page.mainFrame();

/** What can be asked for; each gives what can be written as JSON. */
const acts = {
  open: async (/** @type {string} */ address) => void (await page.goto(address)),
  run: async (/** @type {string} */ script, /** @type {unknown[]} */ given) =>
    frame.evaluate(`(${script})(...${JSON.stringify(given)})`),
  press: async (/** @type {string} */ selector) => void (await frame.locator(selector).click()),
  fill: async (/** @type {string} */ selector, /** @type {string} */ text) => void (await frame.locator(selector).fill(text)),
  key: async (/** @type {import("../node/node_modules/puppeteer-core/lib/types.d.ts").KeyInput} */ name) =>
    void (await page.keyboard.press(name)),
  enter: async (/** @type {string} */ selector) => {
    const found = await frame.waitForSelector(selector);
    frame = (await found?.contentFrame()) ?? page.mainFrame();
  },
  leave: async () => void (frame = page.mainFrame()),
  size: async (/** @type {number} */ width, /** @type {number} */ height) => page.setViewport({ width, height }),
  picture: async (/** @type {string} */ file) => void (await page.screenshot({ path: /** @type {`${string}.png`} */ (file) })),
  complaints: async () => complaints.splice(0),
  version: async () => browser.version(),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...given] = JSON.parse(line);
  /** @type {Record<string, (...given: any[]) => Promise<unknown>>} */
  const known = acts;
  const answer = await known[name](...given).then(
    (value) => ({ value }),
    (error) => ({ error: String(error) }),
  );
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
await browser.close();
