"""A place where a sentence may end, and the words on either side of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kushk.core.abbreviations import EITHER, NUMBERED, STARTERS, TITLES


@dataclass(frozen=True, slots=True)
class Rules:
    """What a language knows about its full stops; the words are those of ``abbreviations``."""

    language: str
    titles: frozenset[str]
    numbered: frozenset[str]
    either: frozenset[str]
    starters: frozenset[str]


_RELATED = {
    "nb": "no",
    "nn": "no",
    "lb": "de",
    "bs": "hr",
    "gl": "pt",
    "ast": "es",
    "be": "ru",
    "ne": "hi",
    "mk": "bg",
    "az": "tr",
}
_NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=256)
def rules_for(language: str) -> Rules:
    """Return the rules of a language (a base tag); one that is not known has those that all share."""
    kin = _RELATED.get(language, language)
    either = EITHER[""] | EITHER.get(kin, _NONE)
    numbered = NUMBERED[""] | NUMBERED.get(kin, _NONE)
    own = EITHER.get(kin, _NONE) | NUMBERED.get(kin, _NONE)
    titles = (TITLES[""] - own) | TITLES.get(kin, _NONE)
    return Rules(language, titles, numbered, either, STARTERS.get(kin, STARTERS["en"]))


@dataclass(slots=True)
class Place:
    """A mark that may end a sentence."""

    text: str
    rules: Rules
    start: int
    """Where the sentence began."""
    stop: int
    """Where the mark stands."""
    mark: str
    closers: str
    after: int
    """Where the mark and what closes after it end."""
    end: int
    """Where the line ends."""
    next: int = 0
    """Where the next word begins, quotes and dashes stepped over."""


_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_AROUND = "\"'\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb([{\u00bf\u00a1-\u2013\u2014"


def next_word(place: Place) -> str:
    """Return the word after the place, case folded; empty when no letter follows."""
    word = _WORD.match(place.text, place.next, place.next + 24)
    return word[0].replace("\u2019", "'").casefold() if word else ""


def next_starts(place: Place) -> bool:
    """Return whether the word after the place is one that sentences begin with."""
    word = next_word(place)
    return word in place.rules.starters or word.partition("'")[0] in place.rules.starters


def word_before(place: Place, stop: int) -> str:
    """Return the last word of the sentence before ``stop``, as far as 32 characters show it."""
    words = place.text[max(place.start, stop - 32) : stop].split()
    return words[-1].lstrip(_AROUND) if words else ""
