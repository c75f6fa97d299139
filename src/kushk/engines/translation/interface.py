"""What every translation engine offers, and what it may say when it cannot.

Text never holds tags. What has to be found again in a translation (a link, a name) travels beside it as spans.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from kushk.core.errors import KushkError
from kushk.core.translated.form import Link, Pair, Span
from kushk.engines.process import Faults

__all__ = [
    "CHILD_FAULTS",
    "MOST_CHARACTERS",
    "MOST_SEGMENTS",
    "BadOutput",
    "Brief",
    "Capabilities",
    "Engine",
    "EngineDown",
    "Health",
    "Link",
    "NoPair",
    "Pair",
    "Refused",
    "Segment",
    "Span",
    "Term",
    "TextTooLong",
    "Translated",
    "TranslationError",
    "refuse_unfit",
]

MOST_CHARACTERS = 2_000
"""Characters of a segment. Longer sentences are not translated: no engine does well with them."""

MOST_SEGMENTS = 64
"""Segments that an engine is given at a time, of one language and about one subject."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence to translate: plain text on one line, not empty. Spans may touch, nest and cross."""

    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary and how it must be rendered; a protected name is rendered by itself."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Brief:
    """What an engine is told beside the segments."""

    source: str
    target: str
    before: tuple[str, ...] = ()
    """The sentences before the first segment, for engines that look at them."""
    glossary: tuple[Term, ...] = ()
    """The terms that occur in the segments, for engines that take one."""

    @property
    def pair(self) -> Pair:
        """Source and target language."""
        return self.source, self.target


@dataclass(frozen=True, slots=True)
class Translated:
    """What an engine made of one segment."""

    text: str
    spans: tuple[Span, ...] | None = None
    """Where the segment's spans are now, as the engine itself tells: one that came apart is there more than once, one
    that was lost is missing. None from an engine that does not tell."""
    links: tuple[Link, ...] | None = None
    """Which words became which, word by word. None from an engine that does not tell."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What may be expected of an engine."""

    spans: bool = False
    """It tells where spans are (``Translated.spans``)."""
    align: bool = False
    """It tells which words became which (``Translated.links``)."""
    glossary: bool = False
    """It takes the brief's glossary into account."""
    stream: bool = False
    """It gives each segment as soon as that is translated, not all of them at the end."""
    offline: bool = True
    """It needs no network."""
    quick: bool = False
    """It translates a sentence in milliseconds."""
    draft: bool = False
    """Its translations serve to get the gist and are called a draft."""


@dataclass(frozen=True, slots=True)
class Health:
    """What a check of an engine found."""

    ok: bool
    detail: str
    """One line in English."""


class TranslationError(KushkError):
    """Something that kept an engine from translating."""

    code = "translation-failed"
    words = "The engine “{engine}” could not translate this ({detail})."


class NoPair(TranslationError):
    """No engine of the stand translates between the two languages."""

    code = "no-language-pair"
    words = "This stand cannot translate from {source} into {target}. Run ./kushk languages to see what it can."


class EngineDown(TranslationError):
    """The engine's process or server died or did not answer."""

    code = "translation-engine-down"
    words = "The translation engine “{engine}” does not answer ({detail})."


class BadOutput(TranslationError):
    """What the engine gave is no translation of what it was given: wrong count, mark-up, nonsense."""

    code = "translation-bad-output"
    words = "The translation engine “{engine}” gave something that is no translation ({detail})."


class Refused(TranslationError):
    """The engine's server does not want to: a wrong key, no credit, too much asked."""

    code = "translation-refused"
    words = "The translation engine “{engine}” refuses ({detail})."


class TextTooLong(TranslationError):
    """An engine was given more than it may be given at a time."""

    code = "translation-too-long"
    words = "A sentence of more than {most} characters is not translated."


def _cannot(question: dict[str, Any], detail: str) -> KushkError:
    return TranslationError(engine=question.get("engine", "?"), detail=detail)


CHILD_FAULTS = Faults(lambda engine, detail: EngineDown(engine=engine, detail=detail), _cannot)
"""What a translation engine's own process may raise."""


class Engine(Protocol):
    """One way to translate."""

    @property
    def name(self) -> str:
        """Short name, as operators write it in ``KUSHK_TRANSLATION``."""

    @property
    def title(self) -> str:
        """Name as readers are told it: a proper name, never translated."""

    @property
    def capabilities(self) -> Capabilities:
        """What may be expected of it."""

    def pairs(self) -> frozenset[Pair]:
        """Return what it translates here and now. Cheap: it is asked for every page."""

    def version(self, pair: Pair) -> str:
        """Return what changes when the same text would be translated otherwise."""

    def via(self, pair: Pair) -> tuple[str, ...]:
        """Return the languages through which a pair is translated; empty where that is done in one step."""

    def translate(self, segments: Sequence[Segment], brief: Brief) -> Iterator[Translated]:
        """Translate segments, at most ``MOST_SEGMENTS`` of ``MOST_CHARACTERS`` each; yield one for each, in order.

        What was yielded before an error is good. Nobody has to take all that is yielded.

        Raises:
            NoPair: it does not translate between these languages.
            TextTooLong: a segment is longer than that.
            EngineDown: its process or server does not answer.
            BadOutput: what it gives is no translation.
            TranslationError: any other reason.
        """

    def check(self) -> Health:
        """Say whether it can translate, by translating."""

    def close(self) -> None:
        """End what it started; it may be used again afterwards."""


def refuse_unfit(engine: Engine, segments: Sequence[Segment], brief: Brief) -> None:
    """Raise ``NoPair`` or ``TextTooLong`` for what an engine may not be given."""
    if brief.pair not in engine.pairs():
        raise NoPair(engine=engine.name, source=brief.source, target=brief.target)
    if any(len(segment.text) > MOST_CHARACTERS for segment in segments):
        raise TextTooLong(engine=engine.name, most=MOST_CHARACTERS)
