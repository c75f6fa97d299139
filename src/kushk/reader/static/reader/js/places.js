// Where the reader stopped in each story: the id of a sentence, and those of its neighbours in case it is corrected.

import { recall, remember } from "./device.js";

const NAME = "kushk.places";
const MOST = 200;
const READ = 0.95;

/** Return the place in a story, null when it was never read. */
export const placeIn = (story) => recall(NAME, {})[story] ?? null;

/** Return how much of a story was read, as a share of one. */
export const shareRead = (story) => placeIn(story)?.share ?? 0;

/** Tell whether a story was read to its end. */
export const isRead = (place) => place?.share >= READ;

/** Remember a place. A story that was read stays so; the places remembered longest ago are dropped. */
export function putPlace(story, place) {
  const all = recall(NAME, {});
  const share = isRead(all[story]) || isRead(place) ? 1 : place.share;
  all[story] = { ...place, share, at: Date.now() };
  const newest = Object.entries(all).sort(([, one], [, other]) => other.at - one.at).slice(0, MOST);
  remember(NAME, Object.fromEntries(newest));
  document.dispatchEvent(new CustomEvent("kushk:kept"));
}

/** Return every place, by story. */
export const allPlaces = () => recall(NAME, {});

/** Take the places of other devices that are newer than those of this one. */
export function mergePlaces(items) {
  const all = recall(NAME, {});
  for (const { key, data, at } of items) if (data && at > (all[key]?.at ?? 0)) all[key] = { ...data, at };
  const newest = Object.entries(all).sort(([, one], [, other]) => other.at - one.at).slice(0, MOST);
  remember(NAME, Object.fromEntries(newest));
}
