// What the player remembers: the queue for as long as the tab is open, the place in each story and the speed on the device.

import { recall, remember } from "../device.js";
import { putPlace } from "../places.js";

const HERE = "kushk.playing";
const HEARD = "kushk.heard";
const SPEED = "kushk.speed";
const MOST = 100;
const ENDED = 0.995;

/** Return what this tab was playing before the page changed, null when nothing was. */
export function recallHere() {
  try {
    return JSON.parse(sessionStorage.getItem(HERE));
  } catch {
    return null;
  }
}

/** Remember what this tab plays; null forgets it. */
export function rememberHere(state) {
  try {
    if (state) sessionStorage.setItem(HERE, JSON.stringify(state));
    else sessionStorage.removeItem(HERE);
  } catch {
    // Then the next page starts without it.
  }
}

/** Return the sentence at which a story was left, null when it was never heard or heard to its end. */
export function heardUpTo(story) {
  const place = recall(HEARD, {})[story];
  return place && place.share < ENDED ? place : null;
}

/** Remember the sentence that is heard now, for listening and for reading on. */
export function keepHeard(story, id, share) {
  const all = recall(HEARD, {});
  all[story] = { id, share, at: Date.now() };
  const newest = Object.entries(all).sort(([, one], [, other]) => other.at - one.at).slice(0, MOST);
  remember(HEARD, Object.fromEntries(newest));
  if (id) putPlace(story, { ids: [id], share: Math.round(share * 1000) / 1000 });
}

/** Return the speed that the listener chose last. */
export const speed = () => Math.min(3, Math.max(0.5, Number(recall(SPEED, 1)) || 1));

/** Remember a speed. */
export const keepSpeed = (rate) => remember(SPEED, rate);
