// Every piece of text on the page, seen, heard or in an attribute, with the language that it stands under.
() => {
  const scripts = {
    Jpan: ["Han", "Hiragana", "Katakana"], Kore: ["Hangul", "Han"], Hans: ["Han", "Bopomofo"], Hant: ["Han", "Bopomofo"],
    Latn: ["Latin"], Arab: ["Arabic"], Hebr: ["Hebrew"], Cyrl: ["Cyrillic"], Grek: ["Greek"], Deva: ["Devanagari"],
    Taml: ["Tamil"], Beng: ["Bengali"], Thai: ["Thai"],
  };
  const codes = "code, pre, kbd, samp";
  // Words that most languages write as English does, letters and all.
  const loans = ["qr", "cookie", "javascript", "kb", "mb", "gb"];
  const spoken = ["alt", "aria-label", "title", "placeholder"];
  const known = new Map();

  /** What in a text is not written in a language's own script; empty where any script will do. */
  const strays = (text, language) => {
    if (!language || ["und", "zxx", "mul"].includes(language)) return "";
    if (!known.has(language)) {
      const script = new Intl.Locale(language).maximize().script;
      const own = (scripts[script] ?? [script]).map((name) => `\\p{Script=${name}}`).join("");
      known.set(language, new RegExp(`(?:(?![${own}\\p{Script=Common}\\p{Script=Inherited}])\\p{L})+`, "gu"));
    }
    return (text.match(known.get(language)) ?? []).filter((word) => !loans.includes(word.toLowerCase())).join(" ");
  };
  const nearest = (element) => element.closest("[lang]")?.getAttribute("lang") ?? "";
  const piece = (element, kind, text) => {
    const language = nearest(element);
    return {
      text: text.trim().replace(/\s+/g, " "), kind, language,
      strays: element.closest(codes) ? "" : strays(text, language),
      kept: Boolean(element.closest("[translate=no]")),
      ear: forEar(element) || kind !== "text",
      eye: !element.closest("[aria-hidden=true]") ? "both" : "eye",
      told: Boolean(element.closest(".body, .standfirst, .card__dek, .paper__top, .change__text, h1, .card__headline, .foreign")),
      fallback: element.matches("span[lang=en][dir=ltr]:not(.foreign)"),
      code: Boolean(element.closest(codes)), time: Boolean(element.closest("time")), found: Boolean(element.closest("mark")),
      card: [...document.querySelectorAll(".card, .paper, .nameplate, .flag, .opening")].findIndex((card) => card.contains(element)),
      where: shown(element),
    };
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const unseen = node.parentElement.closest("script, style, template") || node.parentElement.matches("noscript");
    if (!node.data.trim() || unseen) continue;
    found.push(piece(node.parentElement, "text", node.data));
  }
  for (const name of spoken) {
    for (const element of document.body.querySelectorAll(`[${name}]`)) {
      if (element.getAttribute(name).trim()) found.push(piece(element, name, element.getAttribute(name)));
    }
  }
  return found;
}
