"""Translation units: a sentence, what became of it, and by whom. Keys say what makes two of them the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from kushk.core.identity import normalised
from kushk.engines.translation.interface import Span

PERSON, IMPORT = "person", "import"
"""In place of an engine's name: a person at the desk, and what came in as TMX."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a translation comes from."""

    engine: str
    title: str
    """The engine's name as readers are told it."""
    version: str = ""
    via: tuple[str, ...] = ()
    """Languages through which it went."""
    draft: bool = False
    """The engine's translations are called drafts."""
    made_at: str = ""
    """ISO 8601, UTC, whole seconds."""
    reviewed_at: str = ""
    """The same, once a person has looked at it; else empty."""
    reviewer: str = ""
    """Who that was; for the desk, never for readers."""

    @property
    def reviewed(self) -> bool:
        """Whether a person stands for it."""
        return bool(self.reviewed_at)


@dataclass(frozen=True, slots=True)
class Unit:
    """What is kept of one translated sentence."""

    key: str
    text_key: str
    source: str
    target: str
    source_text: str
    text: str
    spans: tuple[Span, ...] = ()
    """Where the marks of the sentence are now, by their number in it."""
    context: str = ""
    origin: Origin = Origin("", "")
    problems: tuple[str, ...] = ()
    """Why readers are shown the original instead; empty for a good one."""

    @property
    def by_engine(self) -> bool:
        """Whether an engine of this stand made it, for just these spans."""
        return self.key.startswith("m")


def text_key(source: str, target: str, text: str) -> str:
    """Return what a text has in common in all stories: its words and the two languages."""
    return _hash(source, target, normalised(text))


def machine_key(
    text: str, layout: Iterable[object], terms: Iterable[tuple[str, str]], engine: str, version: str
) -> str:
    """Return the key of an engine's translation.

    Args:
        text: key of the text.
        layout: where the spans are.
        terms: of the glossary that occur in the text.
        engine: its name.
        version: of its data.
    """
    return "m" + _hash(text, repr(tuple(layout)), repr(sorted(terms)), engine, version)


def reviewed_key(text: str, context: str) -> str:
    """Return the key of a person's translation of a text between these neighbours."""
    return "r" + _hash(text, context)


def context_key(before: str, after: str) -> str:
    """Return what tells one place of a text from another: the sentences around it."""
    return _hash(normalised(before), normalised(after))


def _hash(*parts: str) -> str:
    state = hashlib.blake2b(digest_size=12)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        state.update(len(data).to_bytes(4, "big"))
        state.update(data)
    return state.hexdigest()
