// The page's one polite live region: what has just happened, in a few words, for eye and ear.

let timer = 0;

/** Say a line, and take it away after a while. `more` is an element (such as an undo button) shown beside it. */
export function tell(text, more = null) {
  const region = document.getElementById("told");
  if (!region) return;
  clearTimeout(timer);
  region.replaceChildren(text, ...(more ? [" ", more] : []));
  region.classList.add("told--shown");
  timer = setTimeout(() => {
    region.classList.remove("told--shown");
    region.replaceChildren();
  }, more ? 10000 : 4000);
}
