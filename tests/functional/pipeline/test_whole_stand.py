"""A whole stand, driven by its commands: backed up while it works, restored into an empty folder, compared."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from tests.functional.pipeline.stand import Stand


def kushk(stand: Stand, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kushk", *arguments]
    return subprocess.run(command, env=stand.environment, capture_output=True, text=True, check=False, timeout=280)


def tables(stand: Stand, *, jobs: bool = False) -> dict[str, list[tuple[object, ...]]]:
    names = stand.ask("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", jobs=jobs)
    rows = {str(name): stand.ask(f'SELECT * FROM "{name}"', jobs=jobs) for (name,) in names}  # noqa: S608 - our own
    return {name: sorted(found, key=repr) for name, found in rows.items()}


def files(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


@pytest.mark.slow
def test_a_restored_stand_has_all_rows_and_files(tmp_path: Path) -> None:
    stand = Stand(tmp_path / "data")
    stand.python("from kushk.pipeline.api import load_sample\nload_sample()")
    stand.start()
    stand.wait_for(lambda: bool(stand.one("SELECT count(*) FROM pipeline_worker")))
    made = kushk(stand, "backup", str(tmp_path / "stand.tar.gz"))
    assert made.returncode == 0, made.stderr
    stand.end()
    fresh = Stand(tmp_path / "fresh")
    restored = kushk(fresh, "restore", str(tmp_path / "stand.tar.gz"))
    assert restored.returncode == 0, restored.stderr
    was, now = tables(stand), tables(fresh)
    was.pop("pipeline_worker"), now.pop("pipeline_worker")
    assert len(was["library_story"]) >= 20
    assert now == was
    assert tables(fresh, jobs=True) == tables(stand, jobs=True)
    assert files(tmp_path / "fresh" / "media") == files(tmp_path / "data" / "media") != {}
    assert (fresh.data / "secret-key").read_text() == (stand.data / "secret-key").read_text()
    assert fresh.one("PRAGMA integrity_check") == "ok"
    again = kushk(fresh, "restore", str(tmp_path / "stand.tar.gz"))
    assert (again.returncode, "[stand-not-empty]" in again.stderr) == (1, True)
