// What the device keeps. Each copy tells about itself in a header of its own, so that there is no second list of the
// copies that could say something else than the copies themselves.

const KEPT = "kept-1";
const SHELL = `shell-${VERSION}`;
const FACTS = "x-kept";
const NOTES = new URL("/.kept", location).href;
const MINUTE = 60_000, DAY = 1440 * MINUTE;

const languages = STAND.languages.join("|");
const STORY = new RegExp(`^/(${languages})/s/([^/]+)/`);
const PAGE = new RegExp(`^/(${languages})/(?!search/|offline/|saved/|manifest)`);
const FILE = /^\/(static\/reader\/|styles\/|media\/|colours\/|reading\.css$)/;
const CHOICES = "/reading.css";
const LASTING = /^\/(styles|media)\/|^\/static\/reader\/.*\.[0-9a-f]{12}\.\w+$/;

/** Return the facts that a copy carries. */
function factsOf(response) {
  const told = response?.headers.get(FACTS);
  return told ? JSON.parse(decodeURIComponent(told)) : {};
}

/** Return the address under which a page is kept: without place in the page, without the wish to be remembered. */
function plain(address) {
  const url = new URL(address);
  url.hash = "";
  url.search = url.search.replace(/([?&])remember(?=&|$)/, "$1").replace(/[?&]+$/, "");
  return url.href;
}

/** Keep an answer. It is rebuilt: a redirected answer may not be shown to a navigation, and its size is wanted. */
async function keep(url, response, facts = {}, name = KEPT) {
  const body = await response.blob();
  const headers = new Headers(response.headers);
  for (const header of ["content-encoding", "content-length", "vary"]) headers.delete(header);
  const whole = { ...facts, url, at: facts.at ?? Date.now(), size: body.size };
  headers.set(FACTS, encodeURIComponent(JSON.stringify(whole)));
  const write = async () => (await caches.open(name)).put(url, new Response(body, { headers }));
  await write().catch(() => makeRoom().then(write));
}

/** Keep a page with what its own mark-up says of it. */
async function keepPage(url, response, facts = {}) {
  const html = await response.clone().text();
  const [, , story] = STORY.exec(new URL(url).pathname) ?? [];
  await keep(url, response, { page: true, story, ...told(html), ...facts });
  if (story) await forget((copy) => copy.story === story && renamed(copy.url, url));
}

/** Tell whether two addresses are one story in one language of the interface, before and after a change of name. */
function renamed(before, now) {
  const [one, other] = [before, now].map((address) => new URL(address).pathname);
  return one !== other && STORY.exec(one)[1] === STORY.exec(other)[1];
}

/** Return the copy of an address, from whichever cache has it. */
const copyAt = (url) => caches.match(url, { ignoreVary: true });

/** Return the facts of every copy. */
async function copies() {
  const all = await (await caches.open(KEPT)).matchAll();
  return all.map(factsOf).filter((facts) => facts.size !== undefined);
}

/** Remove the copies for which `test` holds. */
async function forget(test) {
  const cache = await caches.open(KEPT);
  for (const copy of await copies()) if (test(copy)) await cache.delete(copy.url);
}

/** Return what pages told the worker: the saved stories, the issues opened last. */
async function notes() {
  const kept = await copyAt(NOTES);
  return kept ? kept.json() : { saved: [], issues: [] };
}

let noted = Promise.resolve();

/** Remember something that a page told. One at a time, or two pages would each forget what the other told. */
function note(changes) {
  noted = noted.catch(() => {}).then(async () => {
    const all = { ...(await notes()), ...changes };
    await (await caches.open(KEPT)).put(NOTES, Response.json(all));
  });
  return noted;
}

/** Read a page's name, language and files from its mark-up; a worker has no parser of HTML. */
function told(html) {
  const [, tongue = "", inside = ""] = html.match(/<h1([^>]*)>([\s\S]*?)<\/h1>/) ?? [];
  const [article = ""] = html.match(/<article class="story[^>]*>/) ?? [];
  const [root = ""] = html.match(/<html[^>]*>/) ?? [];
  const spoken = [tongue, article, root].find((tag) => / lang=/.test(tag)) ?? "";
  return {
    title: inside.replace(/<[^>]*>/g, "").trim().slice(0, 300),
    language: attribute(spoken, "lang"),
    direction: attribute(spoken, "dir"),
    ...filesOf(html),
  };
}

/** Return the files that a page `needs` to look right, and its `pictures`, each as addresses with their widths. */
function filesOf(html) {
  const needs = [], pictures = [];
  for (const [tag, name] of html.matchAll(/<(link|script|img)\b[^>]*>/g)) {
    if (name === "link" && !tag.includes('rel="stylesheet"')) continue;
    if (name === "img") pictures.push(widthsOf(tag));
    else needs.push(attribute(tag, name === "link" ? "href" : "src"));
  }
  return { needs: own(needs), pictures };
}

/** Return the addresses of a picture, narrow ones first, each with its width. */
function widthsOf(tag) {
  const named = attribute(tag, "srcset").split(", ").map((candidate) => candidate.split(" "));
  const all = [...named, [attribute(tag, "src"), "9999w"]].filter(([path]) => FILE.test(path));
  return all.map(([path, width]) => [new URL(path, location).href, parseInt(width)]).sort((one, other) => one[1] - other[1]);
}

const own = (list) => [...new Set(list)].filter((path) => FILE.test(path)).map((path) => new URL(path, location).href);
const attribute = (tag, name) => (tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1] ?? "").replaceAll("&amp;", "&");
