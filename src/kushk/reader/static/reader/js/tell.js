// The page's one polite live region: what has just happened, in a few words, for eye and ear.

let timer = 0;

/** Say a line, and take it away after a while, but not while the reader is at it. `more` is an element (such as an undo button) shown beside it. */
export function tell(text, more = null) {
  const region = document.getElementById("told");
  if (!region) return;
  clearTimeout(timer);
  region.replaceChildren(text, ...(more ? [" ", more] : []));
  region.classList.add("told--shown");
  const end = () => {
    if (region.contains(document.activeElement) || region.matches(":hover")) timer = setTimeout(end, 4000);
    else {
      region.classList.remove("told--shown");
      region.replaceChildren();
    }
  };
  timer = setTimeout(end, more ? 20000 : 4000);
}
