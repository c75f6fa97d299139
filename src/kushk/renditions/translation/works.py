"""Translations that are being made right now: one for all who wait for it, with its progress, some at a time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from kushk.core.errors import KushkError
from kushk.renditions.translation.translator import Found

AT_ONCE = 4
"""Stories that a process translates at a time; others wait."""
WAITING = 64
"""Stories that may wait in a process."""
_REMEMBERED_SECONDS = 15.0
"""For how long it is remembered why a story could not be translated."""


class TooManyTranslations(KushkError):
    """More stories are wanted at once than can be translated."""

    code = "translation-busy"
    words = "Too many stories are being translated right now. Try again in a moment."


@dataclass
class Work:
    """One story on its way into one language."""

    total: int
    done: int = 0
    """Sentences that are there."""
    fault: KushkError | None = None
    ended: float = 0.0
    """When it ended, by the monotonic clock; 0 while it runs or waits."""
    begun: bool = False
    _moved: threading.Condition = field(default_factory=threading.Condition)

    def tell(self, found: Found) -> None:
        """Note what came, and wake those who wait."""
        with self._moved:
            self.done += len(found)
            self._moved.notify_all()

    def end(self, fault: KushkError | None) -> None:
        """Note that no more comes."""
        with self._moved:
            self.fault, self.ended = fault, time.monotonic()
            self._moved.notify_all()

    def wait(self, seconds: float) -> None:
        """Return when all is there, or after so many seconds."""
        with self._moved:
            self._moved.wait_for(lambda: self.ended, seconds)


class Works:
    """The works of a process by what they make."""

    def __init__(self) -> None:
        self._works: dict[str, Work] = {}
        self._lock = threading.Lock()
        self._slots = threading.BoundedSemaphore(AT_ONCE)

    def of(self, name: str, total: int, make: Callable[[Callable[[Found], None]], object]) -> Work:
        """Return the work of this name; begin it unless it runs already or has failed just now.

        Args:
            name: what tells it from others.
            total: sentences of the whole.
            make: does it, and calls what it is given with what came.

        Raises:
            TooManyTranslations: too many wait already.
        """
        with self._lock:
            self._tidy()
            known = self._works.get(name)
            if known is not None and (not known.ended or known.fault is not None):
                return known
            if sum(not work.ended for work in self._works.values()) >= WAITING:
                raise TooManyTranslations
            work = self._works[name] = Work(total)
        threading.Thread(target=self._run, args=(work, make), name="translation", daemon=True).start()
        return work

    def known(self, name: str) -> Work | None:
        """Return a work that runs or has failed just now."""
        with self._lock:
            self._tidy()
            return self._works.get(name)

    def waiting_before(self, work: Work) -> int:
        """Return how many works that have not begun stand before this one."""
        with self._lock:
            waiting = [each for each in self._works.values() if not each.begun]
        return waiting.index(work) if work in waiting else 0

    def _tidy(self) -> None:
        now = time.monotonic()
        old = [name for name, work in self._works.items() if work.ended and now - work.ended > _REMEMBERED_SECONDS]
        done = [name for name, work in self._works.items() if work.ended and work.fault is None]
        for name in {*old, *done}:
            del self._works[name]

    def _run(self, work: Work, make: Callable[[Callable[[Found], None]], object]) -> None:
        with self._slots:
            work.begun = True
            try:
                make(work.tell)
            except KushkError as fault:
                work.end(fault)
            except BaseException:
                work.end(KushkError())
                raise
            else:
                work.end(None)
