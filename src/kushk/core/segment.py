"""Sentences: where each one begins and ends, in every script.

A line is looked through once for marks that may end a sentence (``segment_marks``); each is then judged by what stands
before and after it (``segment_rules``), with a language's abbreviations and openings (``abbreviations``). The work is
linear in the text, whatever the text is. Marks are told apart by script, so a wrong language costs little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kushk.core.languages import base
from kushk.core.segment_marks import BULLET, INDIC, LINE, SPACES, THAI_OR_LAO, candidate
from kushk.core.segment_rules import Rules, ends_sentence, rules_for
from kushk.core.segment_unspaced import phrases

_FIRST_ITEM = re.compile(rf"\(?(?P<number>[1aAi\u0661\u06f1\u0967])(?P<after>\.\)|[.)])(?=[{SPACES}])")
_EXTRA = {"el": ";\u037e", "hy": ":", "am": "", "ti": ""}


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
        cuts = [start, *_cuts(text, start, end, rules), end]
        for begin, stop in zip(cuts, cuts[1:], strict=False):
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
    begins = [start, *(bullet.start() for bullet in BULLET.finditer(text, start, end))]
    for begin, stop in zip(begins, [*begins[1:], end], strict=True):
        items = [begin, *_items(text, begin, stop)]
        yield from zip(items, [*items[1:], stop], strict=True)


def _items(text: str, start: int, end: int) -> Iterator[int]:
    first = _FIRST_ITEM.match(text, start, end)
    if not first:
        return
    number, at = first["number"], first.end()
    while (
        number := chr(ord(number) + 1) if len(number) == 1 and number not in "9z" else str(int(number) + 1)
    ) < "a" * 9:
        at = text.find(f" {number}{first['after']} ", at, end)
        if at < 0:
            return
        yield at + 1
        at += len(number) + 2


def _sentence_ends(text: str, start: int, end: int, rules: Rules) -> Iterator[int]:
    extra = _EXTRA.get(rules.language, "") + ("|" if INDIC.search(text, start, end) else "")
    if THAI_OR_LAO.search(text, start, end):
        yield from phrases(text, start, end)
        return
    words = _first_word(text, start, end)
    for match in candidate(extra).finditer(text, start, end):
        at = match.end()
        if at < end and words < match.start() and ends_sentence(text, start, match, end, rules):
            yield at
            start, words = at, _first_word(text, at, end)


_WORD = re.compile(r"\w")


def _first_word(text: str, start: int, end: int) -> int:
    """Return where the first letter or digit stands: marks without a word before them end nothing."""
    found = _WORD.search(text, start, end)
    return found.start() if found else end
