"""Backup and restore: the whole stand comes back, and nothing that is not a stand of ours gets in."""

from __future__ import annotations

import hashlib
import io
import json
import sqlite3
import tarfile
from contextlib import closing
from pathlib import Path

import pytest

from kushk.pipeline.backup import DamagedBackup, NotABackup, StandNotEmpty, UnsafeBackup, backup, restore


def make_stand(data: Path) -> Path:
    (data / "media" / "ab").mkdir(parents=True)
    (data / "media" / "ab" / "picture.webp").write_bytes(b"\x00picture" * 1000)
    (data / "media" / "صورة.png").write_bytes(b"png")
    (data / "secret-key").write_text("secret")
    (data / "static").mkdir()
    (data / "static" / "made.css").write_text("not part of a backup")
    for name in ("kushk.sqlite3", "jobs.sqlite3"):
        with closing(sqlite3.connect(data / name)) as database, database:
            database.execute("PRAGMA journal_mode=WAL")
            database.execute("CREATE TABLE story (id INTEGER PRIMARY KEY, words TEXT)")
            database.executemany("INSERT INTO story (words) VALUES (?)", [(f"خبر {n}",) for n in range(500)])
    return data


def rows(file: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as database:
        return database.execute("SELECT * FROM story ORDER BY id").fetchall()


def files(data: Path) -> dict[str, bytes]:
    kept = [data / "secret-key", *(data / "media").rglob("*")]
    return {file.relative_to(data).as_posix(): file.read_bytes() for file in kept if file.is_file()}


def archive(path: Path, *members: tuple[tarfile.TarInfo, bytes], manifest: bool = True) -> Path:
    listed = [
        {"name": info.name, "bytes": len(body), "sha256": hashlib.sha256(body).hexdigest()} for info, body in members
    ]
    text = json.dumps({"format": "kushk-backup", "version": 1, "files": listed}).encode()
    with tarfile.open(path, "w:gz") as tar:
        for info, body in (*members, *([(tarfile.TarInfo("manifest.json"), text)] if manifest else [])):
            info.size = len(body) if info.isreg() else 0
            tar.addfile(info, io.BytesIO(body))
    return path


def test_restored_stand_has_every_row_and_every_file(tmp_path: Path) -> None:
    data = make_stand(tmp_path / "stand")
    report = backup(data, tmp_path / "out" / "stand.tar.gz")
    restored = restore(report.path, tmp_path / "fresh")
    assert restored.files == report.files == 5
    assert restored.kept is None
    assert files(tmp_path / "fresh") == files(data)
    for name in ("kushk.sqlite3", "jobs.sqlite3"):
        assert rows(tmp_path / "fresh" / name) == rows(data / name)
    assert (tmp_path / "fresh" / "secret-key").stat().st_mode & 0o777 == 0o600
    assert not (tmp_path / "fresh" / "static").exists()


def test_backup_while_another_connection_writes_is_one_consistent_moment(tmp_path: Path) -> None:
    data = make_stand(tmp_path / "stand")
    with closing(sqlite3.connect(data / "kushk.sqlite3")) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM story WHERE id < 100")
        backup(data, tmp_path / "stand.tar.gz")
        writer.rollback()
    restore(tmp_path / "stand.tar.gz", tmp_path / "fresh")
    assert len(rows(tmp_path / "fresh" / "kushk.sqlite3")) == 500


def test_nothing_but_the_finished_file_is_left_behind(tmp_path: Path) -> None:
    data = make_stand(tmp_path / "stand")
    backup(data, tmp_path / "out" / "stand.tar.gz")
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["stand.tar.gz"]


def test_restore_refuses_a_folder_with_something_in_it(tmp_path: Path) -> None:
    made = backup(make_stand(tmp_path / "stand"), tmp_path / "stand.tar.gz").path
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter.txt").write_text("dear")
    with pytest.raises(StandNotEmpty):
        restore(made, tmp_path / "home")
    assert [file.name for file in (tmp_path / "home").iterdir()] == ["letter.txt"]


def test_forced_restore_keeps_what_stood_in_the_way(tmp_path: Path) -> None:
    data = make_stand(tmp_path / "stand")
    made = backup(data, tmp_path / "stand.tar.gz").path
    with closing(sqlite3.connect(data / "kushk.sqlite3")) as database, database:
        database.execute("DELETE FROM story")
    report = restore(made, data, force=True)
    assert report.kept is not None
    assert len(rows(data / "kushk.sqlite3")) == 500
    assert rows(report.kept / "kushk.sqlite3") == []


def test_a_key_that_a_command_has_just_made_does_not_count_as_a_stand(tmp_path: Path) -> None:
    made = backup(make_stand(tmp_path / "stand"), tmp_path / "stand.tar.gz").path
    (tmp_path / "fresh").mkdir()
    (tmp_path / "fresh" / "secret-key").write_text("another")
    restore(made, tmp_path / "fresh")
    assert (tmp_path / "fresh" / "secret-key").read_text() == "secret"


@pytest.mark.parametrize(
    "name", ["../out", "/etc/passwd", "media/../../out", "media//x", "notes.txt", "media", "media/a\\b"]
)
def test_members_with_other_names_than_ours_are_refused(tmp_path: Path, name: str) -> None:
    made = archive(tmp_path / "bad.tar.gz", (tarfile.TarInfo(name), b"x"))
    with pytest.raises(UnsafeBackup):
        restore(made, tmp_path / "in" / "fresh")
    assert not list((tmp_path / "in" / "fresh").iterdir())


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.DIRTYPE])
def test_links_and_devices_are_refused(tmp_path: Path, kind: bytes) -> None:
    member = tarfile.TarInfo("media/picture.png")
    member.type, member.linkname = kind, "/etc/passwd"
    made = archive(tmp_path / "bad.tar.gz", (member, b""))
    with pytest.raises(UnsafeBackup):
        restore(made, tmp_path / "fresh")


def test_the_same_name_twice_is_refused(tmp_path: Path) -> None:
    made = archive(tmp_path / "bad.tar.gz", (tarfile.TarInfo("media/a"), b"1"), (tarfile.TarInfo("media/a"), b"2"))
    with pytest.raises(UnsafeBackup):
        restore(made, tmp_path / "fresh")


def test_a_changed_file_is_found_out(tmp_path: Path) -> None:
    made = backup(make_stand(tmp_path / "stand"), tmp_path / "stand.tar.gz").path
    with tarfile.open(made) as tar:
        members = [(info, tar.extractfile(info).read()) for info in tar.getmembers()]
    swapped = [(info, b"\x01" + body[1:] if info.name.endswith("webp") else body) for info, body in members]
    with tarfile.open(tmp_path / "bad.tar.gz", "w:gz") as tar:
        for info, body in swapped:
            tar.addfile(info, io.BytesIO(body))
    with pytest.raises(DamagedBackup, match=r"picture\.webp has changed"):
        restore(tmp_path / "bad.tar.gz", tmp_path / "fresh")
    assert not list((tmp_path / "fresh").iterdir())


def test_a_cut_off_file_is_no_backup(tmp_path: Path) -> None:
    made = backup(make_stand(tmp_path / "stand"), tmp_path / "stand.tar.gz").path
    (tmp_path / "cut.tar.gz").write_bytes(made.read_bytes()[:-200])
    with pytest.raises((NotABackup, DamagedBackup)):
        restore(tmp_path / "cut.tar.gz", tmp_path / "fresh")
    assert not list((tmp_path / "fresh").iterdir())


def test_some_other_file_is_no_backup(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(NotABackup):
        restore(tmp_path / "letter.txt", tmp_path / "fresh")


def test_an_archive_without_a_list_is_no_backup(tmp_path: Path) -> None:
    made = archive(tmp_path / "bad.tar.gz", (tarfile.TarInfo("media/a"), b"1"), manifest=False)
    with pytest.raises(NotABackup):
        restore(made, tmp_path / "fresh")


def test_a_broken_database_is_found_out_before_anything_is_moved(tmp_path: Path) -> None:
    made = archive(tmp_path / "bad.tar.gz", (tarfile.TarInfo("kushk.sqlite3"), b"SQLite format 3\x00" + b"\xff" * 5000))
    with pytest.raises(DamagedBackup, match=r"kushk\.sqlite3"):
        restore(made, tmp_path / "fresh")
    assert not list((tmp_path / "fresh").iterdir())
