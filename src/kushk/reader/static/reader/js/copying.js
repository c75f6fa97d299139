// The clipboard, and buttons that copy or send on the link in a field of the page.

import { tell } from "./tell.js";
import { word } from "./words.js";

/** Put a text on the clipboard and say so. Tell whether it is there. */
export async function copy(text, said = word("copied")) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without the clipboard's permission, or on plain http: the old way.
    const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    if (!done) {
      tell(word("failed"));
      return false;
    }
  }
  tell(said);
  return true;
}

/** Bring the buttons beside a field to life: without a script, the field alone is there. `data-said` is said of a copy. */
function start(place) {
  const field = place.querySelector("input");
  const [copying, sending] = ["copy", "send"].map((name) => place.querySelector(`[data-${name}]`));
  field.addEventListener("focus", () => field.select());
  copying.hidden = false;
  copying.addEventListener("click", () => copy(field.value, place.dataset.said));
  if (!sending) return;
  sending.hidden = !navigator.share;
  sending.addEventListener("click", () => navigator.share({ url: field.value }).catch(() => {})); // closed again
}

document.querySelectorAll("[data-link]").forEach(start);
