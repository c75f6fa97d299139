"""How much may be made in a day before somebody has to wait: for one asker, for one engine, and for all together.

Counted in characters, which is what making costs. What was made before costs nothing and is never refused. One
small file holds the counts of today. Who asked is kept as a hash under a key that is made anew each day and for no
longer than that day.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import threading
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kushk.core.errors import KushkError

_TABLES = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS today (day TEXT PRIMARY KEY, key BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS counts (who BLOB PRIMARY KEY, characters INTEGER NOT NULL);
"""


class Overspent(KushkError):
    """So much was made today that no more is."""

    code = "budget"
    words = "No more can be made for now. Try again in {seconds} seconds."

    @property
    def retry_after(self) -> int:
        """Seconds."""
        return int(str(self.data["seconds"]))


class Budget:
    """Counts of a day, shared by all processes of the stand."""

    def __init__(
        self,
        path: Path,
        limits: Mapping[str, int],
        overspent: type[Overspent] = Overspent,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        """Prepare.

        Args:
            path: the file with the counts.
            limits: characters in a day by the kind of what they are counted for; a kind that is missing has none.
            overspent: what is raised.
            now: the clock.
        """
        self.path, self.limits, self.overspent = path, limits, overspent
        self._now = now or (lambda: datetime.now(UTC))
        self._lock = threading.Lock()

    def spend(self, characters: int, who: Mapping[str, str], *, free: bool = False) -> None:
        """Count characters that are about to be made, or refuse them.

        Args:
            characters: how many.
            who: for whom, by kind: ``{"day": "", "address": "192.0.2.7"}``.
            free: count, but never refuse: for the stand's own work.

        Raises:
            Overspent: it would be more than a day has, for any of them.
        """
        with self._lock, closing(self._opened()) as file:
            file.execute("BEGIN IMMEDIATE")
            key = self._today(file)
            names = {kind: _name(key, kind, each) for kind, each in who.items()}
            for kind, name in names.items():
                spent = file.execute("SELECT characters FROM counts WHERE who = ?", (name,)).fetchone() or (0,)
                limit = self.limits.get(kind)
                if not free and limit is not None and spent[0] + characters > limit:
                    file.rollback()
                    raise self.overspent(seconds=self._until_tomorrow())
            file.executemany(
                "INSERT INTO counts VALUES (?, ?) "
                "ON CONFLICT (who) DO UPDATE SET characters = characters + excluded.characters",
                [(name, characters) for name in names.values()],
            )
            file.commit()

    def give_back(self, characters: int, who: Mapping[str, str]) -> None:
        """Count that what was spent was not used."""
        self.spend(-characters, who, free=True)

    def _opened(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        file = sqlite3.connect(self.path, timeout=20, isolation_level=None)
        file.executescript(_TABLES)
        return file

    def _today(self, file: sqlite3.Connection) -> bytes:
        """Return today's key; on a new day it is new and what was counted before is forgotten."""
        today = self._now().date().isoformat()
        row: tuple[bytes] | None = file.execute("SELECT key FROM today WHERE day = ?", (today,)).fetchone()
        if row is None:
            row = (secrets.token_bytes(32),)
            file.execute("DELETE FROM today")
            file.execute("DELETE FROM counts")
            file.execute("INSERT INTO today VALUES (?, ?)", (today, *row))
        return row[0]

    def _until_tomorrow(self) -> int:
        now = self._now()
        midnight = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
        return max(1, int((midnight - now).total_seconds()))


def _name(key: bytes, kind: str, who: str) -> bytes:
    return hashlib.blake2b(f"{kind}\0{who}".encode(), key=key, digest_size=16).digest()
