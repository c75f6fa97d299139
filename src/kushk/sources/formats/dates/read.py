# ruff: noqa: PLR2004 - the numbers of hours, days, months and digits explain themselves
"""From a text to its date."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache

from kushk.sources.formats.dates.clock import clock_after, clock_before
from kushk.sources.formats.dates.fold import fold
from kushk.sources.formats.dates.human import Dated, find_human, with_year
from kushk.sources.formats.dates.machine import read_machine
from kushk.sources.formats.dates.months import key, weekday_names
from kushk.sources.formats.dates.relative import read_relative, relative_days
from kushk.sources.formats.dates.words import ABOUT, AFTERNOON, CLOCK_WORDS, CONNECTING, MORNING
from kushk.sources.formats.dates.zones import zone_at

_LONGEST = 400
"""Characters of a text in which a date is looked for; a longer one is prose."""
_STRANGE = 2
"""Unknown words that may stand beside a date which is a text's whole matter."""
_WORD = re.compile(r"[^\s\d.,:;/|·•()\[\]\"'“”«»+&!?@#<>=*-]+(?:\.[^\W\d_]+)*")


def parse_date(text: str, language: str = "", today: date | None = None) -> str:
    """Return the date that ``text`` is, as ISO 8601 no more precise than the text; empty when it is no date.

    Args:
        text: a date as a machine or a person wrote it; words such as "Updated:" may stand before it.
        language: BCP 47 tag of the text, where known: it settles 3/5/2024 and names that languages share.
        today: the day on which the text was written; with it a date without a year and a distance
            ("yesterday") can be read, which are no dates otherwise.
    """
    text = text.strip()[: _LONGEST + 1]
    if not text or len(text) > _LONGEST:
        return ""
    found = read_machine(text)
    if found:
        return found
    return _read(text, language, today)


@lru_cache(maxsize=4096)
def _read(text: str, language: str, today: date | None) -> str:
    folded = fold(unicodedata.normalize("NFC", text))
    if today is not None:
        relative = read_relative(folded, today)
        if relative:
            return relative
    dated = _dated(folded, language)
    if dated is None or not _alone(folded, dated):
        return ""
    moment = with_year(dated.moment, today) if today is not None else dated.moment
    return moment.iso if moment.year else ""


def find_date(line: str, language: str = "") -> tuple[str, tuple[int, int]] | None:
    """Return the first date inside a line, as ISO 8601, with the half-open span that it and its time of day take."""
    if len(line) > _LONGEST:
        line = line[:_LONGEST]
    dated = _dated(fold(line), language)
    if dated is None or not dated.moment.year:
        return None
    iso = dated.moment.iso
    return (iso, (dated.start, dated.end)) if iso else None


def is_date_line(line: str, language: str = "") -> bool:
    """Whether a line is nothing but a date, one without a year and a distance from today included.

    Words beside it must be known to be about dates; before a colon any two words may stand.
    """
    line = line.strip()
    if not line or len(line) > _LONGEST:
        return False
    folded = fold(line)
    if relative_days(folded) is not None or relative_days(_without_about(folded)) is not None:
        return True
    dated = _dated(folded, language)
    return dated is not None and bool(dated.moment.day or dated.moment.month) and _alone(folded, dated, 0)


def _dated(folded: str, language: str) -> Dated | None:
    found = find_human(folded, language)
    if found is None:
        return None
    moment = found.moment
    day = date(moment.year, moment.month, moment.day) if moment.valid and moment.day else None
    if not moment.day:
        return found
    clock, end = clock_after(folded, found.end, language, day)
    if clock is not None:
        return Dated(moment.at(clock), found.start, end)
    clock, start = clock_before(folded, found.start, language, day)
    return Dated(moment.at(clock), start, found.end) if clock is not None else found


def is_about_date(text: str) -> bool:
    """Whether a text is nothing but words that stand beside dates: a weekday, Updated, Publié le."""
    folded = fold(text)
    words = _WORD.findall(folded)
    return bool(words) and not any(sign.isdigit() for sign in folded) and all(map(_is_known, words))


def _without_about(folded: str) -> str:
    """Cut words such as Updated or Published on off the beginning of a text."""
    while (word := _WORD.match(folded)) and key(word[0]) in ABOUT:
        folded = folded[word.end() :].lstrip(" :,-")
    return folded


def _alone(folded: str, dated: Dated, strange_words: int = _STRANGE) -> bool:
    """Whether what stands beside a date only says what the date is about."""
    before, after = folded[: dated.start], folded[dated.end :]
    if any(character.isdigit() for character in before + after):
        before, after = _without_dates(before), _without_dates(after)
    strange = [word for word in _WORD.findall(f"{before} {after}") if not _is_known(word)]
    allowed = strange_words + 2 * (before.rstrip().endswith(":"))
    return len(strange) <= allowed and len(" ".join(strange)) <= 40


def _without_dates(part: str) -> str:
    """Cut a second date (another calendar's, or that of the last change) and clocks out of what stands beside one."""
    other = find_human(part, "")
    if other is not None:
        part = part[: other.start] + " " + part[other.end :]
    return re.sub(r"\d{1,2}[:.]\d\d(?::\d\d)?", " ", part)


@lru_cache(maxsize=4096)
def _is_known(word: str) -> bool:
    said = key(word)
    small = said in CONNECTING or said in CLOCK_WORDS or said in ABOUT or said in MORNING or said in AFTERNOON
    return small or said in weekday_names() or bool(zone_at(said, 0, "", None)[0])
