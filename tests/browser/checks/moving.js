// What moves: running animations, and styles that would move something.
() => {
  const running = document.getAnimations().map((each) => `moves: ${shown(each.effect.target)}`);
  const would = [...document.querySelectorAll("*")].flatMap((element) =>
    ["", "::before", "::after", "::backdrop"]
      .map((part) => [part, getComputedStyle(element, part)])
      .filter(([, style]) => {
        const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0);
        return lasts(style.transitionDuration) || (style.animationName !== "none" && lasts(style.animationDuration)) || style.scrollBehavior === "smooth";
      })
      .map(([part]) => `would move: ${shown(element)}${part}`),
  );
  return [...running, ...would];
}
