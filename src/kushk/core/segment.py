"""Sentences: where each one begins and ends, in every script.

A line is looked through once for marks that may end a sentence (``segment_marks``); each is then judged by what stands
before and after it (``segment_rules``), with a language's abbreviations and openings (``abbreviations``). The work is
linear in the text, whatever the text is. Marks are told apart by script, so a wrong language costs little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count, pairwise

from kushk.core.languages import base
from kushk.core.segment_marks import BULLET, INDIC, LINE, SOUTHERN, SPACES, THAI_OR_LAO, candidate
from kushk.core.segment_place import Place, Rules, rules_for
from kushk.core.segment_rules import sentence_end
from kushk.core.segment_wide import Quotes, phrases


def segment(text: str, language: str) -> list[tuple[int, int]]:
    """Return the half-open span of each sentence, white space at its ends left out, in order.

    Every character that is not white space lies in exactly one span, and a line break always ends one.

    Args:
        text: any text; white space is what ``str.strip`` takes away.
        language: BCP 47 tag; ``und`` or empty when unknown.
    """
    rules = rules_for(base(language))
    spans: list[tuple[int, int]] = []
    for line in LINE.finditer(text):
        start, end = line.span()
        for begin, stop in pairwise([start, *_cuts(text, start, end, rules), end]):
            piece = text[begin:stop]
            bare = piece.strip()
            if bare:
                first = begin + len(piece) - len(piece.lstrip())
                spans.append((first, first + len(bare)))
    return spans


def _cuts(text: str, start: int, end: int, rules: Rules) -> Iterator[int]:
    """Yield the places inside a line at which a new sentence begins (or the white space before it)."""
    for piece, stop in _pieces(text, start, end):
        if piece > start:
            yield piece
        yield from _sentence_ends(text, piece, stop, rules)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a line at bullets, and where it counts its items at each number."""
    bullets = () if text.isascii() else BULLET.finditer(text, start, end)
    begins = [start, *(bullet.start() for bullet in bullets)]
    for begin, stop in pairwise([*begins, end]):
        yield from pairwise([begin, *_items(text, begin, stop), stop])


_FIRST_ITEM = re.compile(rf"(?P<number>[1a\u0661\u06f1\u0967])(?P<after>\.\)|[.)])(?=[{SPACES}])")
_LETTER = "a"


def _items(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the second and further items begin of a line such as "1. Bread 2. Milk"."""
    first = _FIRST_ITEM.match(text, start, end)
    if not first:
        return
    at = first.end()
    for step in count(1):
        number = _nth(first["number"], step)
        at = text.find(f" {number}{first['after']} ", at, end)
        if at < 0 or not number:
            return
        yield at + 1
        at += 1


def _nth(first: str, step: int) -> str:
    """Return the number that many steps after the first, in the first one's own digits or letters."""
    if first == _LETTER:
        return chr(ord(first) + step) if step < 26 else ""  # noqa: PLR2004 - letters of the alphabet
    return "".join(chr(ord(first) - 1 + int(digit)) for digit in str(1 + step))


def _sentence_ends(text: str, start: int, end: int, rules: Rules) -> Iterator[int]:
    southern = not text.isascii() and SOUTHERN.search(text, start, end)
    if southern and THAI_OR_LAO.search(text, start, end):
        yield from phrases(text, start, end)
        return
    extra = _EXTRA.get(rules.language, "") + ("|" if southern and INDIC.search(text, start, end) else "")
    quotes = Quotes(text, start)
    word = _first_word(text, start, end)
    for match in candidate(extra).finditer(text, start, end):
        if match.end() >= end or word >= match.start():
            continue
        place = Place(text, rules, start, match.start(), match["mark"], match["closers"], match.end(), end)
        if at := sentence_end(place, quotes):
            yield at
            start, word = at, _first_word(text, at, end)


_EXTRA = {"el": ";\u037e", "hy": ":"}
"""Marks that end sentences in one language: the Greek question mark, the colon typed for the Armenian full stop."""

_WORD = re.compile(r"\w")


def _first_word(text: str, start: int, end: int) -> int:
    """Return where the first letter or digit stands: marks without a word before them end nothing."""
    found = _WORD.search(text, start, end)
    return found.start() if found else end
