"""Finished feeds: made when they are asked for, kept for a short while, dropped at once when their stories change."""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from kushk.library import api as library
from kushk.renditions.narration import api as narration
from kushk.syndication.gathering import Gathered, Planned, Wanted, gathered
from kushk.syndication.rss import written

_WISHED_AGAIN = 60.0
"""Seconds between two wishes for what a podcast lacks."""
_HOLDS = 30.0
"""Seconds after which it is looked whether more stories have been spoken."""
_PLANS_HOLD = 900.0
"""Seconds after which every story is looked at anew: a person's voice may have taken the place of the stand's."""
_MOST_KEPT = 256
_FOLDER = "podcasts"


@dataclass(frozen=True, slots=True)
class Feed:
    """The bytes of a feed."""

    data: bytes
    etag: str
    """With its quotation marks."""
    modified: float | None
    """When these bytes were first given out, in Unix time; None where that could not be noted."""


@dataclass
class Feeds:
    """The feeds of a process."""

    _planned: Planned = field(default_factory=Planned)
    _planned_at: float = field(default_factory=time.monotonic)
    _kept: OrderedDict[str, tuple[int, float, Feed]] = field(default_factory=OrderedDict)
    _wished: dict[str, float] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, wanted: Wanted) -> Feed:
        """Return a podcast's feed, made now unless it was made a moment ago from the same stories."""
        with self._lock:
            version = _version(wanted.publication)
            feed = self._found(wanted.name, version)
            if feed is None:
                made = gathered(wanted, self._plans(), version)
                feed = _feed(wanted.name, written(made.channel))
                self._keep(wanted.name, version, feed)
                self._wish(wanted, made)
            return feed

    def _plans(self) -> Planned:
        if time.monotonic() - self._planned_at > _PLANS_HOLD:
            self._planned, self._planned_at = Planned(), time.monotonic()
        return self._planned

    def _found(self, name: str, version: int | None) -> Feed | None:
        known, when, feed = self._kept.get(name, (None, 0.0, None))
        return feed if version and known == version and time.monotonic() - when < _HOLDS else None

    def _keep(self, name: str, version: int | None, feed: Feed) -> None:
        if version:
            self._kept[name] = (version, time.monotonic(), feed)
            self._kept.move_to_end(name)
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)

    def _wish(self, wanted: Wanted, made: Gathered) -> None:
        """Have the worker speak what is missing. A full disk is no reason to refuse what there is."""
        now = time.monotonic()
        if made.complete or now - self._wished.get(wanted.name, -_WISHED_AGAIN) < _WISHED_AGAIN:
            return
        if len(self._wished) > _MOST_KEPT:
            self._wished.clear()
        self._wished[wanted.name] = now
        with contextlib.suppress(OSError):
            narration.wish(wanted.publication)


def _version(publication: library.Publication) -> int | None:
    asked = library.versions()
    return asked.newest(frozenset({publication.pk})) if asked else None


def _feed(name: str, data: bytes) -> Feed:
    tag = hashlib.blake2b(data, digest_size=12).hexdigest()
    return Feed(data, f'"{tag}"', _first_given(Path(settings.DATA) / _FOLDER / name, tag))


def _first_given(path: Path, tag: str) -> float | None:
    """Return since when a feed has these bytes: the date of a file that holds their tag, the same in all processes."""
    with contextlib.suppress(OSError):
        if path.read_text("ascii") == tag:
            return path.stat().st_mtime
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(tag, "ascii")
        temporary.replace(path)
        return path.stat().st_mtime
    except OSError:  # a full disk: the ETag does alone
        return None
