// How long a story was on the screen or sounded, for its publisher's statement. Nothing about the reader is sent, and
// nothing at all where the browser asks not to be counted.

const article = document.querySelector("article[data-story]");
const SHORTEST = 5;
const SPOKEN_LASTS = 1.5; // times as long as it takes to read
const STEP = 3;
const may = navigator.doNotTrack !== "1" && !navigator.globalPrivacyControl;

const seconds = new Map();
const told = new Map();
let since = document.hidden ? 0 : performance.now();
let last = 0;

function add(kind, story, more) {
  const key = `${kind} ${story}`;
  seconds.set(key, (seconds.get(key) ?? 0) + more);
}

/** Count what sounded since the last time that this was told: the place in the sound, in seconds. */
export function noteHeard(story, at) {
  const more = at - last;
  last = at;
  if (story && more > 0 && more < STEP) add("heard", story, more);
}

/** Return the seconds of a story that this page may still tell of: it is told to its end once, however often one looks. */
function left(key, kind, story) {
  if (story !== article?.dataset.story) return Infinity;
  return article.dataset.seconds * (kind === "heard" ? SPOKEN_LASTS : 1) - (told.get(key) ?? 0);
}

/** Send what was counted since the last time, when the page goes away. */
function send() {
  if (since && article) add("read", article.dataset.story, (performance.now() - since) / 1000);
  since = 0;
  for (const [key, all] of seconds) {
    const [kind, story] = key.split(" ");
    const more = Math.round(Math.min(all, left(key, kind, story)));
    if (more < SHORTEST) continue;
    told.set(key, (told.get(key) ?? 0) + more);
    navigator.sendBeacon(`/read/${story}/`, JSON.stringify({ kind, seconds: more }));
  }
  seconds.clear();
}

if (may) {
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) send();
    else since = performance.now();
  });
  addEventListener("pagehide", send);
}
