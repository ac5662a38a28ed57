// @ts-check
// What the reader is told of the copies: how things stand, and how something ended.

/** @typedef {import("./copy.js").Edition} Edition */
/** @typedef {import("./copy.js").Kept} Kept */
/** @typedef {{offered: Edition | undefined, isLooking: boolean, isAnswered: boolean}} Site What it offers, whether it is still being asked, and whether a worker answers from the copies. */
/** @typedef {{text: string, canKeep: boolean, canRemove: boolean, isOld: boolean}} State */

const AS_BEFORE = "Nothing new was kept. Copies made before are as they were.";

/** @type {Record<import("./copy.js").Reason, string>} */
const SENTENCES = {
  full: `There is not enough room on this device, or the browser does not give the guide that much. ${AS_BEFORE} Make room, or keep fewer partnerships, and try again.`,
  refused: `This browser did not let the guide store anything. A private window or a setting may be why. ${AS_BEFORE} Everything works while there is a network.`,
  corrupt: `The site's files did not arrive as they were published. The site may be changing just now. ${AS_BEFORE} Try again in a few minutes.`,
  network: `The connection broke off, or the site does not give all its files. ${AS_BEFORE} Try again where the connection is better.`,
  cancelled: `Cancelled. ${AS_BEFORE}`,
  withheld: `This site does not offer copies on a device. ${AS_BEFORE}`,
};

export const LOOKING = "Looking at what the site has …";
const NOT_ANSWERED = "It does not work with no network yet: the browser did not finish its part.";
const NO_CONNECTION = "There is no connection to the site now; come back when there is one.";

/** @param {import("./copy.js").Reason} reason */
export const sentence = (reason) => SENTENCES[reason];

/** @param {number} bytes */
const mega = (bytes) => `${(bytes / 1e6).toFixed(1)} megabytes`;

/** How many bytes groups have. @type {(groups: string[], edition: Edition) => number} */
const whole = (groups, { groups: all }) => groups.reduce((sum, group) => sum + (all[group]?.size ?? 0), 0);

/** The newest copy of each group. @param {Kept[]} kept */
const newest = (kept) => {
  const inOrder = [...kept].sort((one, other) => (one.made < other.made ? -1 : 1));
  return new Map(inOrder.map((one) => [one.group, one]));
};

/** What the reader may know and do about some partnerships. @type {(ids: string[], kept: Kept[], site: Site) => State} */
export const stateOf = (ids, kept, { offered, isLooking, isAnswered }) => {
  const copies = newest(kept);
  const mine = ids.flatMap((id) => copies.get(id) ?? []);
  const isOld = Boolean(offered && mine.some(({ group, list }) => list !== offered?.groups[group]?.list.sha256));
  const isWhole = mine.length === ids.length;
  const there = mine.length ? `On this device: ${mine.length} of ${ids.length}.` : "Not on this device.";
  const unknown = isLooking ? LOOKING : NO_CONNECTION;
  const rest = offered ? `${mine.length ? "The rest" : "A copy"} ${takes(ids, copies, offered)}` : unknown;
  const since = () => (isAnswered ? keptSince(mine) : `${keptSince(mine)} ${NOT_ANSWERED}`);
  const told = isWhole ? since() : `${there} ${rest}`;
  return {
    text: isOld ? `${told} The site has a newer one.` : told,
    canKeep: Boolean(offered) && (isOld || !isWhole || !isAnswered),
    canRemove: mine.length > 0,
    isOld: isOld && isWhole,
  };
};

/** @type {(mine: Kept[]) => string} */
const keptSince = (mine) => {
  const [{ built, made }] = [...mine].sort((one, other) => (one.made < other.made ? -1 : 1));
  const day = new Date(made).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return `A copy from ${built} is on this device. You made it on ${day}.`;
};

/** @type {(ids: string[], copies: Map<string, Kept>, offered: Edition) => string} */
const takes = (ids, copies, offered) => {
  const missing = (/** @type {string[]} */ groups) => groups.filter((group) => !copies.has(group));
  const shared = whole(missing(offered.always), offered);
  const own = whole(missing(ids), offered);
  if (!shared) return `takes about ${mega(own)}.`;
  return `takes about ${mega(own + shared)}, of which ${mega(shared)} is for what all copies share.`;
};

/** What all copies take together, and whether the browser has promised to leave them. @type {(kept: Kept[], promised: boolean | undefined) => string} */
export const total = (kept, promised) => {
  if (!kept.length) return "Nothing of this guide is stored on this device.";
  const size = mega(kept.reduce((sum, one) => sum + one.size, 0));
  return promised
    ? `The copies take ${size} on this device. The browser will not clear them by itself.`
    : `The copies take ${size} on this device. The browser may clear them when it needs the room, or when the guide was not opened for a long time.`;
};
