// Sharing: the device's own panel where there is one, the clipboard, paper, and links to a passage of the story.

import { copy } from "./copying.js";
import { word } from "./words.js";

const panel = document.getElementById("share");
const LONGEST_FRAGMENT = 300;

function show(name) {
  const button = panel.querySelector(`[data-share="${name}"]`);
  button.hidden = false;
  if (button.closest("li")) button.closest("li").hidden = false;
  return button;
}

function start() {
  const address = panel.querySelector(".share__address");
  const button = show("copy");
  const usual = button.textContent;
  button.addEventListener("click", async () => {
    if (!(await copy(address.value))) return;
    button.textContent = word("copied"); // the panel lies over the page's own message
    setTimeout(() => (button.textContent = usual), 3000);
  });
  address.addEventListener("focus", () => address.select());
  show("print").addEventListener("click", () => {
    panel.hidePopover?.();
    print();
  });
  if (navigator.share) {
    const title = document.querySelector("h1").textContent.trim();
    show("system").addEventListener("click", () => navigator.share({ title, url: address.value }).catch(() => {}));
  }
  document.addEventListener("selectionchange", later);
  document.addEventListener("keydown", (event) => event.key === "Escape" && offer?.remove());
}

let offer = null;
let waiting = 0;

function later() {
  clearTimeout(waiting);
  waiting = setTimeout(offerPassage, 350);
}

/** Return the sentence that an end of a selection lies in. */
const sentenceAt = (node) => (node?.nodeType === 1 ? node : node?.parentElement)?.closest(".story [id^='s1-']");

/** Return the block that an end of a selection lies in: a text fragment must not cross from one to the next. */
const blockAt = (node) => (node?.nodeType === 1 ? node : node?.parentElement)?.closest("p, li, h1, h2, h3, h4, blockquote, td, th, figcaption");

function offerPassage() {
  const chosen = getSelection();
  const text = chosen.isCollapsed ? "" : chosen.toString().replace(/\s+/g, " ").trim();
  const within = document.querySelector(".story .column");
  const range = chosen.rangeCount ? chosen.getRangeAt(0) : null;
  const first = sentenceAt(range?.startContainer);
  if (offer?.contains(document.activeElement)) return;
  offer?.remove();
  offer = null;
  if (text.length < 2 || !first || !within.contains(range.endContainer)) return;
  const whole = blockAt(range.startContainer) === blockAt(range.endContainer);
  offer = passage(fragmentOf(text, whole), first.id);
  const box = range.getBoundingClientRect();
  within.append(offer);
  const top = box.bottom + scrollY + 10;
  const start = Math.min(Math.max(box.left, 8), innerWidth - offer.offsetWidth - 8);
  Object.assign(offer.style, { top: `${top}px`, left: `${start + scrollX}px` });
}

/** Return a text fragment (`#:~:text=`) for a passage; one that is long or crosses blocks by its first and last words. */
function fragmentOf(text, whole) {
  const escaped = (part) => encodeURIComponent(part).replaceAll("-", "%2D");
  if (whole && text.length <= LONGEST_FRAGMENT) return `#:~:text=${escaped(text)}`;
  const words = text.split(" ");
  if (words.length < 2) return `#:~:text=${escaped([...text].slice(0, LONGEST_FRAGMENT).join(""))}`;
  const few = Math.min(5, Math.floor(words.length / 2));
  return `#:~:text=${escaped(words.slice(0, few).join(" "))},${escaped(words.slice(-few).join(" "))}`;
}

function passage(fragment, sentence) {
  const made = Object.assign(document.createElement("div"), { className: "passage" });
  made.setAttribute("role", "group");
  made.setAttribute("aria-label", word("selected"));
  made.lang = document.documentElement.lang;
  made.dir = document.documentElement.dir;
  const link = Object.assign(document.createElement("button"), { type: "button", textContent: word("copyPassage") });
  link.addEventListener("pointerdown", (event) => event.preventDefault());
  link.addEventListener("click", () => copy(panel.querySelector(".share__address").value + fragment));
  const card = Object.assign(document.createElement("a"), { textContent: word("quoteCard"), target: "_blank" });
  card.href = panel.dataset.quotes.replace("SENTENCE", sentence);
  made.append(link, card);
  const story = document.querySelector("[data-tool=listen]") && document.querySelector("article[data-story]").dataset.story;
  if (story) made.append(listenHere(story, sentence));
  return made;
}

/** Return the button that reads aloud from a sentence on. */
function listenHere(story, sentence) {
  const from = Object.assign(document.createElement("button"), { type: "button", textContent: word("listenFromHere") });
  from.addEventListener("click", async () => {
    getSelection().removeAllRanges();
    const { listenFrom } = await import("./listening/player.js");
    listenFrom({ story, timeline: document.querySelector("article[data-story]").dataset.audio }, sentence);
  });
  return from;
}

if (panel) start();
