// Translating: what arrives is put in place, a tap shows the original, the language is remembered.

import { arrive } from "./translating/arriving.js";
import { remembered } from "./translating/choice.js";
import { showOriginals } from "./translating/originals.js";
import { offerOwn } from "./translating/own.js";

const article = document.querySelector("article[data-story]");
const panel = document.getElementById("translate");

if (article?.dataset.target) {
  arrive();
  showOriginals(article);
}
if (panel) {
  remembered(article, panel);
  offerOwn(article, panel);
  if (location.hash === "#translate") panel.showPopover?.();
}
