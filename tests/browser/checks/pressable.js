// What can be pressed by a pointer alone. `kushkListening` holds the elements that scripts listen on for a press.
() => {
  const focusable = "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1']), [contenteditable]";
  const roles = "[role=button], [role=link], [role=checkbox], [role=switch], [role=tab], [role=menuitem], [onclick]";
  const looks = [...document.body.querySelectorAll("*")].filter(
    (element) =>
      getComputedStyle(element).cursor === "pointer" && getComputedStyle(element.parentElement).cursor !== "pointer",
  );
  const heard = [...(window.kushkListening ?? [])].filter((node) => node instanceof Element && document.body.contains(node));
  return [...new Set([...document.querySelectorAll(roles), ...looks, ...heard])]
    .filter((element) => element !== document.body && drawn(element))
    .filter((element) => !element.closest(focusable) && !element.closest("[role=toolbar] [tabindex]"))
    .filter((element) => !element.querySelector(focusable))
    .map((element) => `only for a pointer: ${shown(element)}`);
}
