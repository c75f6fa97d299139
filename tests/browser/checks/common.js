// What every check needs: names for complaints, what is seen, and colours as numbers.

/** A short name of an element for a complaint: tag, classes, first words. */
const shown = (element) => {
  const names = [...element.classList].map((name) => `.${name}`).join("");
  const text = (element.innerText || element.value || element.getAttribute("aria-label") || "").trim().slice(0, 40);
  return `<${element.localName}${element.id ? `#${element.id}` : ""}${names}>${text ? ` “${text.replace(/\s+/g, " ")}”` : ""}`;
};

/** Whether an element is drawn at all; text for screen readers alone is. */
const drawn = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

/** Whether an element is there for screen readers alone, always or on a window of this width. */
const forEar = (element) =>
  Boolean(element.closest(".for-ear")) || (getComputedStyle(element).clipPath !== "none" && element.clientWidth <= 1);

const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

/** A CSS colour as red, green, blue (0 to 255) and alpha (0 to 1). */
const rgba = (colour) => {
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = "#0000";
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
};

const luminance = (parts) => {
  const [red, green, blue] = parts
    .slice(0, 3)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** The colour that an element stands on: that of the nearest ancestor, or itself, which paints one. */
const ground = (element) => {
  for (let here = element; here; here = here.parentElement) {
    const colour = rgba(getComputedStyle(here).backgroundColor);
    if (colour[3] > 0.5) return colour;
  }
  return rgba("Canvas");
};

/** Wait until an element has stood in one place for five frames: a window may still be on its way to it. */
const stands = async (element) => {
  for (let last, frames = 0; frames < 5; ) {
    await new Promise(requestAnimationFrame);
    const { x, y } = element.getBoundingClientRect();
    frames = `${x} ${y}` === last ? frames + 1 : 0;
    last = `${x} ${y}`;
  }
};
