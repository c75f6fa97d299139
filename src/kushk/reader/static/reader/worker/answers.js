// What the worker answers: the network first for pages, the copy first for files whose name changes with their bytes.

const PATIENCE = 3000, BREATH = 500;
const KINDS = ["style", "script", "font", "image"];

// Pages on the screen that came from the network or from the browser's own cache, which has their scripts and styles as
// well: these need no detour. Pictures do, for another width may have to stand in.
const fresher = new Set();
const learning = new Map();

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event, url));
  else if (!FILE.test(url.pathname) || !KINDS.includes(request.destination)) return;
  else if (url.pathname === CHOICES && url.search) return; // asked for anew after a choice: an older answer is no use
  else if (!LASTING.test(url.pathname)) event.respondWith(fresh(event));
  else if (request.destination === "image" || !fresher.has(event.clientId)) event.respondWith(lasting(event));
});

/** Answer a navigation. Pages that are never kept pass through, for the browser has already begun to fetch them. */
async function page(event, url) {
  const answer = network(event);
  if (!STAND.languages.includes(url.pathname.split("/")[1]) && url.pathname !== "/") return answer;
  event.waitUntil(answer.then((got) => learnSoon(plain(url), got.clone())).catch(() => {}));
  fresher.add(event.resultingClientId);
  const otherwise = (find) => () => {
    fresher.delete(event.resultingClientId);
    return find(url);
  };
  return patiently(answer, otherwise(kept), otherwise(standIn));
}

/** Learn from an answer once the page has had the machine to itself for a moment. */
function learnSoon(url, answer) {
  const learnt = new Promise((done) => setTimeout(done, BREATH)).then(() => learn(url, answer)).then(tidy);
  learning.set(url, learnt.catch(() => {}).then(() => learning.delete(url)));
  return learnt;
}

const network = async (event) => (await event.preloadResponse) || fetch(event.request);

/** Return the answer, or the copy when the answer is long in coming or the stand is broken; `last` when neither is. */
async function patiently(answer, copy, last = () => Response.error()) {
  try {
    const first = await Promise.race([answer, new Promise((done) => setTimeout(done, PATIENCE))]);
    if (first && first.status < 500) return first;
    return (await copy()) ?? first ?? (await answer);
  } catch {
    return (await copy()) ?? last();
  }
}

/** Keep a page that was answered; forget a story that the network says is gone, in every language. */
async function learn(url, answer, facts) {
  const { pathname } = new URL(url);
  if ([404, 410].includes(answer.status)) {
    const story = STORY.exec(pathname)?.[2];
    await forget((copy) => copy.url === url || (story && copy.story === story));
  }
  if (PAGE.test(pathname) && isPage(answer)) await keepPage(url, answer, facts);
}

const isPage = (answer) => mayKeep(answer) && /^text\/html/.test(answer.headers.get("content-type"));
const mayKeep = (answer) => isWhole(answer) && !/no-store/.test(answer.headers.get("cache-control"));
const isWhole = (answer) => answer.status === 200 && answer.type === "basic";

/** Return the copy of a page; for a story or the way in, lead to the copy under another address. */
async function kept(url) {
  const copy = await copyAt(plain(url));
  if (copy) return marked(copy);
  const story = STORY.exec(url.pathname)?.[2];
  const wanted = (one) => (story ? one.story === story : url.pathname === "/" && /^\/[\w-]+\/$/.test(new URL(one.url).pathname));
  const others = (await copies()).filter((one) => one.page && wanted(one)).sort((one, other) => other.at - one.at);
  return others.length ? Response.redirect(others[0].url) : undefined;
}

/** Write into a copy when it was kept, where the page can read it before anything is drawn. */
async function marked(copy) {
  const { at, page } = factsOf(copy);
  if (!page) return copy;
  const html = (await copy.text()).replace("<html ", `<html data-kept="${at}" `);
  return new Response(html, { headers: copy.headers });
}

/** Return the page “No network”, in the language of the address if the reader has used it. */
async function standIn(url) {
  const shell = await caches.open(SHELL);
  const own = await shell.match(new URL(`/${url.pathname.split("/")[1]}/offline/`, location));
  const any = (await shell.keys()).find((request) => request.url.endsWith("/offline/"));
  const found = own ?? (any && (await shell.match(any)));
  return found ? new Response(found.body, { status: 503, headers: found.headers }) : Response.error();
}

/** Answer with the copy of a file that never changes; fetch and keep it when there is none. */
async function lasting(event) {
  const { url } = event.request;
  return (await copyAt(url)) ?? patiently(fetched(event), () => otherWidth(url));
}

/** Answer with a file that may have changed, or with its copy when the network fails. */
const fresh = (event) => patiently(fetched(event), () => copyAt(event.request.url));

/** Fetch a file and keep it. The reader's own style sheet is private, and is kept all the same: on this device. */
async function fetched(event) {
  const { request } = event;
  const answer = await fetch(request);
  const wanted = request.destination === "style" ? isWhole(answer) : mayKeep(answer);
  if (wanted) event.waitUntil(keep(request.url, answer.clone()).catch(() => {}));
  return answer;
}

/** Return a copy of the same picture in another width: screens differ in which one they ask for. */
async function otherWidth(url) {
  const stem = /^\/media\/.*\/p1-[0-9a-f]+/.exec(new URL(url).pathname)?.[0];
  const found = stem && (await copies()).find((copy) => new URL(copy.url).pathname.startsWith(stem));
  return found && copyAt(found.url);
}
