"""The translation memory: one file for all stories, in which each sentence is translated once."""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kushk.engines.translation.interface import Span
from kushk.renditions.alone import alone_with
from kushk.renditions.translation.units import Origin, Unit

FILE = "translations.sqlite3"
"""In the data folder."""

_COLUMNS = (
    "key text_key source target source_text text spans context engine title version via draft made_at reviewed_at "
    "reviewer problems"
).split()
_TABLE = f"""
CREATE TABLE IF NOT EXISTS unit ({", ".join(f"{name} TEXT NOT NULL" for name in _COLUMNS)}, PRIMARY KEY (key));
CREATE INDEX IF NOT EXISTS unit_text ON unit (text_key);
CREATE INDEX IF NOT EXISTS unit_reviewed ON unit (reviewed_at) WHERE reviewed_at <> '';
"""
_READY = "SELECT 1 FROM sqlite_master WHERE name = 'unit_reviewed'"
_PUT = f"INSERT OR REPLACE INTO unit VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608 -- question marks
_AT_ONCE = 500
"""Keys of one question."""


class Memory:
    """Units on disk, shared by every process of the stand. May be asked from any thread."""

    def __init__(self, path: Path) -> None:
        """Prepare; the file is made by the first question."""
        self.path = path
        self._own = threading.local()

    def find(self, text_keys: Sequence[str]) -> dict[str, list[Unit]]:
        """Return the units of these texts, by text."""
        found: dict[str, list[Unit]] = defaultdict(list)
        for start in range(0, len(text_keys), _AT_ONCE):
            part = text_keys[start : start + _AT_ONCE]
            places = ", ".join("?" * len(part))
            for row in self._file().execute(f"SELECT * FROM unit WHERE text_key IN ({places})", part):  # noqa: S608
                found[row[1]].append(_unit(row))
        return found

    def keep(self, units: Iterable[Unit]) -> None:
        """Keep units; one of the same key is replaced."""
        file = self._file()
        with file:
            file.executemany(_PUT, [_row(unit) for unit in units])

    def get(self, key: str) -> Unit | None:
        """Return the unit of a key."""
        row = self._file().execute("SELECT * FROM unit WHERE key = ?", (key,)).fetchone()
        return _unit(row) if row else None

    def forget(self, key: str) -> None:
        """Drop a unit."""
        file = self._file()
        with file:
            file.execute("DELETE FROM unit WHERE key = ?", (key,))

    def units(self, source: str = "", target: str = "", *, reviewed: bool = False) -> Iterator[Unit]:
        """Yield all units, or those of a pair, or those that people stand for; in a fixed order."""
        conditions = [f"{name} = ?" for name, value in (("source", source), ("target", target)) if value]
        conditions += ["reviewed_at <> ''"] if reviewed else []
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        values = [value for value in (source, target) if value]
        rows = self._file().execute(f"SELECT * FROM unit {where} ORDER BY source, target, key", values)  # noqa: S608
        yield from map(_unit, rows)

    def counts(self) -> list[tuple[str, str, int, int]]:
        """Return source, target, units and reviewed units of each pair."""
        asked = "SELECT source, target, count(*), sum(reviewed_at <> '') FROM unit GROUP BY source, target"
        return [tuple(row) for row in self._file().execute(f"{asked} ORDER BY source, target")]

    def close(self) -> None:
        """Close this thread's connection."""
        kept = getattr(self._own, "file", None)
        if kept is not None:
            kept.close()
            self._own.file = None

    def _file(self) -> sqlite3.Connection:
        if getattr(self._own, "file", None) is None or self._own.process != os.getpid():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            file = sqlite3.connect(self.path, timeout=20)
            file.execute("PRAGMA synchronous=NORMAL")
            if not file.execute(_READY).fetchone():
                with alone_with(
                    self.path.parent / "translation" / "locks", "00"
                ):  # SQLite does not wait to change a file's journal
                    file.execute("PRAGMA journal_mode=WAL")
                    file.executescript(_TABLE)
            self._own.file, self._own.process = file, os.getpid()
        return self._own.file  # type: ignore[no-any-return]


def _row(unit: Unit) -> tuple[str, ...]:
    origin = unit.origin
    spans = json.dumps([[span.id, span.start, span.end] for span in unit.spans])
    return (
        *(unit.key, unit.text_key, unit.source, unit.target, _storable(unit.source_text), _storable(unit.text), spans),
        *(unit.context, origin.engine, origin.title, origin.version, " ".join(origin.via), "1" if origin.draft else ""),
        *(origin.made_at, origin.reviewed_at, origin.reviewer, " ".join(unit.problems)),
    )


def _unit(row: Sequence[str]) -> Unit:
    key, text_key, source, target, source_text, text = row[:6]
    return Unit(
        *(key, text_key, source, target, source_text, text),
        spans=tuple(Span(*span) for span in json.loads(row[6])) if row[6] != "[]" else (),
        context=row[7],
        origin=Origin(row[8], row[9], row[10], tuple(row[11].split()), bool(row[12]), row[13], row[14], row[15]),
        problems=tuple(row[16].split()),
    )


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
