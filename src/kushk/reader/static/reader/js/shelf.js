// The list of saved stories. It lies on the device alone.

import { ask, recall, remember } from "./device.js";
import { tag } from "./words.js";

const NAME = "kushk.saved";
const MOST = 500;
const GONE = "kushk.gone";

/** Return the saved stories, the one saved last first. */
export const stories = () => recall(NAME, []).filter((story) => story?.id && story.path);

/** Tell whether a story is saved. */
export const has = (id) => stories().some((story) => story.id === id);

/** Save a story, and have its page kept for hours without a network. Tell whether the device took it. */
export function add(story) {
  const others = stories().filter((other) => other.id !== story.id);
  const all = [story, ...others].sort((one, other) => other.at - one.at).slice(0, MOST);
  return remember(NAME, all) && told(all, [pathOf(story)]) && changed();
}

/** Take a story off the list and return it. */
export function remove(id) {
  const all = stories();
  const left = all.filter((story) => story.id !== id);
  remember(NAME, left);
  told(left, []);
  const newest = Object.entries({ ...gone(), [id]: Date.now() }).sort(([, one], [, other]) => other - one).slice(0, MOST);
  remember(GONE, Object.fromEntries(newest));
  changed();
  return all.find((story) => story.id === id);
}

/** Return when stories were taken off, by their id. */
export const gone = () => recall(GONE, {});

/** Take what other devices saved or took off. */
export function mergeStories(items) {
  const all = new Map(stories().map((story) => [story.id, story]));
  for (const { key, data, at } of items) {
    const known = Math.max(all.get(key)?.at ?? 0, gone()[key] ?? 0);
    if (at <= known) continue;
    if (data) all.set(key, { ...data, at });
    else all.delete(key);
  }
  const newest = [...all.values()].sort((one, other) => other.at - one.at).slice(0, MOST);
  remember(NAME, newest);
  told(newest, []);
  dispatchEvent(new StorageEvent("storage", { key: NAME }));
}

function changed() {
  document.dispatchEvent(new CustomEvent("kushk:kept"));
  return true;
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
