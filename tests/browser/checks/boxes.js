// Boxes that cut off what is in them. `meant` selects those that are made to.
({ meant }) => {
  /** A field counts the reserve of its font above and below as content; what its text needs, the font says. */
  const heightOf = (element, style) => {
    if (!element.matches("input")) return element.scrollHeight;
    brush.font = style.font;
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = brush.measureText(element.value);
    return fontBoundingBoxAscent + fontBoundingBoxDescent;
  };
  return [...document.querySelectorAll("body, body *")]
    .filter((element) => element.textContent.trim() || element.value)
    .filter((element) => drawn(element) && !forEar(element) && !element.closest(meant) && !element.closest("svg, option"))
    .flatMap((element) => {
      const style = getComputedStyle(element);
      const cuts = (flow) => flow === "hidden" || flow === "clip";
      const wide = cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
      const high = cuts(style.overflowY) && heightOf(element, style) > element.clientHeight + 1;
      const lines = style.webkitLineClamp !== "none" && element.scrollHeight > element.clientHeight + 1;
      return wide || high || lines
        ? [`cut off: ${shown(element)} ${element.scrollWidth}×${element.scrollHeight} in ${element.clientWidth}×${element.clientHeight}`]
        : [];
    });
}
