"""What is wanted of a translation: the document's pieces as segments, each with its keys in the memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kushk.core.document import Document, Mark, MarkKind
from kushk.core.languages import base
from kushk.core.translated.glossary import Entry, occurrences
from kushk.core.translated.pieces import Piece, pieces_of
from kushk.engines.translation.interface import Segment, Span
from kushk.renditions.translation.units import Unit, context_key, machine_key, text_key

FIRST_TERM = 1_000
"""Number of the first span that is a term of the glossary; those below are the sentence's marks."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One piece, ready for an engine and for the memory."""

    piece: Piece
    source: str
    """Language of the piece without script and region."""
    segment: Segment
    renderings: Mapping[int, str]
    """By the number of a term's span, how it must come out."""
    terms: tuple[tuple[str, str], ...]
    """The terms with their renderings."""
    text_key: str
    context: str

    def key(self, engine: str, version: str) -> str:
        """Return the key of what an engine makes of it."""
        layout = [(span.id, span.start, span.end) for span in self.segment.spans]
        return machine_key(self.text_key, layout, self.terms, engine, version)

    def best(self, units: Sequence[Unit], keys: Sequence[str]) -> Unit | None:
        """Choose among the units of its text.

        A person's translation from between the same neighbours comes first, then any person's, the latest, then what
        the preferred engine made, last what was imported.

        Args:
            units: those of its text.
            keys: of what engines make of it, the preferred one's first.
        """
        by_people = [unit for unit in units if unit.origin.reviewed]
        if by_people:
            return max(by_people, key=lambda unit: (unit.context == self.context, unit.origin.reviewed_at))
        found = {unit.key: unit for unit in units}
        made = next((found[key] for key in keys if key in found), None)
        return made or next((unit for unit in units if not unit.by_engine), None)


@dataclass(frozen=True, slots=True)
class Plan:
    """A document's translation into one language, not yet made."""

    document: Document
    target: str
    wanted: tuple[Wanted, ...]

    @property
    def characters(self) -> int:
        """All there is to translate."""
        return sum(len(each.segment.text) for each in self.wanted)


def plan_of(document: Document, target: str, glossary: Sequence[Entry] = (), beside: Sequence[Piece] = ()) -> Plan:
    """Return what is to be translated.

    Args:
        document: already cut to what the reader may have.
        target: BCP 47 tag.
        glossary: of the stand and the publication.
        beside: further pieces that the page shows: headlines of other stories. They come last.
    """
    pieces = (*pieces_of(document, target), *(piece for piece in beside if base(piece.language) != base(target)))
    around = ["", *(piece.text for piece in pieces), ""]
    return Plan(
        document,
        target,
        tuple(
            _wanted(piece, target, glossary, context_key(around[place], around[place + 2]))
            for place, piece in enumerate(pieces)
        ),
    )


def _wanted(piece: Piece, target: str, glossary: Sequence[Entry], context: str) -> Wanted:
    source = base(piece.language)
    found = occurrences(piece.text, [entry for entry in glossary if entry.fits(source, target)], source)
    marks = [Span(number, mark.start, mark.end) for number, mark in enumerate(piece.marks) if _travels(mark)]
    code = [mark for mark in piece.marks if mark.kind is MarkKind.CODE]
    free = [each for each in found if not any(_cross(each.start, each.end, span) for span in marks)]
    terms = [(each.start, each.end, each.wanted) for each in free]
    terms += [(mark.start, mark.end, piece.text[mark.start : mark.end]) for mark in code]
    spans = [Span(FIRST_TERM + number, start, end) for number, (start, end, _) in enumerate(terms)]
    return Wanted(
        piece,
        source,
        Segment(piece.text, tuple(sorted((*marks, *spans), key=lambda span: (span.start, -span.end, span.id)))),
        {span.id: rendering for span, (_, _, rendering) in zip(spans, terms, strict=True)},
        tuple((piece.text[start:end], rendering) for start, end, rendering in terms),
        text_key(source, target, piece.text),
        context,
    )


def _travels(mark: Mark) -> bool:
    return mark.start < mark.end


def _cross(start: int, end: int, span: Span) -> bool:
    """Tell whether two stretches overlap without one holding the other."""
    return start < span.start < end < span.end or span.start < start < span.end < end
