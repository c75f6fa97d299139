// Controls too small for a finger: 44 px for what is pressed or leads around the stand, 24 px for any other link.
() => {
  const large = "button, .button, .tool, summary, select, nav a, .footer a, .masthead__mark, input:not([type=radio], [type=checkbox])";
  const small = "a[href], [role=button], [role=link], [tabindex='0'][onclick]";
  /** A link among words of a sentence has the size of its line (WCAG 2.5.8, inline). */
  const inSentence = (element) =>
    getComputedStyle(element).display === "inline" &&
    [...element.parentElement.childNodes].some((node) => node !== element && node.nodeType === 3 && node.data.trim());
  const reach = (element) => {
    const label = element.matches("input") && element.closest("label");
    const boxes = [element, label].filter(Boolean).map((each) => each.getBoundingClientRect());
    return { width: Math.max(...boxes.map((box) => box.width)), height: Math.max(...boxes.map((box) => box.height)) };
  };
  /** A link that is a line of its own is pressed on the whole height of the line. */
  const lineOf = (element) => {
    if (getComputedStyle(element).display !== "inline") return 0;
    return parseFloat(getComputedStyle(element.parentElement).lineHeight) || 0;
  };
  const wanted = (element) => (element.matches(large) || element.matches("input") ? 44 : 24);
  return [...document.querySelectorAll(`${large}, ${small}, input:not([type=hidden])`)]
    .filter((element) => drawn(element) && !forEar(element) && !inSentence(element))
    .flatMap((element) => {
      const { width, height } = reach(element);
      const side = Math.min(width, Math.max(height, wanted(element) === 24 ? lineOf(element) : 0));
      return side < wanted(element) - 0.5
        ? [`small target: ${shown(element)} ${Math.round(width)}×${Math.round(height)}, wants ${wanted(element)}`]
        : [];
    });
}
