"""Marked text made tidy: white space as a document has it, marks inside their text, no control characters."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from kushk.core.addresses import safe_link
from kushk.core.document import Mark, MarkKind
from kushk.core.draft import RichText
from kushk.core.languages import normalise_tag

_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]+")
"""Control characters, byte order marks, half surrogates: no reader sees them, and XML and PostgreSQL refuse some."""

_UNTIDY = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufff9-\uffff\ud800-\udfff]|  ")
"""Where this finds nothing there is nothing to do, which is the case of nearly every text."""

_BREAK = "(?:\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029])"
_SPACES = re.compile(rf"[ \t]*+(?:{_BREAK}[ \t]*+)+|[ \t]{{2,}}|\t")
_BREAKS = re.compile(r"\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_MOST_BREAKS = 2


def tidy(content: RichText, *, code: bool = False) -> RichText:
    """Return the text with single spaces, line feeds as line breaks, and its marks moved along and kept inside.

    No-break, ideographic and other special spaces are typography and stay, as do joiners (U+200C, U+200D), zero-width
    spaces and direction marks. In code every space stays. A link that may not come out and a mark without any text are
    dropped.
    """
    text, marks = content.text, _inside(content.marks, len(content.text)) if content.marks else ()
    if not _UNTIDY.search(text):
        return content if marks == content.marks else RichText(text, marks)
    text, marks = _replaced(text, marks, _FORBIDDEN, lambda _: "")
    if code:
        text, marks = _replaced(text, marks, _BREAKS, lambda _: "\n")
    else:
        text, marks = _replaced(text, marks, _SPACES, _space)
    return RichText(text, marks)


def _space(found: re.Match[str]) -> str:
    return "\n" * min(len(re.findall(_BREAK, found[0])), _MOST_BREAKS) or " "


def _inside(marks: Iterable[Mark], length: int) -> tuple[Mark, ...]:
    return tuple(mark for mark in map(_checked, clipped(marks, 0, length)) if mark is not None)


def clipped(marks: Iterable[Mark], start: int, end: int) -> Iterator[Mark]:
    """Yield the parts of marks that lie in ``[start, end)``, with offsets from ``start``."""
    for mark in marks:
        begin, stop = max(mark.start, start), min(mark.end, end)
        if begin < stop:
            unmoved = start == 0 and begin == mark.start and stop == mark.end
            yield mark if unmoved else Mark(mark.kind, begin - start, stop - start, mark.href, mark.language)


def _checked(mark: Mark) -> Mark | None:
    """Return the mark as it may stand in a document, nothing when it says nothing."""
    if mark.kind is MarkKind.LINK:
        href = safe_link(mark.href)
        return (mark if href == mark.href else replace(mark, href=href)) if href else None
    if mark.kind is MarkKind.LANGUAGE:
        language = normalise_tag(mark.language)
        return (mark if language == mark.language else replace(mark, language=language)) if language else None
    return mark


def _replaced(
    text: str, marks: tuple[Mark, ...], pattern: re.Pattern[str], write: Callable[[re.Match[str]], str]
) -> tuple[str, tuple[Mark, ...]]:
    """Rewrite what a pattern finds and move the marks along."""
    parts, begins, shifts = [], [], []
    at = shift = 0
    for found in pattern.finditer(text):
        written = write(found)
        parts += [text[at : found.start()], written]
        at = found.end()
        begins.append((found.start(), at, len(written)))
        shifts.append(shift := shift + len(written) - (at - found.start()))
    if not begins:
        return text, marks
    starts = [begin for begin, _, _ in begins]

    def moved(place: int) -> int:
        number = bisect_right(starts, place) - 1
        if number < 0:
            return place
        begin, end, length = begins[number]
        before = shifts[number - 1] if number else 0
        return place + shifts[number] if place >= end else begin + before + min(place - begin, length)

    follow = (replace(mark, start=moved(mark.start), end=moved(mark.end)) for mark in marks)
    return "".join(parts) + text[at:], tuple(mark for mark in follow if mark.start < mark.end)


def shortened(content: RichText, limit: int) -> RichText:
    """Return at most ``limit`` characters of a text, cut between words, or between letters in a word without end.

    A cut text ends with an ellipsis.
    """
    text = content.text
    if len(text) <= limit:
        return content
    cut = max(limit - 1, 0)
    while cut > 0 and (unicodedata.category(text[cut])[0] == "M" or text[cut] in _JOINERS or text[cut - 1] in _JOINERS):
        cut -= 1
    space = max(text.rfind(" ", cut - _LONGEST_WORD, cut + 1), text.rfind("\n", cut - _LONGEST_WORD, cut + 1))
    cut = space if space > 0 else cut
    kept = text[:cut].rstrip()
    return RichText(f"{kept}…" if limit else "", _inside(content.marks, len(kept)))


_JOINERS = "\u200c\u200d"
_LONGEST_WORD = 40
