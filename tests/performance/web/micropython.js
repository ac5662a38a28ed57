// @ts-check
// The smallest Python there is, in a worker: the floor under every start.

import { offer, talkTo, whole } from "./offer.js";

offer(async ({ micropython }) => {
  const ask = talkTo(new Worker("micropython-worker.js", { type: "module" }));
  await ask({ micropython: whole(micropython) });
  return (request) => ask({ request });
});
