// The sound itself. Each sentence is a small file of its own, appended where the timeline has it: any sentence can be
// next, and only what is heard is made. Where a browser cannot do that, or the stand has no Opus, one MP3 file plays.

import { patiently } from "./timeline.js";

const TYPE = 'audio/webm; codecs="opus"';
const AHEAD = 30;
const STEP = 0.12;
const Source = window.MediaSource ?? window.ManagedMediaSource;

const canAppend = () => Boolean(Source?.isTypeSupported(TYPE));

/** Return what feeds an audio element with a story. */
export const feedFor = (audio, timeline, failed) =>
  timeline.data.webm && canAppend() ? new Clips(audio, timeline, failed) : new File(audio, timeline);

const silences = new Map();

function silence(seconds) {
  const steps = Math.round(seconds / STEP);
  if (!silences.has(steps)) silences.set(steps, patiently(`/audio/silence/${steps}.webm`).then((answer) => answer.arrayBuffer()));
  return silences.get(steps);
}

/** Fetch a line's sound, and the times of its words when they are not known yet. */
async function fetched(timeline, number, signal) {
  const line = timeline.lines[number];
  const base = `${timeline.data.base}${line.clip}`;
  const [sound, facts] = await Promise.all([
    patiently(`${base}.webm`, signal).then((answer) => answer.arrayBuffer()),
    line.made ? null : patiently(`${base}.json`, signal).then((answer) => answer.json()),
  ]);
  return { sound, facts };
}

class Clips {
  constructor(audio, timeline, failed) {
    Object.assign(this, { audio, timeline, failed, appended: new Set(), work: Promise.resolve() });
    this.stopping = new AbortController();
    this.source = new Source();
    this.opened = new Promise((done) => this.source.addEventListener("sourceopen", done, { once: true }));
    this.address = URL.createObjectURL(this.source);
    audio.disableRemotePlayback = true;
    audio.src = this.address;
    this.want = () => this.fill();
    audio.addEventListener("timeupdate", this.want);
    audio.addEventListener("seeking", this.want);
  }

  /** Append what is heard next, until enough lies ahead. One filling at a time; a seek meanwhile is seen by its loop. */
  async fill() {
    if (this.filling) return;
    this.filling = true;
    try {
      await this.opened;
      for (let next = this.missing(); next !== null && !this.stopping.signal.aborted; next = this.missing()) await this.add(next);
      this.end();
    } catch (fault) {
      if (!this.stopping.signal.aborted) this.failed(fault);
    } finally {
      this.filling = false;
    }
  }

  /** Return the first line at or after the moment heard that is not appended, null when enough is. */
  missing() {
    const now = this.audio.currentTime;
    for (let number = this.timeline.lineAt(now); number < this.timeline.lines.length; number += 1) {
      if (this.timeline.starts[number] > now + AHEAD * Math.max(1, this.audio.playbackRate)) return null;
      if (!this.appended.has(number)) return number;
    }
    return null;
  }

  async add(number) {
    const { sound, facts } = await this.loaded(number);
    this.loaded(number + 1);
    const line = this.timeline.lines[number];
    if (facts && this.timeline.know(number, facts)) await this.dropAfter(number);
    const buffer = (this.buffer ??= this.source.addSourceBuffer(TYPE));
    const start = this.timeline.starts[number];
    await this.append(buffer, sound, start);
    if (line.pause) await this.append(buffer, await silence(line.pause), start + line.seconds);
    this.appended.add(number);
    this.lengthen();
  }

  /** Return the promise of a line's sound; the next one is asked for while this one is appended. */
  loaded(number) {
    this.waiting ??= new Map();
    if (number < this.timeline.lines.length && !this.appended.has(number) && !this.waiting.has(number)) {
      const load = fetched(this.timeline, number, this.stopping.signal);
      load.catch(() => {}).finally(() => this.waiting.delete(number));
      this.waiting.set(number, load);
    }
    return this.waiting.get(number);
  }

  append(buffer, sound, start) {
    return this.done(buffer, () => {
      buffer.timestampOffset = start;
      buffer.appendBuffer(sound);
    });
  }

  done(buffer, act) {
    return new Promise((well, badly) => {
      buffer.addEventListener("updateend", well, { once: true });
      buffer.addEventListener("error", badly, { once: true });
      try {
        act();
      } catch (fault) {
        badly(fault);
      }
    });
  }

  /** Take away what was appended after a line whose length turned out to be another. */
  async dropAfter(number) {
    const later = [...this.appended].filter((each) => each > number);
    if (!later.length) return;
    for (const each of later) this.appended.delete(each);
    await this.done(this.buffer, () => this.buffer.remove(this.timeline.starts[number], Infinity));
  }

  lengthen() {
    if (this.source.readyState === "open" && !this.buffer.updating) {
      const buffered = this.buffer.buffered;
      const last = buffered.length ? buffered.end(buffered.length - 1) : 0;
      this.source.duration = Math.max(this.timeline.seconds, last);
    }
  }

  /** Tell the element that no more comes, once the last line is there. */
  end() {
    const last = this.timeline.lines.length - 1;
    if (this.appended.has(last) && this.source.readyState === "open" && !this.buffer.updating) this.source.endOfStream();
  }

  close() {
    this.stopping.abort();
    this.audio.removeEventListener("timeupdate", this.want);
    this.audio.removeEventListener("seeking", this.want);
    URL.revokeObjectURL(this.address);
  }
}

class File {
  constructor(audio, timeline) {
    this.timeline = timeline;
    audio.src = timeline.data.mp3;
    this.complete();
  }

  /** The file is made whole when it is asked for; then all times are exact. */
  async complete() {
    if (this.timeline.data.complete) return;
    await patiently(this.timeline.data.mp3, undefined).then((answer) => answer.body?.cancel());
    const answer = await patiently(`${this.timeline.data.base}timeline.json?complete`);
    (await answer.json()).lines.forEach((line, number) => this.timeline.know(number, line));
  }

  fill() {}

  close() {}
}
