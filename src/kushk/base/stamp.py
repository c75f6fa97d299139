"""A stamp that changes whenever anything in the database does, so that what was made from it can be kept until then."""

from __future__ import annotations

import mmap
import os
import sqlite3
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Stamp = tuple[int, int]

_HEADER = 48
"""Bytes of the WAL-index header, which every commit rewrites (https://sqlite.org/walformat.html, 2.1).

SQLite's own ``data_version`` is told by comparing them. They lie in memory that all processes share, so that we can see
that they are the same without a single system call: asking SQLite takes eight microseconds, looking takes a half.
"""
_LOOK_AT_FILE = 1.0
"""Seconds after which we look whether another file has been put in the database's place."""


@dataclass
class Watch:
    """A connection of its own that only looks: SQLite tells it of every commit that another one made."""

    path: str
    _looking: sqlite3.Connection | None = None
    _opened: tuple[int, int, int] = (0, 0, 0)
    """Device, number and process for which the file was opened."""
    _times: int = 0
    _look_next: float = 0.0
    _shared: mmap.mmap | None = None
    _header: bytes = b""
    _stamp: Stamp = (0, 0)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def stamp(self) -> Stamp | None:
        """Return the stamp of what is committed now, None where it cannot be told and nothing may be kept.

        Two equal stamps of one watch mean that nothing was committed between them
        (``PRAGMA data_version``, https://sqlite.org/pragma.html#pragma_data_version).
        """
        try:
            with self._lock:
                if time.monotonic() >= self._look_next:
                    self._look_at_file()
                header = self._shared[:_HEADER] if self._shared else b""
                if not header or header != self._header:
                    (version,) = self._asked("PRAGMA data_version", ())
                    self._stamp, self._header = (self._times, version), header
                return self._stamp
        except (OSError, ValueError, sqlite3.Error):
            return None

    def ask(self, statement: str, values: tuple[int, ...] = ()) -> Any:
        """Return the one row that a statement gives.

        Raises:
            OSError: there is no such file.
            sqlite3.Error: it cannot answer.
        """
        with self._lock:
            if self._looking is None:
                self._look_at_file()
            return self._asked(statement, values)

    def _asked(self, statement: str, values: tuple[int, ...]) -> Any:
        if self._looking is None:
            raise sqlite3.OperationalError(self.path)
        return self._looking.execute(statement, values).fetchone()

    def _look_at_file(self) -> None:
        """Open the file anew: the first time, when another stands in its place, and in a process of a fork."""
        found = os.stat(self.path)  # noqa: PTH116 - often
        file = found.st_dev, found.st_ino, os.getpid()
        if self._looking is None or file != self._opened:
            if self._looking is not None and self._opened[2] == file[2]:
                self._looking.close()
            self._opened, self._times, self._header = file, self._times + 1, b""
            self._looking = sqlite3.connect(f"{Path(self.path).as_uri()}?mode=ro", uri=True, check_same_thread=False)
            self._looking.execute("PRAGMA data_version").fetchone()  # SQLite opens the shared memory
            self._shared = _shared_memory(self.path)
        self._look_next = time.monotonic() + _LOOK_AT_FILE


def _shared_memory(path: str) -> mmap.mmap | None:
    """Return the WAL-index of a database, None where it has none or the system shows none."""
    try:
        descriptor = os.open(f"{path}-shm", os.O_RDONLY)
        memory = mmap.mmap(descriptor, _HEADER, access=mmap.ACCESS_READ)
    except (OSError, ValueError):
        return None
    _held.append(memory)
    return memory


_held: list[mmap.mmap] = []
"""Never closed, and neither are their files: POSIX takes all locks of a process off a file when the process closes it
anywhere, and SQLite relies on its locks (https://sqlite.org/howtocorrupt.html, 2.2)."""
