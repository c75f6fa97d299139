"""Runs the parts of the stand as one group: what dies is started again, and all of it stops together."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import FrameType

GRACE_SECONDS = 10.0
"""How long a part may take to stop before it is killed."""

QUICK_DEATH_SECONDS = 5.0
QUICK_DEATHS = 12
"""A part that dies this many times in a row, each time soon after its start, is given up. A job that kills its
worker is set aside before that (``pipeline.engine.RECOVERIES``)."""

_PR_SET_PDEATHSIG = 1  # linux/prctl.h


@dataclass
class Part:
    """One program of the group."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    quick_deaths: int = 0
    next_start: float = field(default=0.0)

    def start(self) -> None:
        """Start the program in a session of its own, so that a Ctrl-C reaches the supervisor alone."""
        self.started = time.monotonic()
        dies_along = _die_with_parent if sys.platform == "linux" else None
        self.process = subprocess.Popen(self.command, start_new_session=True, preexec_fn=dies_along)  # noqa: PLW1509 - one system call

    def note_death(self) -> None:
        """Decide when the program that just ended may be started again."""
        lived = time.monotonic() - self.started
        self.quick_deaths = self.quick_deaths + 1 if lived < QUICK_DEATH_SECONDS else 0
        self.next_start = time.monotonic() + min(2.0**self.quick_deaths / 4, 30)
        self.process = None


class Supervisor:
    """Keeps its parts running until it is told to stop."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts
        self.stopping = False

    def run(self) -> int:
        """Run until SIGINT or SIGTERM, or until a part is past help; return the exit status."""
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, self._stop)
        failed = False
        while not self.stopping and not failed:
            failed = not all(self._tend(part) for part in self.parts)
            time.sleep(0.05)
        self._end_all()
        return 1 if failed else 0

    def _stop(self, _signal: int, _frame: FrameType | None) -> None:
        self.stopping = True

    def _tend(self, part: Part) -> bool:
        if part.process is not None and (status := part.process.poll()) is not None:
            print(f"kushk: {part.name} ended with status {status}", file=sys.stderr)
            part.note_death()
        if part.quick_deaths >= QUICK_DEATHS:
            print(f"kushk: {part.name} does not stay up, giving up", file=sys.stderr)
            return False
        if part.process is None and time.monotonic() >= part.next_start:
            part.start()
        return True

    def _end_all(self) -> None:
        running = [part.process for part in self.parts if part.process is not None]
        for process in running:
            process.terminate()
        deadline = time.monotonic() + GRACE_SECONDS
        for process in running:
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                _kill_session(process.pid)
                process.wait()


def _kill_session(leader: int) -> None:
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
