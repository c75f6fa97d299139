// The spoken word and its sentence are marked by the browser's own highlights: the page's elements stay as they are.

const marks = () => window.CSS?.highlights && window.Highlight;

/** Return a range over characters of an element's text, null where it has no such characters. */
function rangeOf(element, start, end) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let at = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.data.length;
    if (!begun && start < at + length) {
      range.setStart(node, start - at);
      begun = true;
    }
    if (begun && end <= at + length) {
      range.setEnd(node, end - at);
      return range;
    }
    at += length;
  }
  return null;
}

const set = (name, range) => (range ? CSS.highlights.set(name, new Highlight(range)) : CSS.highlights.delete(name));

/** Return a range over an element's words. */
function wholeOf(element) {
  const whole = document.createRange();
  whole.selectNodeContents(element);
  return whole;
}

/** Mark a sentence and a word in it; either may be null. `beside` is the same sentence in another language. */
export function mark(element, span, beside = null) {
  if (!marks()) return;
  if (!element) return unmark();
  CSS.highlights.set("kushk-sentence", new Highlight(...[element, beside].filter(Boolean).map(wholeOf)));
  set("kushk-word", span && rangeOf(element, span[0], span[1]));
}

/** Take the marks away. */
export function unmark() {
  if (!marks()) return;
  set("kushk-sentence", null);
  set("kushk-word", null);
}
