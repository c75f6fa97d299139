// A translation that is still being made: the page asks how far it is and puts what is new in place, block by block.

import { parsed } from "../trusted.js";

const FIRST = 400;
const LONGEST = 4000;

const standing = () => document.querySelector("[data-standing]");

/** Follow a translation until it is complete or stands still. */
export function arrive() {
  const address = standing()?.dataset.progress;
  if (address) follow(address, FIRST, Number(standing().querySelector("progress")?.value ?? 0));
}

function follow(address, wait, done) {
  setTimeout(async () => {
    const told = await fetch(address).then((answer) => answer.json()).catch(() => null);
    const more = told && (told.done > done || told.complete || !told.running);
    if (more && !(await renew())) return;
    if (told?.complete || (told && !told.running)) return;
    follow(address, Math.min(LONGEST, more ? FIRST : wait * 1.5), told?.done ?? done);
  }, wait);
}

/** Put what the server has now in place of what differs; tell whether that worked. */
async function renew() {
  const answer = await fetch(location.pathname).catch(() => null);
  if (!answer?.ok) return false;
  const fresh = parsed(await answer.text());
  const kept = readingAt();
  document.documentElement.style.overflowAnchor = "none"; // or the browser would make good what we make good
  exchange(document, fresh);
  const moved = kept && document.getElementById(kept.id);
  if (moved) scrollBy({ top: moved.getBoundingClientRect().top - kept.top, behavior: "instant" });
  document.dispatchEvent(new CustomEvent("kushk:translated", { detail: { page: fresh } }));
  return true;
}

/** Return the first sentence on the screen and where it stands, so that nothing jumps under the reader's eyes. */
function readingAt() {
  const sentences = [...document.querySelectorAll(".body [id^='s1-']")];
  const element = sentences.find((each) => each.getBoundingClientRect().top >= 0);
  return element && { id: element.id, top: element.getBoundingClientRect().top };
}

function exchange(old, fresh) {
  const places = [...old.querySelectorAll("[data-live]")];
  const news = [...fresh.querySelectorAll("[data-live]")];
  if (places.length !== news.length || places.some((each, at) => each.dataset.live !== news[at].dataset.live)) return wholly(fresh);
  places.forEach((place, at) => exchanged(place, news[at]));
  takeOver(fresh);
}

/** Exchange the parts of an element that differ, the deepest that can stand alone. */
function exchanged(place, made) {
  if (place.isEqualNode(made)) return;
  const [ours, theirs] = [[...place.children], [...made.children]];
  const alike = place.tagName === made.tagName && ours.length && ours.length === theirs.length;
  if (alike && ours.every((each, at) => each.tagName === theirs[at].tagName) && !bareText(made)) {
    for (const { name, value } of made.attributes) place.setAttribute(name, value);
    for (const { name } of [...place.attributes]) if (!made.hasAttribute(name)) place.removeAttribute(name);
    ours.forEach((each, at) => exchanged(each, theirs[at]));
  } else {
    place.replaceWith(document.importNode(made, true));
  }
}

const bareText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());

function wholly(fresh) {
  const [old, made] = [document.querySelector("article[data-story]"), fresh.querySelector("article[data-story]")];
  old.querySelector(".column > .body")?.replaceWith(document.importNode(made.querySelector(".column > .body"), true));
  takeOver(fresh);
}

/** Take over what is no part of the text: the title, the way to listen once all is there. */
function takeOver(fresh) {
  document.title = fresh.title;
  const article = document.querySelector("article[data-story]");
  const { audio } = fresh.querySelector("article[data-story]")?.dataset ?? {};
  if (!audio || article.dataset.audio) return;
  article.dataset.audio = audio;
  const listen = fresh.querySelector("[data-tool=listen]");
  if (listen) document.querySelector(".tools").prepend(document.importNode(listen, true));
  const voice = fresh.querySelector(".hear");
  if (voice) document.querySelector(".tools").after(document.importNode(voice, true));
}
