// What is kept on this device: links to the pages, how much room they take, and a button that frees it.

import { ask } from "./device.js";
import { button, made } from "./dom.js";
import { tell } from "./tell.js";
import { parsed } from "./trusted.js";
import { locale, tag, word } from "./words.js";

/** Fill the place with what the worker has kept. */
export async function showKept(place) {
  const { pages, bytes } = (await ask("list")) ?? { pages: [], bytes: 0 };
  const list = place.querySelector("ul");
  list?.replaceChildren(...inOneLanguage(pages).map(row));
  place.querySelector("[data-size]").textContent = word("space", { size: size(bytes) });
  place.querySelector("[data-delete]").replaceChildren(button(word("deleteCopies"), async () => {
    await ask("empty");
    await showKept(place);
    const title = document.querySelector("h1");
    title.tabIndex = -1;
    title.focus();
    tell(word("removed"));
  }));
  place.hidden = !pages.length;
}

/** Return the pages with each story once, in the language of this page where there is such a copy. */
function inOneLanguage(pages) {
  const own = new Set(pages.filter((page) => page.story && languageOf(page) === tag).map((page) => page.story));
  return pages.filter((page) => !page.story || !own.has(page.story) || languageOf(page) === tag);
}

const languageOf = (page) => new URL(page.url).pathname.split("/")[1];

function row({ url, title, language, direction }) {
  const { pathname, search } = new URL(url);
  const name = plainText(title) || pathname;
  return made("li", {}, made("a", { href: pathname + search, lang: language, dir: direction || "auto" }, name));
}

/** Return the text of mark-up. The parser makes a page that is never shown and in which nothing runs. */
const plainText = (markup) => parsed(markup).body.textContent.trim();

/** Return an amount of storage as the reader's language writes it. */
function size(bytes) {
  const unit = bytes < 1e6 ? "kilobyte" : "megabyte";
  const amount = bytes / (unit === "kilobyte" ? 1e3 : 1e6);
  return new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: amount < 10 ? 1 : 0 }).format(amount);
}
