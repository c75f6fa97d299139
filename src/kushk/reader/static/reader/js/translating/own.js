// Where the browser itself can translate, on the device, it may do what the stand cannot. Its words stay on the page:
// they are never sent back and never taken for the stand's own.

import { button, made } from "../dom.js";
import { tell } from "../tell.js";
import { word } from "../words.js";

const base = (tag) => tag.split("-")[0];

/** Offer the browser's own translator for the interface's language, where the stand does not translate into it. */
export async function offerOwn(article, panel) {
  const source = panel.dataset.source;
  const target = document.documentElement.lang;
  if (!source || !window.Translator || base(source) === base(target)) return;
  if ([...panel.querySelectorAll("a[data-target]")].some((link) => base(link.dataset.target) === base(target))) return;
  const pair = { sourceLanguage: source, targetLanguage: target };
  if ((await Translator.availability(pair).catch(() => "unavailable")) === "unavailable") return;
  const place = panel.querySelector("[data-own]");
  place.append(button(word("translateHere"), (event) => translate(article, pair, event.currentTarget), { class: "button" }));
  place.hidden = false;
}

async function translate(article, pair, pressed) {
  pressed.disabled = true;
  tell(word("loading"));
  try {
    const translator = await Translator.create(pair);
    document.getElementById("translate").hidePopover?.();
    for (const sentence of article.querySelectorAll("[id^='s1-']")) await inPlace(sentence, translator, pair.targetLanguage);
    article.querySelector(".facts")?.after(made("p", { class: "standing" }, word("translatedHere")));
  } catch {
    tell(word("failed"));
  }
  pressed.disabled = false;
}

/** Translate a sentence. Where it has links or other marks, each stretch by itself, so that none is lost. */
async function inPlace(sentence, translator, language) {
  const texts = [];
  const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (/\p{L}/u.test(node.data)) texts.push(node);
  for (const node of texts) {
    const [, lead, text, trail] = /^(\s*)(.*?)(\s*)$/su.exec(node.data);
    node.data = lead + (await translator.translate(text)) + trail;
  }
  sentence.lang = language;
  sentence.dir = "auto";
}
