// The player's bar at the lower edge of the window. It only shows and asks; what happens is the player's business.

import { made } from "../dom.js";
import { locale, tag, word } from "../words.js";
import { inWords, languageName, minutes, onClock, times } from "./times.js";

const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];
const SLEEP = [15, 30, 45, 60];
const ICONS = {
  play: "M7 4.5v15l12-7.5z",
  pause: "M7 5h3.5v14H7zM13.5 5H17v14h-3.5z",
  back: "M11.5 5.5 8 2.5m3.5 3L8 8.5m3.5-3A7.25 7.25 0 1 1 4.3 12",
  forward: "M12.5 5.5 16 2.5m-3.5 3 3.5 3m-3.5-3A7.25 7.25 0 1 0 19.7 12",
  previous: "M6 5v14M19 5 9 12l10 7z",
  next: "M18 5v14M5 5l10 7-10 7z",
  close: "m6 6 12 12M18 6 6 18",
};
const SOLID = new Set(["play", "pause"]);
const COUNTED = new Set(["back", "forward"]);
const SKIP = 15;

/** Return a number as it stands inside an icon. */
function count(seconds) {
  const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
  for (const [key, value] of Object.entries({ x: 12, y: 15.2, "text-anchor": "middle", class: "icon__count" })) text.setAttribute(key, value);
  text.textContent = new Intl.NumberFormat(locale).format(seconds);
  return text;
}

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", width: 24, height: 24, "aria-hidden": "true", focusable: "false" })) svg.setAttribute(key, value);
  svg.setAttribute("class", SOLID.has(name) ? "icon icon--solid" : "icon");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  if (COUNTED.has(name)) svg.append(count(SKIP));
  return svg;
}

function control(name, label, act, more = "") {
  const element = made("button", { type: "button", class: `player__button ${more}`.trim(), "aria-label": label, title: label, "data-player": name }, icon(name));
  element.addEventListener("click", act);
  return element;
}

function choice(label, options, chosen, act, name) {
  const list = made("select", { class: "player__choice", "aria-label": label, "data-player": name }, ...options.map(([value, text]) => made("option", { value }, text)));
  list.value = chosen;
  list.addEventListener("change", () => act(list.value));
  return made("label", { class: "player__label" }, made("span", { "aria-hidden": "true" }, label), list);
}

export class Bar {
  constructor(player, rate) {
    this.player = player;
    const page = document.documentElement;
    this.toggle = control("play", word("play"), () => player.toggle(), "player__button--main");
    this.slider = made("input", { type: "range", class: "player__place", min: 0, max: 1, step: 1, value: 0, "aria-label": word("place"), "data-player": "place" });
    this.slider.addEventListener("input", () => player.seek(Number(this.slider.value)));
    this.clock = made("span", { class: "player__clock", "aria-hidden": "true" });
    this.title = made("p", { class: "player__title" });
    this.state = made("p", { class: "player__state" });
    this.return = made("button", { type: "button", class: "player__text", hidden: "", "data-player": "return" }, word("backToVoice"));
    this.return.addEventListener("click", () => player.returnToVoice());
    this.ear = made("p", { class: "for-ear", "aria-live": "polite" });
    this.voice = made("p", { class: "player__voice" });
    this.file = made("a", { class: "player__file", download: "" }, word("downloadAudio"));
    this.element = made("section", { class: "player", "aria-label": word("player"), lang: page.lang, dir: page.dir },
      this.ear,
      made("div", { class: "player__head" }, this.title, this.state, this.return, made("div", { class: "player__source" }, this.voice, this.file), control("close", word("closePlayer"), () => player.close(), "player__button--close")),
      made("div", { class: "player__row", dir: "ltr" },
        control("previous", word("previousSentence"), () => player.sentence(-1)),
        control("back", word("back"), () => player.skip(-SKIP)),
        this.toggle,
        control("forward", word("forward"), () => player.skip(SKIP)),
        control("next", word("nextSentence"), () => player.sentence(1))),
      made("div", { class: "player__time", dir: "ltr" }, this.slider, this.clock),
      made("div", { class: "player__more" }, this.speeds(rate), this.sleeps()));
    this.element.addEventListener("keydown", (event) => this.key(event));
    document.body.append(this.element);
    page.classList.add("listening");
  }

  speeds(rate) {
    this.speed = choice(word("speed"), RATES.map((each) => [each, times(each)]), rate, (value) => this.player.setSpeed(Number(value)), "speed");
    return this.speed;
  }

  sleeps() {
    const options = [["", word("sleepOff")], ...SLEEP.map((each) => [each, minutes(each)]), ["end", word("sleepAtEnd")]];
    this.sleep = choice(word("sleepTimer"), options, "", (value) => this.player.setSleep(value), "sleep");
    return this.sleep;
  }

  /** Keys of the player work while the focus is in it, and nowhere else. */
  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("select")) return;
    const act = { k: () => this.player.toggle(), j: () => this.player.skip(-SKIP), l: () => this.player.skip(SKIP), Escape: () => this.player.close() }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** Show the story that is played, and the one after it. */
  story(data, next, here) {
    const headline = made("bdi", { lang: data.language, dir: data.direction }, data.headline);
    this.title.replaceChildren(here ? headline : made("a", { href: `/${tag}${data.page}` }, headline));
    this.next = next ? word("upNext", { headline: next }) : "";
    this.say("");
    const { voice } = data;
    const name = voice.embedded ? languageName(voice.language) : voice.name;
    this.voice.textContent = voice.synthetic ? word("syntheticVoice", { voice: name, engine: voice.engine }) : word("readBy", { name: voice.name });
    this.file.href = data.mp3;
  }

  /** Show a line about what is going on; without one, what comes next. */
  say(text) {
    this.state.textContent = text || this.next || "";
  }

  /** Tell the ear alone; the eye sees it in the bar. */
  tell(text) {
    setTimeout(() => (this.ear.textContent = text), 200);
  }

  playing(on) {
    const label = word(on ? "pause" : "play");
    this.toggle.replaceChildren(icon(on ? "pause" : "play"));
    this.toggle.setAttribute("aria-label", label);
    this.toggle.title = label;
  }

  /** Show the place; the words for screen readers change once a second at most. */
  place(now, whole) {
    const second = Math.floor(now);
    if (second === this.second && whole === this.whole) return;
    Object.assign(this, { second, whole });
    this.slider.max = Math.ceil(whole);
    this.slider.value = second;
    this.slider.setAttribute("aria-valuetext", word("placeOf", { position: inWords(second), length: inWords(whole) }));
    this.clock.textContent = `${onClock(now)} / ${onClock(whole)}`;
  }

  remove() {
    document.documentElement.classList.remove("listening");
    this.element.remove();
  }
}
