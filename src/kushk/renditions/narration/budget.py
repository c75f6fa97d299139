"""How much may be spoken in a day: characters that are really spoken now, not those that lie on the shelf.

One small SQLite file beside the clips holds the counts of today. Addresses are kept as hashes under a key that is made
anew each day and for no longer than that day.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kushk.core.errors import KushkError

_TABLES = """
CREATE TABLE IF NOT EXISTS day (day TEXT PRIMARY KEY, key BLOB NOT NULL, characters INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS spent (who BLOB PRIMARY KEY, characters INTEGER NOT NULL);
"""


class Overspent(KushkError):
    """So much was spoken today, for one address or for all, that no more is."""

    code = "speech-budget"
    words = "No more can be read aloud for now. Try again in {seconds} seconds; what was made before plays on."

    @property
    def retry_after(self) -> int:
        """Seconds."""
        return int(str(self.data["seconds"]))


class Budget:
    """Counts of a day, shared by all processes of the stand."""

    def __init__(self, path: Path, *, day: int, address: int, now: Callable[[], datetime] | None = None) -> None:
        """Prepare.

        Args:
            path: the file with the counts.
            day: characters for everybody together.
            address: characters for one address.
            now: the clock.
        """
        self.path, self.day, self.address = path, day, address
        self._now = now or (lambda: datetime.now(UTC))
        self._lock = threading.Lock()

    def spend(self, characters: int, address: str) -> None:
        """Count characters that are about to be spoken, or refuse them.

        Args:
            characters: how many.
            address: of the one who asks; empty for the stand itself, which counts but is never refused.

        Raises:
            Overspent: it would be more than a day has.
        """
        with self._lock, closing(self._opened()) as file:
            file.execute("BEGIN IMMEDIATE")
            key, whole = self._today(file)
            who = hashlib.blake2b(address.encode(), key=key, digest_size=16).digest() if address else b""
            own = file.execute("SELECT characters FROM spent WHERE who = ?", (who,)).fetchone() or (0,)
            if address and (whole + characters > self.day or own[0] + characters > self.address):
                file.rollback()
                raise Overspent(seconds=self._until_tomorrow())
            file.execute("UPDATE day SET characters = characters + ?", (characters,))
            file.execute(
                "INSERT INTO spent VALUES (?, ?) "
                "ON CONFLICT (who) DO UPDATE SET characters = characters + excluded.characters",
                (who, characters),
            )
            file.commit()

    def _opened(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        file = sqlite3.connect(self.path, timeout=20, isolation_level=None)
        file.executescript(_TABLES)
        return file

    def _today(self, file: sqlite3.Connection) -> tuple[bytes, int]:
        """Return today's key and count; on a new day both are new and what was counted before is forgotten."""
        today = self._now().date().isoformat()
        row = file.execute("SELECT key, characters FROM day WHERE day = ?", (today,)).fetchone()
        if row is None:
            row = (secrets.token_bytes(32), 0)
            file.execute("DELETE FROM day")
            file.execute("DELETE FROM spent")
            file.execute("INSERT INTO day VALUES (?, ?, ?)", (today, *row))
        return row[0], row[1]

    def _until_tomorrow(self) -> int:
        now = self._now()
        midnight = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
        return max(1, int((midnight - now).total_seconds()))
