// What an account keeps on all devices: saved stories, places in them, text settings. Pages are the same for everybody,
// so the device itself remembers that somebody signed in on it, and asks the stand only then.

import { forget, later, recall, remember, remembers } from "./device.js";
import { allPlaces, mergePlaces } from "./places.js";
import { choose, settings } from "./reading.js";
import { gone, mergeStories, stories } from "./shelf.js";
import { tag } from "./words.js";

const SIGNED = "kushk.signed";
const SYNCED = "kushk.synced";
const CHOSEN = "kushk.chosen";
const PAUSE = 1500;
const OFFERED = "kushk.offered";
const OF_THE_ACCOUNT = ["kushk.saved", "kushk.gone", "kushk.places", "kushk.heard"];

/** Return when text settings were chosen; those from before there was an account are older than any other. */
const chosenAt = () => recall(CHOSEN, { at: Object.keys(settings()).length ? 1 : 0 }).at;

const place = (name) => `/${tag}/account/${name}`;

/** Return what changed on this device after a moment, as the stand wants it. */
function changes(after) {
  const items = [
    ...stories().map((story) => ({ kind: "saved", key: story.id, data: story, at: story.at })),
    ...Object.entries(gone()).map(([key, at]) => ({ kind: "saved", key, data: null, at })),
    ...Object.entries(allPlaces()).map(([key, { at, ...data }]) => ({ kind: "place", key, data, at })),
    { kind: "settings", key: "reading", data: settings(), at: chosenAt() },
  ];
  return items.filter(({ at }) => at > after);
}

/** Take what other devices changed. */
function take(items) {
  const of = (kind) => items.filter((item) => item.kind === kind);
  if (of("saved").length) mergeStories(of("saved"));
  if (of("place").length) mergePlaces(of("place"));
  const [chosen] = of("settings");
  if (chosen && chosen.at > chosenAt()) {
    remember(CHOSEN, { at: chosen.at });
    if (JSON.stringify(chosen.data) !== JSON.stringify(settings())) choose(chosen.data ?? {}, { quiet: true });
  }
}

/** Offer nobody what they have, and no trial to whoever had one: then the plan's name stands there alone. */
function offer() {
  const { plan, trial } = recall(OFFERED, { plan: true, trial: true });
  document.querySelectorAll("[data-offer]").forEach((link) => {
    link.hidden = !plan;
    if (!trial && link.querySelector("bdi")) link.replaceChildren(link.querySelector("bdi"));
  });
}

let token = "";

async function who() {
  const answer = await fetch(place("me.json"));
  if (!answer.ok) return false;
  const told = await answer.json();
  if (!told.signedIn) signedOut();
  token = told.token ?? "";
  remember(OFFERED, { plan: told.offered !== false, trial: told.tries !== false });
  offer();
  return told.signedIn;
}

let underWay = null;

/** Send and take what is new; one at a time, and what changes meanwhile goes with the next. */
function sync() {
  underWay = (underWay ?? Promise.resolve()).then(exchange).catch(() => {});
  return underWay;
}

async function exchange() {
  if (!token) return;
  const { sent, cursor } = recall(SYNCED, { sent: 0, cursor: 0 });
  const now = Date.now();
  const body = JSON.stringify({ since: cursor, items: changes(sent) });
  const headers = { "content-type": "application/json", "x-csrftoken": token };
  const answer = await fetch(place("kept.json"), { method: "POST", headers, body, keepalive: body.length < 60000 });
  if (!answer.ok) return;
  const told = await answer.json();
  take(told.items);
  remember(SYNCED, { sent: now, cursor: told.cursor });
}

/** Forget on this device who was signed in, and with that what the account keeps: the next reader may be another. */
function signedOut() {
  if (!recall(SIGNED, false)) return;
  forget(SIGNED, SYNCED, CHOSEN, OFFERED, ...OF_THE_ACCOUNT);
  dispatchEvent(new StorageEvent("storage", { key: null }));
}

async function start() {
  let timer = 0;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(sync, PAUSE);
  };
  document.addEventListener("kushk:kept", soon);
  document.addEventListener("kushk:chosen", ({ detail }) => {
    if (detail?.quiet) return;
    remember(CHOSEN, { at: Date.now() });
    soon();
  });
  document.addEventListener("visibilitychange", () => document.hidden && sync());
  if (await who()) await sync();
}

if (remembers) {
  if (document.querySelector("[data-signed-out]")) signedOut();
  if (document.querySelector("[data-signed-in]")) remember(SIGNED, true);
  document.addEventListener("kushk:chosen", ({ detail }) => detail?.quiet || remember(CHOSEN, { at: Date.now() }));
  if (recall(SIGNED, false)) {
    offer();
    later(start);
  }
}
