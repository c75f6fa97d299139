// The player: one story after the other, sentence by sentence, wherever the reader wants to be.

import { noteHeard } from "../counting.js";
import { tell } from "../tell.js";
import { word } from "../words.js";
import { Bar } from "./bar.js";
import { feedFor } from "./feed.js";
import { Follower } from "./follow.js";
import { mark, unmark } from "./highlight.js";
import { media, mediaPlace } from "./media.js";
import { heardUpTo, keepHeard, keepSpeed, recallHere, rememberHere, speed } from "./session.js";
import { patiently, Timeline } from "./timeline.js";

const article = document.querySelector("article[data-story]");
const listen = document.querySelector("[data-tool=listen]");
const loading = new Map();

/** Return the promise of a story's timeline; asked for once while it is fresh. */
function timelineOf({ timeline }) {
  if (!loading.has(timeline)) {
    const load = patiently(timeline).then(async (answer) => new Timeline(await answer.json()));
    load.catch(() => loading.delete(timeline));
    loading.set(timeline, load);
  }
  return loading.get(timeline);
}

class Player {
  constructor() {
    this.audio = new Audio();
    this.audio.preservesPitch = true;
    this.bar = new Bar(this, speed());
    this.follower = new Follower((following) => (this.bar.return.hidden = following || !this.here));
    for (const [sign, act] of Object.entries({
      play: () => this.shown(true),
      pause: () => this.shown(false),
      playing: () => this.bar.say(""),
      waiting: () => this.wanted && this.bar.say(word("preparingAudio")),
      timeupdate: () => {
        noteHeard(this.timeline?.data.story, this.audio.currentTime);
        this.heard();
      },
      ended: () => this.ended(),
      error: () => this.audio.src && this.failed(this.audio.error),
    })) this.audio.addEventListener(sign, act);
    this.click = (event) => this.clicked(event);
    article?.addEventListener("click", this.click);
    media(this);
  }

  get here() {
    return this.timeline?.data.story === article?.dataset.story;
  }

  /** Whether the page shows the very words that are heard, and not another language of the story. */
  get sameWords() {
    return this.here && `${this.timeline.data.base}timeline.json` === article.dataset.audio;
  }

  /** Play the entries of a queue from one of them on. */
  async play(queue, at = 0, from = null, paused = false) {
    Object.assign(this, { queue, at, wanted: !paused });
    this.feed?.close();
    this.feed = null;
    unmark();
    const run = (this.run = {});
    this.bar.say(word("preparingAudio"));
    try {
      const timeline = await timelineOf(queue[at]);
      if (this.run !== run) return;
      this.begin(timeline, from ?? heardUpTo(timeline.data.story)?.id);
    } catch {
      if (this.run === run) this.skipStory();
    }
  }

  begin(timeline, from) {
    this.timeline = timeline;
    this.line = this.cue = null;
    this.feed = feedFor(this.audio, timeline, (fault) => this.failed(fault));
    const number = Math.max(0, timeline.lines.findIndex(({ id }) => id && id === from));
    this.audio.defaultPlaybackRate = this.audio.playbackRate = speed();
    if (number) this.audio.currentTime = timeline.starts[number];
    this.feed.fill();
    if (this.wanted) this.start();
    const next = this.queue[this.at + 1];
    this.bar.story(timeline.data, next?.headline, this.here);
    this.bar.place(timeline.starts[number], timeline.seconds);
    this.bar.return.hidden = true;
    this.follower.following = true;
    media(this, timeline.data);
    if (this.wanted) this.bar.tell(word("nowPlaying", { headline: timeline.data.headline }));
    this.keep();
  }

  start() {
    this.wanted = true;
    this.audio.play().catch((fault) => fault.name === "NotAllowedError" && this.shown(false));
  }

  toggle() {
    if (!this.timeline) return;
    if (!this.audio.paused) return this.pause();
    if (this.audio.ended) this.seek(0);
    this.start();
  }

  pause() {
    this.wanted = false;
    this.audio.pause();
  }

  seek(seconds) {
    if (!this.timeline) return;
    this.audio.currentTime = Math.min(Math.max(0, seconds), Math.max(0, this.timeline.seconds - 0.05));
    this.feed.fill();
    this.heard();
  }

  skip(seconds) {
    this.seek(this.audio.currentTime + seconds);
  }

  /** Go sentences forward or back; back from within a sentence leads to its own start. */
  sentence(step) {
    if (!this.timeline) return;
    const now = this.audio.currentTime;
    const number = this.timeline.lineAt(now);
    const again = step < 0 && now - this.timeline.starts[number] > 1.5;
    this.toLine(again ? number : number + step);
  }

  toLine(number) {
    const within = Math.min(Math.max(0, number), this.timeline.lines.length - 1);
    this.seek(this.timeline.starts[within] + 0.001);
  }

  /** Listen from a sentence of the page on; tell whether the story has it. */
  from(id) {
    const number = this.timeline.lines.findIndex((line) => line.id === id);
    if (number < 0) return false;
    this.follower.set(true);
    this.toLine(number);
    this.start();
    return true;
  }

  /** A click on a sentence is a wish to hear it, unless it is on a link or selects text. */
  clicked(event) {
    const sentence = event.target.closest("[id^='s1-']");
    if (!this.here || article.dataset.target || !sentence || event.target.closest("a, button") || !getSelection().isCollapsed) return;
    this.from(sentence.id);
  }

  returnToVoice() {
    this.follower.set(true);
    this.follower.show(document.getElementById(this.timeline.lines[this.line]?.id));
  }

  setSpeed(rate) {
    keepSpeed(rate);
    this.audio.defaultPlaybackRate = this.audio.playbackRate = rate;
  }

  setSleep(value) {
    clearTimeout(this.sleeping);
    this.stopsAtEnd = value === "end";
    if (Number(value)) this.sleeping = setTimeout(() => this.sleep(), Number(value) * 60_000);
  }

  sleep() {
    this.pause();
    this.bar.sleep.querySelector("select").value = "";
    this.stopsAtEnd = false;
  }

  shown(playing) {
    this.bar.playing(playing);
    if (listen) listen.querySelector(".tool__word").textContent = word(playing && this.here ? "pause" : "listen");
    if (playing) this.draw();
    else this.keep();
  }

  /** Follow the sound frame by frame while the page can be seen. */
  draw() {
    cancelAnimationFrame(this.frame);
    this.heard();
    if (!this.audio.paused) this.frame = requestAnimationFrame(() => this.draw());
  }

  heard() {
    const { audio, timeline } = this;
    if (!timeline?.lines.length) return;
    const number = timeline.lineAt(audio.currentTime);
    this.bar.place(audio.currentTime, timeline.seconds);
    if (number !== this.line) this.newLine(number);
    const cue = timeline.wordAt(number, audio.currentTime);
    if (cue === this.cue) return;
    this.cue = cue;
    if (this.here) this.mark(timeline.lines[number].id, cue);
  }

  /** Mark the sentence and its word; in a story's other language the sentence alone, and the original beside it too. */
  mark(id, cue) {
    mark(document.getElementById(id), this.sameWords ? cue : null, document.getElementById(`o-${id}`));
  }

  newLine(number) {
    this.line = number;
    this.cue = undefined;
    mediaPlace(this);
    this.keep();
    if (this.here && !this.audio.paused) this.follower.show(document.getElementById(this.timeline.lines[number].id));
  }

  keep() {
    if (!this.timeline) return;
    const { data, lines, seconds } = this.timeline;
    const id = lines[this.line]?.id;
    if (id) keepHeard(data.story, id, this.audio.ended ? 1 : this.audio.currentTime / seconds);
    rememberHere({ queue: this.queue, at: this.at, from: id ?? null });
    const next = this.queue[this.at + 1];
    if (next && seconds - this.audio.currentTime < 30) timelineOf(next).catch(() => {});
  }

  ended() {
    unmark();
    keepHeard(this.timeline.data.story, "", 1);
    if (this.stopsAtEnd) return this.sleep();
    if (this.at + 1 < this.queue.length) this.play(this.queue, this.at + 1, "");
    else this.wanted = false;
  }

  failed(fault) {
    if (!this.timeline || fault?.name === "AbortError") return;
    this.pause();
    this.feed?.close();
    const from = this.timeline.lines[this.line ?? 0]?.id;
    loading.delete(this.queue[this.at].timeline);
    this.bar.say(word("audioFailed"));
    tell(word("audioFailed"));
    this.toggle = () => {
      delete this.toggle;
      this.play(this.queue, this.at, from);
    };
  }

  /** A story that cannot be had is passed over. */
  skipStory() {
    if (this.at + 1 < this.queue.length) return this.play(this.queue, this.at + 1);
    this.bar.say(word("audioFailed"));
    tell(word("audioFailed"));
  }

  close() {
    this.keep();
    this.pause();
    this.feed?.close();
    this.follower.close();
    clearTimeout(this.sleeping);
    article?.removeEventListener("click", this.click);
    unmark();
    this.bar.remove();
    this.audio.removeAttribute("src");
    rememberHere(null);
    media(null);
    player = null;
    listen?.focus();
  }
}

let player = null;
const opened = () => (player ??= new Player());

/** Load what a click will want. */
export const prepare = (entry) => timelineOf(entry).catch(() => {});

/** Play a queue of stories. */
export const play = (queue) => queue.length && opened().play(queue);

/** Start a story, or pause it when it is the one that plays. */
export function toggle(entry) {
  const here = opened();
  if (here.queue?.[here.at]?.timeline === entry.timeline) here.toggle();
  else here.play([entry]);
}

/** Listen to the story of this page from a sentence on. */
export function listenFrom(entry, id) {
  const here = opened();
  if (!(here.queue?.[here.at]?.timeline === entry.timeline && here.from(id))) here.play([entry], 0, id);
}

/** Show what this tab was playing before the page changed, paused at its place. */
export function restore() {
  const state = recallHere();
  if (state && !player) opened().play(state.queue, state.at, state.from, true);
}
