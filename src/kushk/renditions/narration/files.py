"""Whole files of a narration, joined from its clips without encoding again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kushk.renditions.narration.making import Maker
from kushk.renditions.narration.narrated import Narrated, Timeline
from kushk.renditions.narration.sound import mp3, webm
from kushk.renditions.narration.sound.clip import Encoded, encoded
from kushk.renditions.narration.sound.grid import DELAY, RATE, STEP
from kushk.renditions.narration.sound.parts import Joined, Shape, Tags
from kushk.renditions.narration.speaking import Planned

MOST_SILENCE = 20
"""Steps."""


@dataclass(frozen=True, slots=True)
class _Part:
    plan: Planned | None
    """None for silence."""
    shape: Shape


@lru_cache(maxsize=MOST_SILENCE)
def silence(steps: int) -> Encoded:
    """Return a clip of silence.

    Args:
        steps: how long, from 1 to ``MOST_SILENCE`` steps of the grid.
    """
    import numpy as np

    return encoded(np.zeros(steps * STEP - DELAY, np.int16), RATE)


def as_mp3(timeline: Timeline, maker: Maker, tags: Tags) -> Joined:
    """Return a complete narration as one seekable MP3 file."""
    parts = _parts(timeline)
    load = _loader(parts, maker)
    return mp3.joined([part.shape.steps for part in parts], lambda number: load(number).mp3, tags)


def as_webm(timeline: Timeline, maker: Maker, tags: Tags) -> Joined:
    """Return a complete narration as one seekable WebM file with Opus."""
    parts = _parts(timeline)
    load = _loader(parts, maker)
    return webm.joined([part.shape for part in parts], lambda number: load(number).opus, tags)


def tags_of(narrated: Narrated, *, date: str = "", picture: bytes = b"") -> Tags:
    """Return what a narration's files tell of themselves; that a voice is synthetic is part of it."""
    voice = narrated.voice
    told = f"Synthetic voice: {voice.name}, {voice.engine}" if voice.synthetic else f"Read by {voice.name}"
    return Tags(narrated.headline, narrated.publication, narrated.publication, narrated.language, date, told, picture)


def _parts(timeline: Timeline) -> Sequence[_Part]:
    parts: list[_Part] = []
    for cued in timeline.lines:
        assert cued.known is not None  # noqa: S101 - only complete timelines are joined
        parts.append(_Part(cued.plan, cued.known.shape))
        if cued.plan.line.pause:
            parts.append(_Part(None, silence(cued.plan.line.pause).shape))
    return parts


def _loader(parts: Sequence[_Part], maker: Maker) -> Callable[[int], Encoded]:
    def load(number: int) -> Encoded:
        part = parts[number]
        return maker.clip(part.plan)[0] if part.plan else silence(part.shape.steps)

    return load
