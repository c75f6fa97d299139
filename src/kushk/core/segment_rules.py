"""Where a sentence ends, from what stands before and after each mark."""

from __future__ import annotations

import re

from kushk.core.segment_marks import ALWAYS, FULL_WIDTH, NEXT, NOT_BEFORE
from kushk.core.segment_place import Place, next_starts, next_word
from kushk.core.segment_stops import full_stop_ends
from kushk.core.segment_wide import Quotes, unspaced_end, wide_end


def sentence_end(place: Place, quotes: Quotes) -> int:
    """Return where the sentence that holds the place ends, 0 when it goes on. More text follows on the line."""
    if not place.text[place.after].isspace():
        return unspaced_end(place, quotes)
    if place.mark[-1] in FULL_WIDTH:
        return wide_end(place, quotes)
    following = NEXT.match(place.text, place.after, place.end)
    if not following or not following[1] or following[1] in NOT_BEFORE:
        return 0
    place.next = following.end() - 1
    if place.mark[-1] in ALWAYS and not place.closers:
        return place.after
    if _small(following[1]) and not place.text[place.next + 1 : place.next + 2].isupper():
        return 0  # the sentence goes on; iPhone and eBay may begin one
    return place.after if _ends(place) else 0


def _small(letter: str) -> bool:
    """Say whether a letter is a small one; Georgian has small letters alone in running text."""
    return letter.islower() and not "\u10d0" <= letter <= "\u10ff"


def _ends(place: Place) -> bool:
    mark = place.mark
    if mark == "." and not place.closers.strip(")]"):
        return full_stop_ends(place)
    if mark in {"!", "?"} and place.text[place.stop - 1] == "(":
        return False
    if place.closers and (mark[-1] in _OPEN or place.rules.language != "en") and _attributed(place):
        return False
    if mark == "!" and place.text[max(place.stop - 8, place.start) : place.stop].endswith(_SHOUTING):
        return next_starts(place)
    return not (mark in _ELLIPSES and place.rules.language == "en" and next_word(place).split("'")[0] == "i")


_OPEN = "!?\u2026"
_ELLIPSES = frozenset({"\u2026", "...", ". . ."})
"""After these "I" tells nothing: English writes it with a capital everywhere."""

_SHOUTING = ("Yahoo", "Jeopardy", "Yum", "Joomla", "Oklahoma", "Wham")
"""Names that are written with an exclamation mark."""

_SAID = {
    "en": re.compile(
        r"(?!(?:He|She|It|They|We|I|You)\b)(?:(?:[A-Z][\w.'\u2019-]*|the|a|an)\s+){1,4}"
        r"(?:said|says|asked|asks|replied|added|wrote|told|shouted|cried|wondered|exclaimed|tweeted)\b"
    ),
    "ko": re.compile(r"이?라고|이?라며|고 |며 |라는|라면서"),
}


def _attributed(place: Place) -> bool:
    """Say whether words of saying follow a quote: "Why?" Smith asked."""
    said = _SAID.get(place.rules.language)
    return bool(said and said.match(place.text, place.next, min(place.next + 60, place.end)))
