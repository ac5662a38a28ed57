// @ts-check
// Answers from the copies that the reader asked for, where there is one, and from the network for the rest.
//
// Registered only when a reader keeps a copy. It is made for one edition of the site, whose list of files is written in front
// of this script when the site is built: so every new edition is a new worker, which the browser finds by itself.

import { Route } from "workbox-routing/Route.js";
import { Router } from "workbox-routing/Router.js";
import { cachesOf, keep, keptGroups, ownCaches } from "./copy.js";
import { noteOpenTabs, tidy } from "./editions.js";

/** @typedef {import("./copy.js").Edition} Edition */

const scope = /** @type {any} */ (self);
/** @type {Edition} */
const edition = scope.escalationGuideEdition;
/** @type {string} */
const root = scope.registration.scope;

/** Brings everything that is kept to this edition; where that cannot be done the browser goes on with the last one. */
const bringUpToDate = async () => {
  const kept = new Set((await keptGroups(root)).map(({ group }) => group));
  const wanted = kept.size ? new Set([...edition.always, ...kept]) : kept;
  await keep(
    root,
    edition,
    [...wanted].filter((group) => edition.groups[group]),
  );
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
 * still has it: a tab that was opened before the last update goes on working.
 * @param {Request} request
 * @param {URL} url
 */
const fromCopy = async (request, url) => {
  const names = await ownCaches(root);
  const own = names.filter((name) => cachesOf(root, edition).has(name));
  const others = request.mode === "navigate" ? [] : names.filter((name) => !own.includes(name));
  const find = (/** @type {string} */ cacheName) => caches.match(keptAddress(url), { cacheName });
  const found = await Promise.all([...own, ...others].map(find));
  return found.find(Boolean);
};

/** "reload" is how a page asks again for a file that did not arrive whole: the network may have a better one. @param {Request} request */
const isSecondTry = (request) => request.cache === "reload" && request.mode !== "navigate";

/** @type {import("workbox-core/types.js").RouteHandlerCallback} */
const answer = async ({ request, url, event }) => {
  if (request.mode === "navigate") event.waitUntil(tidy(root, edition, scope.clients));
  const better = isSecondTry(request) ? await fetch(request).catch(() => undefined) : undefined;
  if (better?.ok) return better;
  return (await fromCopy(request, url)) ?? better ?? fetch(request);
};

/** There is neither a copy nor a network: a page that says so, and what is kept. @type {import("workbox-core/types.js").RouteHandlerCallback} */
const notKept = async ({ request }) => {
  if (request.mode !== "navigate") return Response.error();
  return Response.redirect(`${root}offline/not-kept/#${request.url.slice(root.length)}`);
};

const router = new Router();
router.registerRoute(new Route(({ url }) => url.href.startsWith(root), answer));
router.setCatchHandler(notKept);
router.addFetchListener();

scope.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(bringUpToDate()));
scope.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(takeOver()));
scope.addEventListener("message", (/** @type {MessageEvent} */ { data, ports }) => {
  if (data === "take over") scope.skipWaiting();
  if (data === "which edition") ports[0].postMessage({ built: edition.built });
});
