// The list of saved stories. It lies on the device alone.

import { ask, recall, remember } from "./device.js";
import { tag } from "./words.js";

const NAME = "kushk.saved";
const MOST = 500;

/** Return the saved stories, the one saved last first. */
export const stories = () => recall(NAME, []).filter((story) => story?.id && story.path);

/** Tell whether a story is saved. */
export const has = (id) => stories().some((story) => story.id === id);

/** Save a story, and have its page kept for hours without a network. Tell whether the device took it. */
export function add(story) {
  const others = stories().filter((other) => other.id !== story.id);
  const all = [story, ...others].sort((one, other) => other.at - one.at).slice(0, MOST);
  return remember(NAME, all) && told(all, [pathOf(story)]);
}

/** Take a story off the list and return it. */
export function remove(id) {
  const all = stories();
  const left = all.filter((story) => story.id !== id);
  remember(NAME, left);
  told(left, []);
  return all.find((story) => story.id === id);
}

/** Return the path of a saved story in the language of this page. */
export const pathOf = (story) => `/${tag}${story.path}`;

/** Call when another page of the stand has changed the list. */
export function onChange(act) {
  addEventListener("storage", ({ key }) => (key === NAME || key === null) && act());
  addEventListener("pageshow", ({ persisted }) => persisted && act());
}

function told(all, paths) {
  ask("saved", { ids: all.map((story) => story.id), paths });
  return true;
}

/** Return what the list shows of the story on this page. */
export function storyHere(article, minutes) {
  const publication = article.querySelector(".nameplate__name bdi");
  return {
    id: article.dataset.story,
    path: location.pathname.replace(/^\/[^/]+/, ""),
    headline: article.querySelector("h1").textContent.trim(),
    language: article.lang,
    direction: article.dir,
    publication: publication?.textContent ?? "",
    publicationLanguage: publication?.lang ?? "",
    minutes: Number(minutes) || 0,
    picture: article.querySelector(".figure--lead img")?.getAttribute("src") ?? "",
    at: Date.now(),
  };
}
