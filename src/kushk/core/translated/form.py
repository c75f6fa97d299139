"""What is said about a translated sentence: where its stretches are and what looks wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Pair = tuple[str, str]
"""Source and target language: BCP 47 tags, mostly without script and region (``en``, ``pt``, ``zh``, ``zh-Hant``)."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch ``[start, end)`` of a text, in characters, with a number of its own in its segment."""

    id: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """Characters ``[start, end)`` of the source text were translated by ``[target_start, target_end)``."""

    start: int
    end: int
    target_start: int
    target_end: int


class How(StrEnum):
    """What told where a span is in the translation, from the surest to the least sure."""

    ENGINE = "engine"
    SAME = "same"
    """The very same text stands there: a number, a name, an address."""
    ALIGNED = "aligned"
    FUZZY = "fuzzy"
    """A translation of the span alone is like what stands there."""
    WHOLE = "whole"
    """Nothing told: the span is the whole sentence."""


@dataclass(frozen=True, slots=True)
class Projected:
    """A piece of a span in the translation: characters ``[start, end)`` of it."""

    id: int
    start: int
    end: int
    how: How


class Fault(StrEnum):
    """What may be wrong with a translation."""

    EMPTY = "empty"
    NUMBERS = "numbers"
    LENGTH = "length"
    UNTRANSLATED = "untranslated"
    REPETITION = "repetition"
    BRACKETS = "brackets"
    QUESTION = "question"
    ADDRESS = "address"
    MARKUP = "mark-up"
    SCRIPT = "script"
    CONTROL = "control"
    LINK = "link"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that looks wrong with a translation."""

    code: Fault
    serious: bool = True
    """The sentence is shown in the original; otherwise it is a hint for the desk."""
    detail: str = ""
    """What it is about, as it stands in one of the texts."""
