// @ts-check
// Pyodide as published, in a worker, with the same engine's sources and the same facts.

import { offer, talkTo, whole } from "./offer.js";

offer(async ({ pyodide, sources, facts }) => {
  const ask = talkTo(new Worker("stock-worker.js", { type: "module" }));
  await ask({ pyodide: whole(pyodide), sources: whole(sources), facts: whole(facts) });
  return (request) => ask({ request });
});
