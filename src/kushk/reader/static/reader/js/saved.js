// The button Save on a story, and the page of saved stories.

import { remembers } from "./device.js";
import { add, has, onChange, remove, storyHere } from "./shelf.js";
import { tell } from "./tell.js";
import { word } from "./words.js";

const article = document.querySelector("article[data-story]");
const save = document.querySelector("[data-tool=save]");
const list = document.querySelector("[data-saved]");

/** Make the button show whether the story is saved. */
function show() {
  const saved = has(article.dataset.story);
  save.setAttribute("aria-pressed", saved);
  save.querySelector(".tool__word").textContent = word(saved ? "saved" : "save");
}

function toggle() {
  const saved = has(article.dataset.story);
  if (saved) remove(article.dataset.story);
  const done = saved || add(storyHere(article, save.dataset.minutes));
  show();
  tell(word(saved ? "removed" : done ? "saved" : "failed"));
}

if (save && article && remembers) {
  save.hidden = false;
  save.addEventListener("click", toggle);
  show();
  onChange(show);
}
if (list) {
  // Only this page needs it.
  import("./saved_list.js").then(({ showList }) => {
    showList(list);
    onChange(() => showList(list));
  });
}
