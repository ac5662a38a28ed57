// @ts-check
// Answers from the copies that the reader asked for, where there is one, and from the network for the rest.
//
// Registered only when a reader keeps a copy. It is made for one edition of the site, whose list of files is written in front
// of this script when the site is built: so every new edition is a new worker, which the browser finds by itself.

import { Route } from "workbox-routing/Route.js";
import { Router } from "workbox-routing/Router.js";
import { cachesOf, keep, ownCaches } from "./copy.js";
import { noteOpenTabs, tidy } from "./editions.js";

/** @typedef {import("./copy.js").Edition} Edition */

const scope = /** @type {any} */ (self);
/** @type {Edition} */
const edition = scope.escalationGuideEdition;
/** @type {string} */
const root = scope.registration.scope;
const NOT_KEPT = `${root}offline/not-kept/`;

/** Brings everything that is kept to this edition; where that cannot be done the browser goes on with the last one. */
const bringUpToDate = async () => {
  await keep(root, edition, (kept) => (kept.length ? [...edition.always, ...kept] : []));
};

const takeOver = async () => {
  await noteOpenTabs(root, edition, scope.clients);
  await tidy(root, edition, scope.clients);
  await scope.clients.claim();
};

/** The address under which a request is kept: without its query, and a folder for its index.html. @param {URL} url */
const keptAddress = (url) => url.origin + url.pathname.replace(/\/index\.html$/, "/");

/**
 * A page is given of this edition only. What a page asks for has its hash in its name, so it is found in whichever edition
 * still has it: a tab that was opened before the last update goes on working. A page whose address was written without its
 * last slash is where a server too would lead.
 * @param {Request} request
 * @param {URL} url
 */
const fromCopy = async (request, url) => {
  const names = await ownCaches(root);
  const own = names.filter((name) => cachesOf(root, edition).has(name));
  const others = request.mode === "navigate" ? [] : names.filter((name) => !own.includes(name));
  const find = async (/** @type {string} */ address) => {
    const found = await Promise.all([...own, ...others].map((cacheName) => caches.match(address, { cacheName })));
    return found.find(Boolean);
  };
  const address = keptAddress(url);
  const found = await find(address);
  if (found || request.mode !== "navigate" || address.endsWith("/")) return found;
  return (await find(`${address}/`)) && Response.redirect(`${address}/${url.search}`);
};

/** "reload" is how a page asks again for a file that did not arrive whole: the network may have a better one. @param {Request} request */
const isSecondTry = (request) => request.cache === "reload" && request.mode !== "navigate";

/** @type {import("workbox-core/types.js").RouteHandlerCallback} */
const answer = async ({ request, url, event }) => {
  if (request.mode === "navigate") event.waitUntil(tidy(root, edition, scope.clients));
  const better = isSecondTry(request) ? await fetch(request).catch(() => undefined) : undefined;
  if (better?.ok) return better;
  // Storage that fails is no reason to do without the network.
  const copy = await fromCopy(request, url).catch(() => undefined);
  return copy ?? better ?? fetch(request);
};

/** There is neither a copy nor a network: a page that says so, and what is kept. @type {import("workbox-core/types.js").RouteHandlerCallback} */
const notKept = async ({ request, url }) => {
  const asked = keptAddress(url);
  if (request.mode !== "navigate" || asked === NOT_KEPT) return Response.error();
  return Response.redirect(`${NOT_KEPT}#${asked.slice(root.length)}`);
};

const router = new Router();
router.registerRoute(new Route(({ url }) => url.href.startsWith(root), answer));
router.setCatchHandler(notKept);
router.addFetchListener();

scope.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(bringUpToDate()));
scope.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(takeOver()));
scope.addEventListener("message", (/** @type {MessageEvent} */ { data, ports }) => {
  if (data === "take over") scope.skipWaiting();
  if (data === "which edition") ports[0].postMessage(edition);
});
