// A tap on a translated sentence shows the original, which came with the page: no request is made.

import { button, made, ours } from "../dom.js";
import { word } from "../words.js";

const LISTEN = "listenFromHere";

let data = null;
let bubble = null;

/** Let sentences of a translated story show their originals. */
export function showOriginals(article) {
  read(document);
  document.addEventListener("kushk:translated", ({ detail }) => read(detail.page));
  article.addEventListener("click", (event) => {
    const sentence = event.target.closest(".story h1 [id^='s1-'], .standfirst [id^='s1-'], .body [id^='s1-'], figcaption [id^='s1-']");
    if (!sentence || event.target.closest("a, button, .original") || !getSelection().isCollapsed) return;
    show(article, sentence);
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("pointerdown", (event) => event.target.closest(".original, [id^='s1-']") || hide());
}

/** Take the originals that a page holds as data. */
function read(page) {
  const held = page.getElementById("originals");
  if (held) data = JSON.parse(held.textContent);
}

function hide() {
  bubble?.sentence.classList.remove("shows-original");
  bubble?.element.remove();
  bubble = null;
}

function show(article, sentence) {
  const again = bubble?.sentence === sentence;
  hide();
  const found = data?.sentences[sentence.id];
  if (again || !found) return;
  const [text, engine, state] = found;
  const element = made("div", { class: "original", role: "note", ...ours },
    made("p", { class: "original__text", lang: data.language, dir: data.direction }, text),
    made("p", { class: "original__by" }, said(engine, state)));
  if (article.dataset.audio) element.append(listenHere(article, sentence.id));
  element.append(button(word("close"), hide));
  const block = sentence.closest("p, li, blockquote, h1, h2, h3, h4, h5, h6, figcaption, td, th, .standfirst, .line") ?? sentence;
  const [inside, place] = block.matches("li, td, th, figcaption") ? ["append", block] : ["after", block];
  place[inside](element);
  sentence.classList.add("shows-original");
  bubble = { element, sentence };
}

function said(engine, state) {
  if (state === 2) return word("keptOriginal");
  if (state === 1) return word("checkedByPerson");
  return data.engines[engine] ? word("translatedBy", { engine: data.engines[engine] }) : "";
}

function listenHere(article, id) {
  return button(word(LISTEN), async () => {
    hide();
    const { listenFrom } = await import("../listening/player.js");
    listenFrom({ story: article.dataset.story, timeline: article.dataset.audio }, id);
  });
}
