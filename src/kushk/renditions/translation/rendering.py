"""From what an engine gave to a unit: terms written as the glossary wants them, marks found again, quality checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from kushk.core.document import Mark, MarkKind
from kushk.core.translated.checks import problems
from kushk.core.translated.form import Projected
from kushk.core.translated.glossary import enforced
from kushk.core.translated.pieces import Rendered
from kushk.core.translated.projection import project
from kushk.engines.translation.interface import Span, Translated
from kushk.renditions.translation.planning import FIRST_TERM, Wanted
from kushk.renditions.translation.roster import Route
from kushk.renditions.translation.units import Origin, Unit

_NEVER_WHOLE = frozenset({MarkKind.LANGUAGE, MarkKind.SUPERSCRIPT, MarkKind.SUBSCRIPT, MarkKind.DELETED})
"""Marks that are dropped where nothing tells their place; all others then lie on the whole sentence."""

_SPACE = re.compile(r"\s+")

TERM = "term"
"""Problem: a protected name or a fixed rendering is missing."""


def unit_of(wanted: Wanted, given: Translated, route: Route, target: str) -> Unit:
    """Return the unit that an engine's translation of a piece makes, with what is wrong with it."""
    text, projected, lost = _with_terms(wanted, given)
    found = [problem for problem in problems(wanted.segment.text, text, (wanted.source, target)) if problem.serious]
    return Unit(
        key=wanted.key(route.engine.name, route.version),
        text_key=wanted.text_key,
        source=wanted.source,
        target=target,
        source_text=wanted.piece.text,
        text=text,
        spans=tuple(Span(each.id, each.start, each.end) for each in projected if each.id < FIRST_TERM),
        context=wanted.context,
        origin=origin_of(route),
        problems=(*dict.fromkeys(problem.code.value for problem in found), *([TERM] if lost else [])),
    )


def origin_of(route: Route) -> Origin:
    """Return the origin of what an engine makes now."""
    engine = route.engine
    return Origin(engine.name, engine.title, route.version, route.via, engine.capabilities.draft, now_text())


def now_text() -> str:
    """Return the present moment as units keep it."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def failed_unit(wanted: Wanted, route: Route, target: str, problem: str) -> Unit:
    """Return the unit of a piece that no engine can be given."""
    return Unit(
        wanted.key(route.engine.name, route.version),
        *(wanted.text_key, wanted.source, target, wanted.piece.text, ""),
        context=wanted.context,
        origin=origin_of(route),
        problems=(problem,),
    )


def _with_terms(wanted: Wanted, given: Translated) -> tuple[str, tuple[Projected, ...], frozenset[int]]:
    """Return the translation with the glossary's forms in it, where all spans are, and the terms that are missing."""
    segment = wanted.segment
    text = given.text
    if not segment.spans:
        return text, (), frozenset()
    projected = project(
        segment.text,
        segment.spans,
        text,
        engine_spans=given.spans,
        links=given.links,
        hints=wanted.renderings,
        must=_must(wanted),
    )
    if not wanted.renderings:
        return text, projected, frozenset()
    done = enforced(text, projected, wanted.renderings)
    return done.text, done.spans, done.lost


def _must(wanted: Wanted) -> frozenset[int]:
    return frozenset(number for number, mark in enumerate(wanted.piece.marks) if mark.kind not in _NEVER_WHOLE)


def rendered_of(wanted: Wanted, unit: Unit) -> Rendered:
    """Return the text and marks that stand in place of a piece; a person's unit may have been made for other marks."""
    marks = wanted.piece.marks
    spans = unit.spans
    if not unit.by_engine and marks:
        spans = spans_in(wanted, unit.text, unit)
    return Rendered(unit.text, tuple(_marks(marks, spans, unit.text)))


def spans_in(wanted: Wanted, text: str, known: Unit | None) -> tuple[Span, ...]:
    """Return where the marks of a sentence are in a translation that no engine of ours made for them.

    Args:
        wanted: the sentence.
        text: its translation.
        known: another translation, whose marked words are looked for.
    """
    layout = [span for span in wanted.segment.spans if span.id < FIRST_TERM]
    hints = _words_of(known) if known else {}
    found = project(wanted.segment.text, layout, text, hints=hints, must=_must(wanted))
    return tuple(Span(each.id, each.start, each.end) for each in found)


def _words_of(unit: Unit) -> dict[int, str]:
    """Return what stands in each mark of a unit."""
    return {span.id: unit.text[span.start : span.end] for span in unit.spans if span.end <= len(unit.text)}


def _marks(marks: Sequence[Mark], spans: Sequence[Span], text: str) -> list[Mark]:
    made = []
    for span in spans:
        if span.id >= len(marks) or not 0 <= span.start < span.end <= len(text):
            continue
        mark = marks[span.id]
        if mark.kind in _NEVER_WHOLE and (span.start, span.end) == (0, len(text)):
            continue
        made.append(Mark(mark.kind, span.start, span.end, mark.href, mark.language))
    return sorted(made, key=lambda mark: (mark.start, -mark.end, mark.kind))
