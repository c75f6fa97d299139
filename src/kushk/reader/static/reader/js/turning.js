// To the next story by swipe or, for readers who have switched that on, by a single key.

import { setting } from "./reading.js";

const FAR = 80, STEEP = 2, EDGE = 24;

const link = (rel) => document.querySelector(`.turn a[rel=${rel}]`);
const tool = (name) => document.querySelector(`[data-tool=${name}]:not([hidden])`);
const KEYS = {
  n: () => link("next"),
  p: () => link("prev"),
  s: () => tool("save"),
  "+": () => tool("larger"),
  "-": () => tool("smaller"),
};

/** Return the letter or sign of a key; on a keyboard of another script, the Latin letter in its place. */
function keyOf({ key, code }) {
  if (/^[\x20-\x7e]$/.test(key)) return key;
  return /^Key[A-Z]$/.test(code) ? code[3].toLowerCase() : "";
}

function typed(event) {
  const busy = event.target.closest?.("input, textarea, select, [contenteditable]") || document.querySelector("dialog[open]");
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat || busy) return;
  const key = keyOf(event);
  const target = (!event.shiftKey || key === "+") && KEYS[key]?.();
  if (setting("keys") !== "on" || !target) return;
  event.preventDefault();
  target.click();
}

/** Tell whether something between here and the story scrolls sideways itself. */
function scrolls(element, story) {
  for (let at = element; at && at !== story; at = at.parentElement)
    if (at.scrollWidth > at.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
  return false;
}

/** Return the link to which a swipe over so many dots leads. Pages are turned in the direction of the interface. */
function turned(across, down) {
  if (Math.abs(across) <= FAR || Math.abs(across) <= STEEP * Math.abs(down)) return null;
  const onward = across < 0 === (document.documentElement.dir !== "rtl");
  return link(onward ? "next" : "prev");
}

function swipes(story) {
  let start = null;
  const begins = (event) => event.isPrimary && event.pointerType === "touch" && !scrolls(event.target, story)
    && event.clientX > EDGE && event.clientX < innerWidth - EDGE && (window.visualViewport?.scale ?? 1) < 1.05;
  story.addEventListener("pointerdown", (event) => (start = begins(event) ? event : null));
  story.addEventListener("pointercancel", () => (start = null));
  story.addEventListener("pointerup", (event) => {
    const begun = start;
    start = null;
    if (begun?.pointerId !== event.pointerId || !getSelection().isCollapsed) return;
    turned(event.clientX - begun.clientX, event.clientY - begun.clientY)?.click();
  });
}

const story = document.querySelector("article.story");
if (story && document.querySelector(".turn a")) {
  story.classList.add("story--turns");
  swipes(story);
}
document.addEventListener("keydown", typed);
