# ruff: noqa: PLR2004 - small sizes in words, lines and letters, each at the one place that it decides
"""Reading times as pages print them: 5 min read, ٣ دقائق, 阅读时间：5分钟, dakika 4."""

from __future__ import annotations

import re
from functools import lru_cache

from kushk.sources.formats.dates.fold import fold
from kushk.sources.formats.pasted.words import plain, raw_prefixes, terms

_LONGEST = 60
_WITHOUT_NUMBER = {
    plain(words): minutes
    for words, minutes in (
        ("دقيقتان", 2), ("دقيقتين", 2), ("دقيقة واحدة", 1), ("دقيقة", 1), ("שתי דקות", 2), ("דקה", 1), ("דקה אחת", 1),
        ("a minute", 1), ("one minute", 1), ("less than a minute", 1), ("une minute", 1), ("un minuto", 1),
        ("eine minute", 1),
    )
}  # fmt: skip


@lru_cache(maxsize=1)
def _amount() -> re.Pattern[str]:
    units = "|".join(sorted(map(re.escape, terms("minute")), key=len, reverse=True))
    return re.compile(
        rf"(?<!\d)(?<!\d[:.,])(?P<first>\d{{1,3}})(?:\s?[-~]\s?\d{{1,3}})?\s?-?(?:{units})(?![^\W\d_a-z]?[a-z])\.?"
        rf"|(?<!\w)(?:{units})\s(?P<after>\d{{1,3}})(?![\d:])"
    )


@lru_cache(maxsize=4096)
def minutes_of(text: str) -> int | None:
    """Return the minutes that a line tells when it is nothing but a reading time, else None."""
    if len(text) > _LONGEST:
        return None
    folded = fold(text)
    match = _amount().search(folded)
    if match:
        rest = plain(folded[: match.start()] + " " + folded[match.end() :])
        return int(match["first"] or match["after"]) if _only_reading(rest) else None
    if any(sign.isdigit() for sign in folded):
        return None
    return _in_words(plain(folded))


def _in_words(said: str) -> int | None:
    for words, minutes in _WITHOUT_NUMBER.items():
        if said == words:
            return minutes
        if words in said and _only_reading(said.replace(words, " ")):
            return minutes
    return None


def is_reading_label(text: str) -> bool:
    """Whether a line is only the label of a reading time: time to read, مدة القراءة."""
    said = plain(text) if len(text) <= _LONGEST else ""
    return len(said) > 3 and said in terms("reading") and (" " in said or not said.isascii())


def _only_reading(rest: str) -> bool:
    """Whether nothing is left when words about reading are taken away, the longer ones first."""
    rest = rest.strip()
    while rest:
        for phrase in _phrases():
            if rest.startswith(phrase):
                rest = rest[len(phrase) :].strip()
                break
        else:
            return False
    return True


@lru_cache(maxsize=1)
def _phrases() -> tuple[str, ...]:
    return tuple(sorted(filter(None, map(plain, raw_prefixes("reading"))), key=len, reverse=True))
