"""Names that are kept as they are and words that have one rendering, whatever an engine makes of them.

A term becomes a span; where that span is in the translation, the wanted form is written over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache

from kushk.core.languages import base
from kushk.core.spoken.icu import formatted
from kushk.core.translated.finding import Piece, contains
from kushk.core.translated.form import How, Projected
from kushk.core.translated.words import Words


@dataclass(frozen=True, slots=True)
class Entry:
    """A term and its rendering."""

    term: str
    rendering: str = ""
    """How it is rendered; empty for a protected name, which is kept as it is written."""
    source: str = ""
    """Language of the texts in which it is looked for (a BCP 47 tag); empty for all."""
    target: str = ""
    """Language for which the rendering is meant; empty for all."""
    case_sensitive: bool = True

    def fits(self, source: str, target: str) -> bool:
        """Say whether it is for texts in one language that are translated into another."""
        return _covers(self.source, source) and _covers(self.target, target)


def _covers(wanted: str, language: str) -> bool:
    return wanted in {"", language} or ("-" not in wanted and base(wanted) == base(language))


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term in a text: characters ``[start, end)``, and what must stand in the translation."""

    entry: Entry
    start: int
    end: int
    wanted: str


def occurrences(text: str, entries: Sequence[Entry], language: str) -> tuple[Occurrence, ...]:
    """Return where terms stand in a text, in order; the longest first where they overlap.

    A term is found as whole words, in scripts without spaces at any character; an English "'s" after it is none of it.
    """
    possible = [entry for entry in entries if _covers(entry.source, language) and _may_stand(entry, text)]
    if not possible:
        return ()
    words, found = Words(text), list[Occurrence]()
    for entry in sorted(possible, key=lambda entry: -len(entry.term)):
        for start, end in _standing(entry, words):
            if all(end <= other.start or other.end <= start for other in found):
                found.append(Occurrence(entry, start, end, entry.rendering or text[start:end]))
    return tuple(sorted(found, key=lambda occurrence: occurrence.start))


def _may_stand(entry: Entry, text: str) -> bool:
    first = entry.term.split(maxsplit=1)[:1]
    if not first:
        return False
    return first[0] in text or (not entry.case_sensitive and first[0].casefold() in text.casefold())


def _standing(entry: Entry, words: Words) -> Iterator[Piece]:
    pattern = r"\s+".join(map(re.escape, entry.term.split()))
    for match in re.finditer(pattern, words.text, 0 if entry.case_sensitive else re.IGNORECASE):
        if words.cuts_nothing(*match.span()):
            yield match.span()


@dataclass(frozen=True, slots=True)
class Enforced:
    """A translation in which the glossary's forms stand."""

    text: str
    spans: tuple[Projected, ...]
    """The spans given, where they are now."""
    lost: frozenset[int]
    """The ids whose wanted form is nowhere and could be written nowhere."""


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    new: str


def enforced(target_text: str, projected: Sequence[Projected], renderings: Mapping[int, str]) -> Enforced:
    """Write each wanted form where its span came out, unless it stands there already; move the other spans.

    Args:
        target_text: the translation.
        projected: where spans are in it, terms and others.
        renderings: what must stand there, by the ids of the terms.
    """
    spans, edits, lost = list(projected), list[_Edit](), set[int]()
    for number, wanted in renderings.items():
        pieces = [span for span in spans if span.id == number and span.how is not How.WHOLE]
        standing = contains(target_text, wanted)
        if _stands(target_text, pieces, wanted, standing):
            continue
        free = _free(standing, number, spans, renderings)
        if free and (not pieces or pieces[0].how in {How.ALIGNED, How.FUZZY}):
            spans = [span for span in spans if span.id != number] + [Projected(number, *free[0], How.SAME)]
            continue
        new = _edits(target_text, pieces, wanted, spans)
        if new and not any(one.start < other.end and other.start < one.end for one in new for other in edits):
            edits += new
        elif not standing:
            lost.add(number)
    return _applied(target_text, spans, sorted(edits, key=lambda edit: edit.start), frozenset(lost))


_MOST_ENDING = 3
_FEWEST_STEM = 4


def _stands(text: str, pieces: Sequence[Projected], wanted: str, standing: Sequence[Piece]) -> bool:
    """Say whether the wanted form stands in its place already, be it with an ending."""
    if any(piece.start < end and start < piece.end for piece in pieces for start, end in standing):
        return True
    for piece in pieces:
        there = text[piece.start : piece.end]
        ending = there.removeprefix(wanted)
        if len(wanted) >= _FEWEST_STEM and ending != there and len(ending) <= _MOST_ENDING and ending.islower():
            return True
    return False


def _free(
    standing: Sequence[Piece], number: int, spans: Sequence[Projected], renderings: Mapping[int, str]
) -> list[Piece]:
    """Return the places of a form that are no other term's."""
    others = [span for span in spans if span.id in renderings and span.id != number and span.how is not How.WHOLE]
    return [
        (start, end) for start, end in standing if not any(span.start < end and start < span.end for span in others)
    ]


def _edits(text: str, pieces: Sequence[Projected], wanted: str, spans: Sequence[Projected]) -> list[_Edit]:
    """Return what writes a form over the first piece and takes the further ones away, if they are nothing else's."""
    edits = []
    for place, piece in enumerate(sorted(pieces, key=lambda piece: piece.start)):
        shared = any(span.start < piece.end and piece.start < span.end and span.id != piece.id for span in spans)
        if place == 0:
            edits.append(_Edit(piece.start, piece.end, wanted))
        elif not shared:
            space = piece.start > edits[-1].end and text[piece.start - 1].isspace()
            edits.append(_Edit(piece.start - space, piece.end, ""))
    return edits


def _applied(text: str, spans: Sequence[Projected], edits: Sequence[_Edit], lost: frozenset[int]) -> Enforced:
    written, last = [], 0
    for edit in edits:
        written += [text[last : edit.start], edit.new]
        last = edit.end
    new = "".join(written) + text[last:]
    moved = (
        replace(span, start=_moved(span.start, edits, at_end=False), end=_moved(span.end, edits, at_end=True))
        for span in spans
    )
    kept = sorted((span for span in moved if span.start < span.end), key=lambda span: (span.id, span.start))
    return Enforced(new, tuple(kept), lost)


def _moved(place: int, edits: Sequence[_Edit], *, at_end: bool) -> int:
    shift = 0
    for edit in edits:
        if place >= edit.end and (at_end or place > edit.start or edit.end > edit.start):
            shift += len(edit.new) - (edit.end - edit.start)
        elif place > edit.start:
            return edit.start + shift + (len(edit.new) if at_end else 0)
    return place + shift


_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]*"
_NAME = re.compile(rf"(?<![\w'’-]){_CAPITAL}(?:(?: (?:de|del|da|do|dos|la|van|von|der|bin|al|el|of))*[ ]{_CAPITAL})*")
_TITLE_CASE = 0.6
_CAPITALISED_NOUNS = frozenset({"de", "lb"})


def names(text: str, language: str) -> tuple[Piece, ...]:
    """Suggest stretches that may be names to protect, in a text with Latin letters; for a person to look at.

    Capitals that mean nothing are passed over: the first word of a sentence, German nouns, headlines in title case,
    days and months.
    """
    words = re.findall(r"[^\W\d_]+", text)
    if not words or sum(word[0].isupper() for word in words) > _TITLE_CASE * len(words):
        return ()
    found = []
    for match in _NAME.finditer(text):
        begins = not any(map(str.isalnum, text[: match.start()]))
        start = match.start() + (match[0].find(" ") + 1 or len(match[0]) if begins else 0)
        name = re.sub("['’]s$", "", text[start : match.end()])
        alone = " " not in name and (base(language) in _CAPITALISED_NOUNS or name in _calendar(base(language)))
        if name and name[0].isupper() and not alone:
            found.append((start, start + len(name)))
    return tuple(found)


@lru_cache(maxsize=64)
def _calendar(tongue: str) -> frozenset[str]:
    days = (datetime(2024, 1, day, tzinfo=UTC) for day in range(1, 8))
    months = (datetime(2024, month, 1, tzinfo=UTC) for month in range(1, 13))
    return frozenset(formatted("{n, date, ::EEEE}", tongue, moment) for moment in days) | frozenset(
        formatted("{n, date, ::LLLL}", tongue, moment) for moment in months
    )
