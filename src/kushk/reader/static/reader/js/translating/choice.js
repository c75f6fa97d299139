// The language to read in: chosen once, remembered on the device, and one press away on every story from then on.
// The language of the interface is another choice, and the original a third: it is never taken away.

import { recall, remember } from "../device.js";
import { made } from "../dom.js";
import { word } from "../words.js";

const KEY = "kushk.readingLanguage";
const HERE = "kushk.original";

const base = (tag) => tag.split("-")[0];

/** Remember the language that is chosen, and lead the button, or the whole page, to the one chosen before. */
export function remembered(article, panel) {
  for (const link of document.querySelectorAll("[data-target][href]")) {
    link.addEventListener("click", () => remember(KEY, { ...recall(KEY, {}), tag: link.dataset.target }));
  }
  for (const link of document.querySelectorAll("[data-original]")) {
    link.addEventListener("click", () => sessionStorage.setItem(HERE, article.dataset.story));
  }
  const chosen = recall(KEY, {});
  const target = [...panel.querySelectorAll("a[data-target]")].find((link) => base(link.dataset.target) === base(chosen.tag ?? ""));
  if (article.dataset.target) return offerAlways(panel, article.dataset.target);
  if (!target) return;
  if (chosen.always && sessionStorage.getItem(HERE) !== article.dataset.story) return location.replace(target.href);
  lead(target);
}

/** Let the toolbar's button lead to the chosen language at once. */
function lead(target) {
  const tool = document.querySelector("[data-tool=translate]");
  if (tool?.href) return Object.assign(tool, { href: target.href, hreflang: target.hreflang });
  const link = made("a", { class: tool.className, href: target.href, hreflang: target.hreflang, "data-tool": "translate" }, ...tool.childNodes);
  const more = made("button", { class: "tool tool--more", type: "button", title: word("otherLanguages") }, made("span", { "aria-hidden": "true" }, "▾"), made("span", { class: "for-ear" }, word("otherLanguages")));
  more.popoverTargetElement = document.getElementById("translate");
  tool.replaceWith(made("span", { class: "tools__pair" }, link, more));
}

/** Offer to open every story in the language of this page. */
function offerAlways(panel, tag) {
  const place = panel.querySelector("[data-own]");
  const box = made("input", { type: "checkbox" });
  box.checked = recall(KEY, {}).always === true && base(recall(KEY, {}).tag ?? "") === base(tag);
  box.addEventListener("change", () => {
    remember(KEY, { tag, always: box.checked });
    sessionStorage.removeItem(HERE);
  });
  place.append(made("label", { class: "tongues__always" }, box, word("alwaysOpen", { language: document.querySelector(".tongues [aria-current]")?.title ?? tag })));
  place.hidden = false;
}
