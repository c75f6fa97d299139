"""What a podcast says: pure values, gathered by ``gathering.py`` and written down by ``rss.py``."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

_NAMESPACE = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""Podcasting 2.0, ``podcast:guid``."""


@dataclass(frozen=True, slots=True)
class Episode:
    """One story that is spoken from its first line to its last. Addresses are absolute."""

    guid: str
    """The story's public id: the same for ever, whatever is corrected."""
    title: str
    page: str
    published: datetime
    language: str
    direction: str
    summary: str
    byline: str
    audio: str
    captions: str
    size: int
    """Bytes of the audio file."""
    seconds: float
    voice: str
    """Says whose voice it is."""
    synthetic: bool


@dataclass(frozen=True, slots=True)
class Channel:
    """A podcast. Addresses are absolute."""

    address: str
    """Of the feed itself."""
    page: str
    cover: str
    title: str
    author: str
    description: str
    language: str
    """BCP 47 tag; empty when it is not known."""
    direction: str
    licence: str
    episodes: tuple[Episode, ...]

    @property
    def voices(self) -> tuple[str, ...]:
        """What is said of the synthetic voices that are heard in it, each once."""
        return tuple(dict.fromkeys(each.voice for each in self.episodes if each.synthetic))


def guid_of(address: str) -> str:
    """Return a podcast's own id in all directories (Podcasting 2.0): a hash of its address without the scheme."""
    return str(uuid.uuid5(_NAMESPACE, address.partition("://")[2].rstrip("/")))
