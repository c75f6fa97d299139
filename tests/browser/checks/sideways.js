// Whether the page is wider than its window, and what makes it so.
() => {
  const root = document.scrollingElement;
  const wide = root.scrollWidth - root.clientWidth;
  if (wide <= 0) return [];
  const inScroller = (element) => {
    for (let here = element.parentElement; here && here !== root; here = here.parentElement) {
      if (getComputedStyle(here).overflowX !== "visible") return true;
    }
    return false;
  };
  const guilty = [...document.body.querySelectorAll("*")]
    .filter((element) => drawn(element) && !inScroller(element))
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.right > root.clientWidth + 1 || box.left < -1;
    });
  return [`scrolls sideways by ${wide} px: ${guilty.slice(-2).map(shown).join(", ")}`];
}
