"""A catalogue of voices in the format of Piper's ``voices.json``. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kushk.core.errors import KushkError
from kushk.core.languages import base

QUALITIES = ("medium", "low", "x_low", "high")
"""The best first that a small machine speaks faster than it is heard; ``high`` takes as long as hearing it."""


NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,79}")
"""What voices and their files may be called."""


class BadCatalogue(KushkError):
    """What was fetched is no catalogue of voices."""

    code = "bad-catalogue"
    words = "There is no catalogue of voices at “{url}”."


class NotInCatalogue(KushkError):
    """The catalogue has no voice for the language."""

    code = "not-in-catalogue"
    words = "The catalogue has no voice for “{language}”. It has: {languages}."


@dataclass(frozen=True, slots=True)
class Item:
    """One file of a voice."""

    path: str
    """Below the catalogue's own address."""
    size: int
    md5: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One voice of a catalogue."""

    key: str
    language: str
    """BCP 47 tag."""
    name: str
    quality: str
    model: Item
    description: Item
    card: Item | None
    """Says the licence."""

    @property
    def size(self) -> int:
        """Bytes in all."""
        return sum(item.size for item in (self.model, self.description, self.card) if item)


def read_catalogue(data: bytes, url: str) -> list[Entry]:
    """Return the voices of a catalogue; entries that lack a model are passed over.

    Raises:
        BadCatalogue: it is none.
    """
    try:
        found = json.loads(data)
        return [entry for key, facts in found.items() if (entry := _entry(str(key), facts))]
    except (ValueError, AttributeError, TypeError, RecursionError):
        raise BadCatalogue(url=url) from None


def voices_for(entries: Sequence[Entry], language: str, quality: str = "") -> list[Entry]:
    """Return the voices of a language, the one to take first; only those of a quality if one is named.

    Raises:
        NotInCatalogue: there is none.
    """
    tag = language.lower()
    found = [
        entry
        for entry in entries
        if tag in {entry.language.lower(), base(entry.language)} and quality in {"", entry.quality}
    ]
    if not found:
        known = ", ".join(sorted({base(entry.language) for entry in entries})) or "nothing"
        raise NotInCatalogue(language=f"{language} {quality}".strip(), languages=known)
    return sorted(found, key=lambda entry: (rank(entry.quality), entry.key))


def rank(quality: str) -> int:
    """Return the place of a quality among the others, the one to take first being 0."""
    return QUALITIES.index(quality) if quality in QUALITIES else len(QUALITIES)


def _entry(key: str, facts: dict[str, Any]) -> Entry | None:
    if not NAME.fullmatch(key):  # it names a folder while the voice is on its way
        return None
    items = [
        Item(str(path), int(about.get("size_bytes", 0)), str(about.get("md5_digest", "")))
        for path, about in facts.get("files", {}).items()
    ]
    model = next((item for item in items if item.path.endswith(".onnx")), None)
    description = next((item for item in items if item.path.endswith(".onnx.json")), None)
    if model is None or description is None:
        return None
    card = next((item for item in items if item.path.endswith("MODEL_CARD")), None)
    language = str(facts.get("language", {}).get("code", "")).replace("_", "-")
    name = str(facts.get("name", key))
    return Entry(key, language, name, str(facts.get("quality", "")), model, description, card)
