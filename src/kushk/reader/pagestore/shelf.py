"""Finished pages on disk, for all processes of the stand and for the next start: a SQLite file that may vanish.

Nothing here is worth an error: what cannot be read is rendered again, what cannot be written is not kept.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kushk.reader.pagestore.page import Page, from_facts

_WAIT = 0.2
"""Seconds to wait for another process that writes."""
_LOOK_EVERY = 64
"""Pages kept between two looks at the size of all."""

_PREPARE = """
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = OFF;
    CREATE TABLE IF NOT EXISTS page (
        key TEXT PRIMARY KEY, software TEXT NOT NULL, kept_at INTEGER NOT NULL, size INTEGER NOT NULL,
        facts TEXT NOT NULL, packed BLOB NOT NULL);
    CREATE INDEX IF NOT EXISTS page_age ON page (kept_at, size);
"""
_GET = "SELECT packed, facts FROM page WHERE key = ? AND software = ?"
_PUT = "INSERT OR REPLACE INTO page (key, software, kept_at, size, facts, packed) VALUES (?, ?, ?, ?, ?, ?)"
_OLD = "DELETE FROM page WHERE kept_at < ?"
_OLDEST = 24 * 3600 * 10**9
"""Nanoseconds after which a page is dropped: it shows a date that is over, or what may have been taken down since."""
_TRIM = """
    DELETE FROM page WHERE kept_at <= (
        SELECT max(kept_at) FROM (SELECT kept_at, sum(size) OVER (ORDER BY kept_at DESC) AS total FROM page)
        WHERE total > ?)
"""


@dataclass
class Shelf:
    """Pages by key, of one version of the software."""

    path: Path
    bound: int
    software: str
    _open: sqlite3.Connection | None = None
    _process: int = 0
    _puts: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, key: str) -> Page | None:
        """Return the page of a key, None when there is none that can be read."""
        with self._lock:
            try:
                row = self._database().execute(_GET, (key, self.software)).fetchone()
                return from_facts(*row) if row else None
            except (sqlite3.Error, OSError, ValueError, TypeError) as fault:
                self._give_up(fault)
        return None

    def put(self, key: str, page: Page) -> None:
        """Keep a page, and now and then drop the oldest until all fit."""
        row = (key, self.software, time.time_ns(), page.size, page.facts(), page.packed)
        with self._lock:
            try:
                database = self._database()
                database.execute(_PUT, row)
                if self._puts % _LOOK_EVERY == 0:
                    database.execute(_OLD, (row[2] - _OLDEST,))
                    database.execute(_TRIM, (self.bound,))
                self._puts += 1
            except (sqlite3.Error, OSError) as fault:
                self._give_up(fault)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._let_go()

    def _database(self) -> sqlite3.Connection:
        if self._open is None or self._process != os.getpid():
            self._open, self._process = self._prepared(), os.getpid()
        return self._open

    def _prepared(self) -> sqlite3.Connection:
        database = sqlite3.connect(self.path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
        try:
            database.executescript(_PREPARE)
            database.execute("DELETE FROM page WHERE software <> ?", (self.software,))
            database.execute(_OLD, (time.time_ns() - _OLDEST,))
        except sqlite3.Error:
            database.close()
            raise
        return database

    def _give_up(self, fault: Exception) -> None:
        """Begin with an empty file where this one is broken; one that is only busy stays."""
        self._let_go()
        if isinstance(fault, sqlite3.DatabaseError) and not isinstance(fault, sqlite3.OperationalError):
            for ending in ("", "-wal", "-shm"):
                with suppress(OSError):
                    Path(f"{self.path}{ending}").unlink(missing_ok=True)

    def _let_go(self) -> None:
        if self._open is not None:
            self._open.close()
        self._open = None
