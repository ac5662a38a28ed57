// @ts-check
// Our engine, started as the site starts it, without the site's page around it.

import { startEngine } from "../../../helper/web/engine.js";
import { getBytes } from "../../../helper/web/files.js";
import { offer } from "./offer.js";

offer(async ({ engine, facts }) => {
  const [started, bytes] = await Promise.all([startEngine({ files: engine }), getBytes(facts)]);
  await started.ask(`{"do":"open","model":${new TextDecoder().decode(bytes)}}`);
  return started.ask;
});
