// A reader's choices: kept in one cookie, shown by one small style sheet that the server makes from it.

import { tell } from "./tell.js";
import { word, words } from "./words.js";

const SECURE = location.protocol === "https:";
const COOKIE = SECURE ? "__Host-reading" : "reading"; // base/cookies.py names it so
const SECONDS = 400 * 24 * 3600;
const LARGEST_INTERFACE = 1.25;

/** Return the choices that the cookie holds; what is as by default is not among them. */
export function settings() {
  const found = document.cookie.split("; ").find((part) => part.startsWith(`${COOKIE}=`));
  const pairs = (found ? found.slice(COOKIE.length + 1) : "").split("_").map((part) => part.split(/-(.*)/s));
  return Object.fromEntries(pairs.filter(([key, value]) => key && value));
}

/** Return one choice, empty when it is as by default. */
export const setting = (key) => settings()[key] ?? "";

/** Keep these choices and show them at once; `detail` goes with the event that tells of it. */
export function choose(chosen, detail = {}) {
  const text = Object.entries(chosen).map(([key, value]) => `${key}-${value}`).join("_");
  document.cookie = `${COOKIE}=${text}; path=/; max-age=${text ? SECONDS : 0}; samesite=lax${SECURE ? "; secure" : ""}`;
  showSize(Number(chosen.size ?? 100) / 100);
  renew();
  document.dispatchEvent(new CustomEvent("kushk:chosen", { detail }));
}

/** Show a text size before the style sheet is back from the server (preferences.py reckons the same). */
function showSize(size) {
  const interfaceSize = Math.min(Math.max(size, 1), LARGEST_INTERFACE);
  const root = document.documentElement.style;
  root.setProperty("--text-size", size / interfaceSize);
  root.setProperty("--head-size", Math.sqrt(size) / interfaceSize);
  root.setProperty("--interface-size", interfaceSize);
}

let asked = 0;

/** Fetch the style sheet of the choices anew, and drop the old one once the new one holds: nothing flashes. */
function renew() {
  const before = [...document.querySelectorAll("#reading")];
  const old = before.at(-1);
  const fresh = old.cloneNode();
  asked += 1;
  fresh.href = `${old.href.split("?")[0]}?${asked}`;
  fresh.addEventListener("load", () => before.forEach((sheet) => sheet.remove()));
  fresh.addEventListener("error", () => fresh.remove());
  old.after(fresh);
}

const sizes = () => Object.keys(words.sizes).sort((a, b) => a - b);

/** Make the text a step larger or smaller, and say how large it is. */
export function resize(step) {
  const all = sizes();
  const place = all.indexOf(setting("size") || "100");
  const size = all[Math.min(Math.max(place + step, 0), all.length - 1)];
  const { size: _, ...others } = settings();
  choose(size === "100" ? others : { ...others, size });
  tell(word("textSize", { size: words.sizes[size] }));
}

function showEnds() {
  const all = sizes();
  const size = setting("size") || "100";
  for (const [tool, end] of [["smaller", all[0]], ["larger", all.at(-1)]]) {
    document.querySelector(`[data-tool="${tool}"]`)?.setAttribute("aria-disabled", String(size === end));
  }
}

for (const [tool, step] of [["smaller", -1], ["larger", 1]]) {
  document.querySelector(`[data-tool="${tool}"]`)?.addEventListener("click", (event) => {
    event.preventDefault();
    resize(step);
  });
}
document.addEventListener("kushk:chosen", showEnds);
showEnds();
// A page that comes back from the browser's memory may have been left before the choice changed.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  showSize(Number(setting("size") || 100) / 100);
  renew();
  showEnds();
});
