// What the worker does by itself and what pages ask of it.

const SHELL_PAGES = ["offline/", "saved/"];
const ISSUES = 3, MOST_OF_AN_ISSUE = 40, AT_ONCE = 2;

self.addEventListener("install", (event) => event.waitUntil(install(event).then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(activate().then(() => self.clients.claim())));
self.addEventListener("message", (event) => event.waitUntil(answered(event)));

async function install(event) {
  routed(event);
  const spoken = [];
  for (const name of await otherShells())
    for (const { url } of await (await caches.open(name)).keys())
      if (url.endsWith("/offline/")) spoken.push(new URL(url).pathname.split("/")[1]);
  await (await caches.open(SHELL)).addAll(STAND.assets);
  for (const language of new Set(spoken)) await shellPages(language);
}

/** Have the browser answer with this version's own files by itself, where it can: the worker need not even wake. */
function routed(event) {
  const named = STAND.assets.filter((path) => LASTING.test(path)).map((path) => ({ urlPattern: path }));
  if (named.length) event.addRoutes?.({ condition: { or: named }, source: { cacheName: SHELL } });
}

/** Take over from an older version. Kept pages name its files, so these are kept as long as a page needs them. */
async function activate() {
  for (const name of await otherShells()) {
    const shell = await caches.open(name);
    for (const { url } of await shell.keys())
      if (FILE.test(new URL(url).pathname) && !(await copyAtNow(url))) await keep(url, await shell.match(url));
    await caches.delete(name);
  }
  await self.registration.navigationPreload?.enable();
  await tidy();
}

/** Fetch something that nobody is waiting for. */
const quietly = (url) => fetch(url, { priority: "low" });

const otherShells = async () => (await caches.keys()).filter((name) => name !== SHELL && name !== KEPT);
const copyAtNow = async (url) => (await (await caches.open(SHELL)).match(url)) ?? (await caches.open(KEPT)).match(url);

/** Have the pages that must be there without a network, fresh from today. */
async function shellPages(language) {
  const shell = await caches.open(SHELL);
  for (const name of SHELL_PAGES) {
    const url = new URL(`/${language}/${name}`, location).href;
    if (Date.now() - (factsOf(await shell.match(url)).at ?? 0) < DAY) continue;
    const answer = await quietly(url);
    if (isPage(answer)) await keep(url, answer, {}, SHELL);
  }
}

const TASKS = { opened, saved, issue, list, empty };

/** Do what a page asks, and reply on the port that it sent along. */
async function answered(event) {
  const reply = await TASKS[event.data.task]?.(event.data, plain(event.source?.url ?? location)).catch(() => null);
  event.ports[0]?.postMessage(reply);
}

/** A page was opened: see to it that it and the files that it used are kept, and all pictures of a story. */
async function opened({ files, width }, url) {
  const language = new URL(url).pathname.split("/")[1];
  if (!STAND.languages.includes(language)) return;
  await shellPages(language);
  const copy = await pageCopy(url);
  if (!copy) return;
  const facts = factsOf(copy);
  facts.needs = [...new Set([...facts.needs, ...files.filter((file) => FILE.test(new URL(file).pathname))])];
  await keep(url, copy, facts);
  await keepFiles(facts.needs);
  if (facts.story) await keepPictures(facts.pictures, width);
  await tidy();
}

/** Return the copy of a page, fetched first if there is none. */
async function pageCopy(url, facts) {
  await learning.get(url);
  if (!factsOf(await copyAt(url)).page) await learn(url, await quietly(url), facts);
  return (await caches.open(KEPT)).match(url);
}

async function keepFiles(urls) {
  for (const url of urls) {
    if (await copyAt(url)) continue;
    const answer = await quietly(url);
    if (isWhole(answer)) await keep(url, answer);
  }
}

/** Keep each picture in one width: the one that there is already, else the one that a screen would ask for. */
async function keepPictures(pictures, width) {
  for (const widths of pictures) {
    const there = await Promise.all(widths.map(([url]) => copyAt(url)));
    const fitting = widths.find((each) => each[1] >= width) ?? widths.at(-1);
    if (fitting && !there.some(Boolean)) await keepFiles([fitting[0]]);
  }
}

/** Keep a page with its files and pictures. */
async function keepWhole(url, facts, width) {
  const { needs, pictures } = factsOf(await pageCopy(url, facts));
  if (!needs) return;
  await keepFiles(needs);
  await keepPictures(pictures, width);
}

/** The list of saved stories has changed: `ids` are on it, and the pages at `paths` are to be had offline. */
async function saved({ ids, paths, width }) {
  await note({ saved: ids });
  for (const path of paths) await keepWhole(new URL(path, location).href, {}, width);
  await tidy();
}

/** An issue was opened: keep its stories, a few at a time, and let go those of the issue opened longest ago. */
async function issue({ paths, width }, url) {
  const { issues, saved: ids } = await notes();
  const last = [url, ...issues.filter((one) => one !== url)];
  await note({ issues: last.slice(0, ISSUES) });
  const left = last.slice(ISSUES);
  await forget((copy) => left.includes(copy.url) || (left.includes(copy.issue) && !ids.includes(copy.story)));
  const waiting = paths.slice(0, MOST_OF_AN_ISSUE).map((path) => new URL(path, location).href);
  const one = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await keepWhole(next, { issue: url }, width);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  await tidy();
}

/** Tell which pages are kept, newest first, and the bytes that all copies take. */
async function list() {
  const [all, { saved: ids }] = [await copies(), await notes()];
  const pages = all.filter((copy) => copy.page).sort((one, other) => other.at - one.at);
  return {
    bytes: all.reduce((sum, copy) => sum + copy.size, 0),
    pages: pages.map(({ url, title, language, direction, story, at }) =>
      ({ url, title, language, direction, story, at, saved: ids.includes(story) })),
  };
}

/** Delete every copy, but not what the reader has saved: that list is the page's. */
async function empty() {
  const { saved: ids } = await notes();
  await caches.delete(KEPT);
  await note({ saved: ids });
}
