// The page of saved stories: each headline in its own language, how far it was read, and a way to take it off.

import { button, made, ours } from "./dom.js";
import { shareRead } from "./places.js";
import { add, pathOf, remove, stories } from "./shelf.js";
import { tell } from "./tell.js";
import { locale, percent, word } from "./words.js";

/** Draw the list anew, or what to do when there is none. */
export function showList(place) {
  const all = stories();
  const rows = all.map((story) => made("li", { "data-id": story.id }, card(story, place)));
  place.querySelector("ul").replaceChildren(...rows);
  place.querySelector(".empty").hidden = all.length > 0;
  place.hidden = false;
}

function card(story, place) {
  const heading = `saved-${story.id}`;
  const link = made("a", { href: pathOf(story), id: heading }, story.headline);
  const off = button(word("remove"), () => takeOff(story.id, place), { class: "card__off", "aria-describedby": heading });
  const words = made("div", {},
    publication(story),
    made("h2", { class: "card__headline" }, link),
    made("p", { class: "facts", ...ours }, ...facts(story), made("span", {}, off)));
  const attributes = { class: `card${story.picture ? " card--pictured" : ""}`, lang: story.language, dir: story.direction || "auto" };
  return made("article", attributes, words, ...picture(story));
}

const publication = ({ publication: name, publicationLanguage: lang }) =>
  made("p", { class: "card__publication" }, made("bdi", { lang, translate: "no" }, name));

/** Return how long the story is, short for the eye and whole for the ear, and how far it was read. */
function facts(story) {
  const duration = (unitDisplay) => new Intl.NumberFormat(locale, { style: "unit", unit: "minute", unitDisplay }).format(story.minutes);
  const short = locale.startsWith("ar") ? "long" : "short"; // one cryptic letter there
  const share = shareRead(story.id);
  return [
    ...(story.minutes ? [made("span", {},
      made("span", { class: "count", "aria-hidden": "true" }, duration(short)),
      made("span", { class: "for-ear" }, word("readingTime", { duration: duration("long") })))] : []),
    ...(share ? [made("span", {}, word("readSoFar", { share: percent(Math.round(share * 100) / 100) }))] : []),
  ];
}

function picture({ picture: src }) {
  if (!src?.startsWith("/media/")) return [];
  return [made("div", { class: "card__picture" }, made("img", { src, alt: "", loading: "lazy", decoding: "async" }))];
}

/** Take a story off, keep the focus near it, and offer to bring it back. */
function takeOff(id, place) {
  const rows = [...place.querySelectorAll("li")];
  const at = rows.findIndex((row) => row.dataset.id === id);
  const story = remove(id);
  showList(place);
  focusRow(place, at);
  tell(word("removed"), button(word("undo"), () => {
    add(story);
    showList(place);
    focusRow(place, at);
    tell(word("saved"));
  }));
}

/** Move the focus to the headline in a row, else to the last one, else to the title. */
function focusRow(place, at) {
  const links = place.querySelectorAll("h2 a");
  const target = links[Math.min(at, links.length - 1)] ?? document.querySelector("h1");
  if (target.matches("h1")) target.tabIndex = -1;
  target.focus();
}
