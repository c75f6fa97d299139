// How long a story was on the screen, for its publisher's statement. Nothing about the reader is sent, and nothing at
// all where the browser asks not to be counted.

const article = document.querySelector("article[data-story]");
const SHORTEST = 5;

let since = document.hidden ? 0 : performance.now();
let seconds = 0;

/** Send what was read since the last time, when the page goes away. */
function send() {
  if (since) seconds += (performance.now() - since) / 1000;
  since = 0;
  if (seconds < SHORTEST) return;
  const body = JSON.stringify({ kind: "read", seconds: Math.round(seconds) });
  seconds = 0;
  navigator.sendBeacon(`/read/${article.dataset.story}/`, body);
}

if (article && navigator.doNotTrack !== "1" && !navigator.globalPrivacyControl) {
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) send();
    else since = performance.now();
  });
  addEventListener("pagehide", send);
}
