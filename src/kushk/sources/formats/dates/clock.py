# ruff: noqa: PLR2004 - the numbers of hours, days, months and digits explain themselves
"""The time of day beside a date, with its half of the day and its zone."""

from __future__ import annotations

import re
from datetime import date

from kushk.sources.formats.dates.moment import Clock
from kushk.sources.formats.dates.months import key, weekday_names
from kushk.sources.formats.dates.words import AFTERNOON, CLOCK_WORDS, CONNECTING, MORNING
from kushk.sources.formats.dates.zones import zone_at

_HALF = re.compile(r"\s?([^\W\d_](?:[^\s\d,;:|()\]-]|\.\s?(?=m\b))*)")
_AFTER = re.compile(r"\s?([^\W\d_][^\s\d,;:|()+-]*)")
_GAP = re.compile(r"[\s,(]*")
_TIME = re.compile(
    r"(?<![\d:.,/])(?P<hour>\d{1,2})\s?(?:"
    r"(?P<mark>[:.h]|時|时|點|点|시|ч|uhr|u\b)\s?(?:(?P<minute>\d{2}|\d(?=\s?[分분]))"
    r"(?:\s?[:.分분]\s?(?:(?P<second>\d{2})(?:[.,]\d+)?\s?[秒초]?)?)?|(?![\d:]))"
    r"|(?=\s?[ap]\.?\s?m\b))"
)
_NEAR = 48
_SKIPPED = re.compile(r"[\s,;|·•@()/\[\]-]*(?:\.\s+)?")
_WORD = re.compile(r"[^\s\d.,:;|·•@()\[\]/+-]+(?:\.[^\W\d_]+)*\.?")
_MOST_SKIPPED = 5


def clock_after(text: str, at: int, language: str, day: date | None) -> tuple[Clock | None, int]:
    """Return the time of day that follows a date ending at ``at``, and where it ends."""
    start = at
    half = ""
    for _ in range(_MOST_SKIPPED):
        gap = _SKIPPED.match(text, start)
        start = gap.end() if gap else start
        time = _TIME.match(text, start)
        if time:
            return _clock(text, time, half, language, day)
        word = _WORD.match(text, start)
        if not word:
            break
        said = key(word[0])
        half = said if said in MORNING or said in AFTERNOON else half
        if not half and said not in CLOCK_WORDS and said not in CONNECTING and said not in weekday_names():
            break
        start = word.end()
    return None, at


def clock_before(text: str, at: int, language: str, day: date | None) -> tuple[Clock | None, int]:
    """Return the time of day that stands right before a date beginning at ``at``, and where it begins."""
    first = max(0, at - _NEAR)
    for time in _TIME.finditer(text, first, at):
        before = text[max(0, time.start() - 12) : time.start()].split()
        said = key(before[-1]) if before else ""
        half = said if said in MORNING or said in AFTERNOON else ""
        clock, end = _clock(text[:at], time, half, language, day)
        if (
            clock
            and all(_is_small(word) for word in _WORD.findall(text[end:at]))
            and not any(character.isdigit() for character in text[end:at])
        ):
            return clock, time.start()
    return None, at


def _is_small(word: str) -> bool:
    said = key(word)
    return said in CLOCK_WORDS or said in CONNECTING or said in weekday_names()


def _clock(text: str, time: re.Match[str], half: str, language: str, day: date | None) -> tuple[Clock | None, int]:
    hour, minute = int(time["hour"]), int(time["minute"] or 0)
    if time["mark"] in {".", ":"} and time["minute"] is None:
        return None, time.start()
    end = time.end()
    after, end = _half_after(text, end)
    half = after or half
    if half in AFTERNOON and hour < 12:
        hour += 12
    elif half in MORNING and hour == 12:
        hour = 0
    zone, zoned = _zone_after(text, end, language, day)
    if not zone:
        end = _past_words(text, end)
        zone, zoned = _zone_after(text, end, language, day)
    clock = Clock(hour, minute, int(time["second"]) if time["second"] else -1, zone)
    return (clock, zoned if zone else end) if clock.valid else (None, time.start())


def _zone_after(text: str, end: int, language: str, day: date | None) -> tuple[str, int]:
    gap = _GAP.match(text, end)
    return zone_at(text, gap.end() if gap else end, language, day)


def _half_after(text: str, end: int) -> tuple[str, int]:
    word = _HALF.match(text, end)
    if word:
        said = key(word[1]).replace(" ", "")
        if said in MORNING or said in AFTERNOON:
            return said, word.end()
    return "", end


def _past_words(text: str, end: int) -> int:
    """Step over the words that follow a time of day before its zone: o'clock, Uhr, heure, น."""
    for _ in range(2):
        word = _AFTER.match(text, end)
        if not word or key(word[1]) not in CLOCK_WORDS:
            break
        end = word.end()
    return end
