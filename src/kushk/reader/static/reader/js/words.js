// The interface's words that scripts need, in the page's language: the server puts them into the page as data.

const held = document.getElementById("words");
export const words = held ? JSON.parse(held.textContent) : {};

/** Return a message with its {placeholders} filled in; the key itself where the page does not have it. */
export function word(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Locale of the interface with digits and calendar as the server writes them. */
export const locale = document.documentElement.dataset.locale || document.documentElement.lang;

/** The interface's tag in addresses; `lang` may say more than that, such as the script of Chinese. */
export const tag = document.querySelector(".masthead__mark")?.pathname.split("/")[1] || document.documentElement.lang;

/** Return a share of one as the reader's language writes a percentage. */
export const percent = (share) => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(share);
