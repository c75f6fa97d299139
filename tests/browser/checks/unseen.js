// Under forced colours: text and icons that cannot be told from their ground, and layers without an edge.
() => {
  const texts = [...document.querySelectorAll("body *")].filter(
    (element) =>
      drawn(element) && !forEar(element) && !element.closest("svg, option") &&
      [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()),
  );
  const faint = texts
    .filter((element) => contrast(rgba(getComputedStyle(element).color), ground(element)) < 4.5)
    .map((element) => `text cannot be seen: ${shown(element)}`);
  const painted = (shape) => {
    const style = getComputedStyle(shape);
    return [style.stroke, style.fill].some(
      (paint) => paint !== "none" && rgba(paint)[3] > 0 && contrast(rgba(paint), ground(shape.closest("svg").parentElement)) >= 3,
    );
  };
  const icons = [...document.querySelectorAll("svg")]
    .filter((icon) => drawn(icon) && ![...icon.querySelectorAll("path, circle, rect")].some(painted))
    .map((icon) => `icon cannot be seen: ${shown(icon.parentElement)}`);
  const layers = [...document.querySelectorAll("body *")]
    .filter((element) => drawn(element) && element.innerText?.trim() && !forEar(element))
    .filter((element) => {
      const style = getComputedStyle(element);
      const over = style.position === "fixed" || (style.position === "absolute" && style.zIndex !== "auto");
      const edge = ["Top", "Right", "Bottom", "Left"].some((side) => parseFloat(style[`border${side}Width`]) > 0);
      return over && element.getBoundingClientRect().bottom > 0 && !edge && style.outlineStyle === "none";
    })
    .map((element) => `layer without an edge: ${shown(element)}`);
  return [...faint, ...icons, ...layers];
}
