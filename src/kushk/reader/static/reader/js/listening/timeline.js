// A story's timeline: which line sounds when. Lines that are not spoken yet have an estimate until their clip arrives.

import { word } from "../words.js";
import { tell } from "../tell.js";

const TRIES = 6;
const LONGEST_WAIT = 10;

const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

/** Fetch, and try again when the stand is busy or a connection breaks; what is truly refused is thrown. */
export async function patiently(address, signal) {
  for (let left = TRIES; ; left -= 1) {
    const answer = await fetch(address, { signal }).catch((fault) => {
      if (signal?.aborted || left <= 1) throw fault;
    });
    if (answer?.ok) return answer;
    if (answer && ![429, 502, 503].includes(answer.status)) throw new Error(`${address}: ${answer.status}`);
    if (left <= 1) throw new Error(`${address}: busy`);
    if (answer?.status === 429) tell(word("audioBusy"));
    await pause(Math.min(LONGEST_WAIT, Number(answer?.headers.get("Retry-After")) || 1));
  }
}

export class Timeline {
  constructor(data) {
    this.data = data;
    this.lines = data.lines;
    this.reckon();
  }

  /** Reckon when each line starts, from the lengths that are known. */
  reckon() {
    let at = 0;
    this.starts = this.lines.map(({ seconds, pause: after }) => {
      const start = at;
      at += seconds + after;
      return start;
    });
    this.seconds = at;
  }

  /** Take in what a clip really is; tell whether anything after it moved. */
  know(number, { seconds, words }) {
    const line = this.lines[number];
    const moved = Math.abs(line.seconds - seconds) > 0.001;
    Object.assign(line, { seconds, words, made: true });
    if (moved) this.reckon();
    return moved;
  }

  /** Return the number of the line that sounds at a moment. */
  lineAt(moment) {
    let low = 0;
    for (let high = this.starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= moment + 0.001) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Return the word of a line that sounds at a moment, null before the first. */
  wordAt(number, moment) {
    const since = moment - this.starts[number];
    return this.lines[number].words?.findLast(([, , begins]) => begins <= since) ?? null;
  }
}
