// Reading without a network: starts the service worker, tells it what was opened, and says when a page is a copy.

import { ask, keeps, later } from "./device.js";
import { made } from "./dom.js";
import { workerAddress } from "./trusted.js";
import { locale, word } from "./words.js";

const ISSUE = /^\/[\w-]+\/p\/[^/]+\/issues\/[\d-]+\/$/;
const PRIVATE = /^\/[\w-]+\/(?:account|access|gift|plans|whole)\//;
const MOST = 40;

const main = document.querySelector("main");
const copied = Number(document.documentElement.dataset.kept);
const kept = document.querySelector("[data-kept-pages]");

/** Say at the top that this page is a copy, and from when: the worker has written that into it. */
function noteCopy() {
  const date = new Date(copied);
  const shown = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" }).format(date);
  const [before, after = ""] = word("offlineCopy", { date: "\n" }).split("\n");
  const note = made("p", { class: "copied" }, before, made("time", { class: "copied__date", datetime: date.toISOString() }, shown), after);
  main.prepend(made("div", { class: "page" }, note));
}

/** Tell the worker which page this is, what it used, and which stories an issue has. */
function report() {
  const [{ responseStatus = 200 } = {}] = performance.getEntriesByType("navigation");
  if (copied || responseStatus !== 200 || PRIVATE.test(location.pathname)) return; // such a page is fetched once
  const files = performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.startsWith(location.origin));
  ask("opened", { files });
  if (!ISSUE.test(location.pathname) || navigator.connection?.saveData) return;
  const links = [...main.querySelectorAll("a[href*='/s/']")].map((link) => link.pathname);
  ask("issue", { paths: [...new Set(links)].slice(0, MOST) });
}

async function start() {
  try {
    await navigator.serviceWorker.register(workerAddress(), { scope: "/", updateViaCache: "none" });
  } catch {
    return; // a private window, a full device, no network: the stand works as before
  }
  report();
}

if (copied) noteCopy();
if (keeps) {
  later(start);
  if (kept) import("./kept.js").then(({ showKept }) => showKept(kept)); // few pages need it
}
