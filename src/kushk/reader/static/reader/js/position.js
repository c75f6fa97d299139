// Reading position: remembers the sentence at which the reader stopped, and offers to go on from there.

import { remembers } from "./device.js";
import { button, made, ours } from "./dom.js";
import { isRead, placeIn, putPlace } from "./places.js";
import { word } from "./words.js";

const PAUSE = 400, MARKED = 2000;
const AROUND = [0, 1, -1, 2, -2, 3, -3];

const article = document.querySelector("article[data-story]");
const body = article?.querySelector(".body");
const sentences = body ? [...body.querySelectorAll('[id^="s1-"]')] : [];

/** Return the place of the first sentence that is wholly on the screen, or begins there. */
function firstSeen() {
  const begun = sentences.findIndex((sentence) => sentence.getBoundingClientRect().top >= 0);
  return begun < 0 ? sentences.length - 1 : begun;
}

/** Return how much of the body has passed the lower edge of the screen. */
function shareSeen() {
  const { top, height } = body.getBoundingClientRect();
  return Math.max(0, Math.min(1, (innerHeight - top) / height));
}

/** Remember where the reader is. The first screen is no place worth more than an earlier one further down. */
function keepPlace() {
  const share = shareSeen();
  if (share <= 0) return;
  const at = firstSeen();
  const top = sentences[at].getBoundingClientRect().top + scrollY;
  if (top < innerHeight && share < 0.95 && placeIn(article.dataset.story)) return;
  const ids = AROUND.map((step) => sentences[at + step]?.id).filter(Boolean);
  putPlace(article.dataset.story, { ids, share: Math.round(share * 1000) / 1000 });
}

/** Go to a sentence: on the screen, for the keyboard, and marked for a moment. */
function goTo(sentence) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  sentence.scrollIntoView({ block: "start", behavior: still ? "instant" : "smooth" });
  sentence.tabIndex = -1;
  sentence.focus({ preventScroll: true });
  sentence.addEventListener("blur", () => sentence.removeAttribute("tabindex"), { once: true });
  sentence.classList.add("stopped-here");
  setTimeout(() => sentence.classList.remove("stopped-here"), MARKED);
}

/** Offer to go on where the reader stopped, if that is not on the first screen and no link led to another sentence. */
function offer() {
  const place = placeIn(article.dataset.story);
  const id = place?.ids.find((each) => document.getElementById(each));
  const sentence = id && document.getElementById(id);
  const led = location.hash || scrollY > innerHeight / 2;
  if (!sentence || isRead(place) || led || sentence.getBoundingClientRect().top < innerHeight) return;
  const shown = made("p", { class: "go-on", ...ours }, button(word("continue"), () => {
    shown.remove();
    goTo(sentence);
  }));
  (article.querySelector(".column > .facts") ?? body.previousElementSibling ?? body).after(shown);
  // A link to words of the page, or the browser's own memory, moves the page after this.
  addEventListener("load", () => requestAnimationFrame(() => scrollY > innerHeight / 2 && shown.remove()));
}

function follow() {
  let timer = 0;
  addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(keepPlace, PAUSE);
  }, { passive: true });
  addEventListener("pagehide", keepPlace);
  document.addEventListener("visibilitychange", () => document.hidden && keepPlace());
}

if (sentences.length && remembers) {
  offer();
  follow();
}
