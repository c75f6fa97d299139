"""Clips are made once, however many ask for them at once, by few at a time, and kept whole or not at all."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kushk.core.errors import KushkError
from kushk.renditions.alone import alone_with
from kushk.renditions.budget import Budget
from kushk.renditions.narration.sound.clip import Encoded, pack, read_notes, unpack
from kushk.renditions.narration.sound.parts import DamagedClip, Shape
from kushk.renditions.narration.speakers import Speakers
from kushk.renditions.narration.speaking import Planned, speak
from kushk.renditions.shelf import Shelf

AT_ONCE = 2
"""Clips that a process makes at a time."""
WAITING = 24
"""How many may wait for their turn in a process."""
RETRY_SECONDS = 2
_REMEMBERED_SECONDS = 3.0
"""For how long a clip that could not be made is not tried again."""
_MOST_REMEMBERED = 1_000
_FOR_EVER = 1 << 62
"""Bytes: what a person has read cannot be made again."""


class TooMany(KushkError):
    """More clips are wanted at once than can be made."""

    code = "speech-busy"
    words = "Too many are listening for the first time right now. Try again in a moment."

    @property
    def retry_after(self) -> int:
        """Seconds."""
        return RETRY_SECONDS


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a clip that lies on the shelf."""

    shape: Shape
    notes: dict[str, Any]


class Maker:
    """The shelf of clips, and the way to new ones."""

    def __init__(self, folder: Path, speakers: Speakers, budget: Budget, most_bytes: int) -> None:
        self.speakers = speakers
        self.budget = budget
        self.made = 0
        """Clips that this process has made."""
        self._folder = folder
        self._shelf = Shelf(folder / "clips", most_bytes, every=256)
        self._recorded = Shelf(folder / "recorded", _FOR_EVER)
        self._slots = threading.BoundedSemaphore(AT_ONCE)
        self._waiting = threading.BoundedSemaphore(WAITING)
        self._failed: dict[str, tuple[float, KushkError]] = {}

    def known(self, plan: Planned) -> Known | None:
        """Return what is known of a line's clip, None while there is none."""
        try:
            with (self._shelf_of(plan).folder / _name(plan)).open("rb") as file:
                return Known(*read_notes(file))
        except FileNotFoundError:
            return None
        except DamagedClip:
            self._shelf_of(plan).forget(_name(plan))
            return None

    def clip(self, plan: Planned, address: str = "") -> tuple[Encoded, dict[str, Any]]:
        """Return a line's clip, from the shelf or made now.

        Args:
            plan: the line.
            address: of the one who asks, for the budget; empty for the stand's own work.

        Raises:
            TooMany: others are waiting already.
            Overspent: the day's budget is used up.
            SpeechError: the voice cannot.
        """
        return self._kept(plan) or self._one_for_all(plan, address)

    def keep(self, plan: Planned, clip: Encoded, notes: dict[str, Any]) -> None:
        """Keep a line's clip that was recorded, for ever."""
        self._recorded.put(_name(plan), pack(clip, notes))

    def _shelf_of(self, plan: Planned) -> Shelf:
        return self._shelf if all(run.voice.synthetic for run in plan.runs) else self._recorded

    def _one_for_all(self, plan: Planned, address: str) -> tuple[Encoded, dict[str, Any]]:
        """Make a clip unless another thread or process is making it: then wait for that one."""
        with alone_with(self._folder / "locks", plan.key):
            kept = self._kept(plan)
            if kept is not None:
                return kept
            self._refuse_what_failed(plan.key)
            with self._turn():
                return self._make(plan, address)

    def _make(self, plan: Planned, address: str) -> tuple[Encoded, dict[str, Any]]:
        self.budget.spend(len(plan.line.text), {"day": "", "address": address}, free=not address)
        try:
            clip, notes = speak(plan, self.speakers)
        except KushkError as fault:
            if len(self._failed) > _MOST_REMEMBERED:
                self._failed.clear()
            self._failed[plan.key] = (time.monotonic(), fault)
            raise
        self.made += 1
        with suppress(OSError):  # a full disk is no reason to refuse what was spoken
            self._shelf.put(_name(plan), pack(clip, notes))
        return clip, notes

    def _kept(self, plan: Planned) -> tuple[Encoded, dict[str, Any]] | None:
        data = self._shelf_of(plan).get(_name(plan))
        try:
            return None if data is None else unpack(data)
        except DamagedClip:
            self._shelf_of(plan).forget(_name(plan))
            return None

    def _refuse_what_failed(self, key: str) -> None:
        when, fault = self._failed.get(key, (0.0, None))
        if fault is not None and time.monotonic() - when < _REMEMBERED_SECONDS:
            raise fault

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._waiting.acquire(blocking=False):
            raise TooMany
        try:
            with self._slots:
                yield
        finally:
            self._waiting.release()


def _name(plan: Planned) -> str:
    return f"{plan.key}.clip"
