// The page follows the voice, until the reader scrolls; a button brings it back.

const YIELDS = ["wheel", "touchmove", "keydown"];
const SCROLL_KEYS = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "]);

export class Follower {
  constructor(changed) {
    this.following = true;
    this.changed = changed;
    this.yield = (event) => {
      if (event.type === "keydown" && (!SCROLL_KEYS.has(event.key) || event.target.closest("input, select, button, .player, .tools"))) return;
      this.set(false);
    };
    for (const sign of YIELDS) addEventListener(sign, this.yield, { passive: true });
  }

  set(following) {
    if (this.following === following) return;
    this.following = following;
    this.changed(following);
  }

  /** Bring a sentence into the middle of the page, if it is not where it can be read well. */
  show(element) {
    if (!this.following || !element) return;
    const { top, bottom } = element.getBoundingClientRect();
    if (top > innerHeight * 0.15 && bottom < innerHeight * 0.65) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: top - innerHeight * 0.3, behavior: still ? "instant" : "smooth" });
  }

  close() {
    for (const sign of YIELDS) removeEventListener(sign, this.yield);
  }
}
