// Elements made of data: text is only ever text.

/** Return an element with attributes and what stands in it; an attribute that is null or undefined is left out. */
export function made(name, attributes = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value != null) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}

/** Return a button of the interface that does something. */
export function button(text, act, attributes = {}) {
  const element = made("button", { type: "button", class: "button button--quiet", ...attributes }, text);
  element.addEventListener("click", act);
  return element;
}

const page = document.documentElement;

/** Attributes for an element in the interface's language that stands inside a story. */
export const ours = { lang: page.lang, dir: page.dir };
