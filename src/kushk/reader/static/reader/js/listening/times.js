// Times and names as the interface's language says and writes them.

import { locale } from "../words.js";

const unit = (value, name) => new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "long" }).format(value);

/** Return minutes in words. */
export const minutes = (value) => unit(value, "minute");

/** Return a length in words, such as "2 minutes 5 seconds". */
export function inWords(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [];
  if (whole >= 60) parts.push(unit(Math.floor(whole / 60), "minute"));
  if (whole % 60 || !parts.length) parts.push(unit(whole % 60, "second"));
  return new Intl.ListFormat(locale, { style: "long", type: "unit" }).format(parts);
}

const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2, useGrouping: false });
const one = new Intl.NumberFormat(locale, { useGrouping: false });

/** Return a moment as clocks write it: 2:05. */
export function onClock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  return `${one.format(Math.floor(whole / 60))}:${two.format(whole % 60)}`;
}

/** Return a speed: 1.5×, in this order in every direction of writing. */
export const times = (rate) => `\u2066${new Intl.NumberFormat(locale).format(rate)}×\u2069`;

/** Return the name of a language. */
export function languageName(tag) {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(tag);
  } catch {
    return tag;
  }
}
