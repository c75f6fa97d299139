// The element that has the focus, as somebody sees and hears it; null when the page has been walked through.
async () => {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  // A field for a date has several places inside.
  if (window.kushkWalked.has(at)) return [...window.kushkWalked].at(-1) === at ? { inside: true } : null;
  window.kushkWalked.add(at);
  const said = (ids) => ids.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  const name =
    (at.hasAttribute("aria-labelledby") && said(at.getAttribute("aria-labelledby"))) ||
    at.getAttribute("aria-label") ||
    [...(at.labels ?? [])].map((label) => label.innerText).join(" ") ||
    at.innerText || at.querySelector("img")?.alt || at.value || "";
  const roles = { a: "link", button: "button", summary: "summary", select: "combobox", input: at.type };
  // A ring may be drawn around the whole card that a link stands for.
  const ring = [at, at.parentElement, at.closest(".paper"), at.closest("label")]
    .filter(Boolean)
    .map((element) => [element, getComputedStyle(element)])
    .filter(([, style]) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
    .map(([element, style]) => ({
      width: parseFloat(style.outlineWidth),
      contrast: contrast(
        rgba(style.outlineColor),
        ground(parseFloat(style.outlineOffset) < 0 ? element : (element.parentElement ?? element)),
      ),
    }))[0] ?? { width: 0, contrast: 0 };
  const own = [at, ...(at.labels ?? [])];
  const over = () => {
    const [box] = [...at.getClientRects()].sort((a, b) => b.width * b.height - a.width * a.height);
    const point = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const seen = point && own.some((each) => each.contains(point) || (point.contains(each) && point !== document.body && point !== document.documentElement));
    return seen ? null : { by: point ? shown(point) : "the edge of the window" };
  };
  const covered = over() && ((await stands(at)), over());
  return {
    name: name.trim().replace(/\s+/g, " "),
    role: at.getAttribute("role") ?? roles[at.localName] ?? at.localName,
    what: shown(at),
    toolbar: Boolean(at.closest("[role=toolbar]")),
    ring: ring.width,
    contrast: ring.contrast,
    covered: Boolean(covered),
    by: covered?.by ?? "",
  };
}
