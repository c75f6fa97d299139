// How much is kept: pages up to a number and a size. A file is kept as long as a page that is kept needs it.

const GRACE = 10 * MINUTE;

/** Return the addresses to drop: files that no page needs, then whole pages, oldest first, saved stories last. */
function excess(all, saved, most) {
  const rank = (copy) => (saved.includes(copy.story) ? 1 : 0);
  const pages = all.filter((copy) => copy.page).sort((one, other) => rank(one) - rank(other) || one.at - other.at);
  const files = new Map(all.filter((copy) => !copy.page).map((copy) => [copy.url, copy]));
  const users = new Map();
  const needed = (page, by) => filesNamed(page).forEach((url) => users.set(url, (users.get(url) ?? 0) + by));
  pages.forEach((page) => needed(page, 1));
  let bytes = all.reduce((sum, copy) => sum + copy.size, 0);
  const dropped = [];
  const drop = (copy) => {
    dropped.push(copy.url);
    files.delete(copy.url);
    bytes -= copy.size;
  };
  const idle = (copy) => copy && !users.get(copy.url);
  [...files.values()].filter((copy) => idle(copy) && Date.now() - copy.at > GRACE).forEach(drop);
  while (pages.length && (bytes > most.bytes || pages.length > most.pages)) {
    const page = pages.shift();
    drop(page);
    needed(page, -1);
    filesNamed(page).map((url) => files.get(url)).filter(idle).forEach(drop);
  }
  return dropped;
}

const filesNamed = (page) => [...new Set([...page.needs, ...page.pictures.flat().map(([url]) => url)])];

let tidied = Promise.resolve();

/** Hold the limits. One at a time, or two would count the same bytes. */
function tidy() {
  tidied = tidied.then(tidyNow).catch(() => {});
  return tidied;
}

async function tidyNow(most = STAND) {
  const cache = await caches.open(KEPT);
  for (const url of excess(await copies(), (await notes()).saved, most)) await cache.delete(url);
}

/** Halve what is kept, when the browser gives less room than the stand would use. */
async function makeRoom() {
  const bytes = (await copies()).reduce((sum, copy) => sum + copy.size, 0) / 2;
  await tidyNow({ ...STAND, bytes });
}
