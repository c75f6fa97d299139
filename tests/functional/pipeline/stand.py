"""A whole stand in a folder of its own, driven from outside as an operator drives it."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


class Stand:
    """The data folder, its databases, and its worker process."""

    def __init__(self, data: Path, **options: str) -> None:
        self.data = data
        self.log = data.parent / f"{data.name}.log"
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("KUSHK_", "DJANGO_"))},
            "PYTHONPATH": str(ROOT / "src"),
            "KUSHK_DATA": str(data),
            "KUSHK_SAMPLE": "no",
            **{f"KUSHK_{name}": value for name, value in options.items()},
        }
        self.worker: subprocess.Popen[bytes] | None = None

    def python(self, code: str) -> str:
        """Run code inside the stand, tables ready."""
        whole = f"from kushk.config.setup import ready_stand\nready_stand()\n{code}"
        done = subprocess.run(
            [sys.executable, "-c", whole],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=280,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.worker = subprocess.Popen(
                [sys.executable, "-m", "kushk", "work"], env=self.environment, stdout=log, stderr=log
            )

    def end(self, number: signal.Signals = signal.SIGKILL) -> tuple[int, float]:
        """Send the worker a signal; return its exit status and how many seconds it took to go."""
        assert self.worker is not None
        began = time.monotonic()
        self.worker.send_signal(number)
        status = self.worker.wait(30)
        self.worker = None
        return status, time.monotonic() - began

    def ask(self, query: str, *, jobs: bool = False) -> list[tuple[object, ...]]:
        """Return the rows of a query, read from outside; none while the tables are not there."""
        file = self.data / ("jobs.sqlite3" if jobs else "kushk.sqlite3")
        if not file.exists():
            return []
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=10)) as database:
            try:
                return database.execute(query).fetchall()
            except sqlite3.OperationalError:
                return []

    def one(self, query: str, *, jobs: bool = False) -> object:
        rows = self.ask(query, jobs=jobs)
        return rows[0][0] if rows else None

    def wait_for(self, true: Callable[[], bool], seconds: float = 240) -> None:
        deadline = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < deadline, f"waited in vain; the worker says:\n{self.log.read_text()[-3000:]}"
            assert self.worker is None or self.worker.poll() is None, self.log.read_text()[-3000:]
            time.sleep(0.02)
