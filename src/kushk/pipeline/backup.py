"""The whole stand in one file, and back: both databases, the media, the secret key, and a list of hashes."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO

from kushk import __version__
from kushk.core.errors import KushkError

MANIFEST = "manifest.json"
FORMAT = "kushk-backup"
VERSION = 1
DATABASES = ("kushk.sqlite3", "jobs.sqlite3", "translations.sqlite3")
"""Copied in this order. Files stand before their rows do, so media are read after the rows that name them."""
_LOOSE = ("secret-key",)
_FOLDERS = ("media",)
_MADE_BY_ITSELF = frozenset({"secret-key", "static", "workers"})
"""What merely starting a command leaves in an empty data folder."""
_CHUNK = 1 << 20
_MANIFEST_LIMIT = 64 << 20

Progress = Callable[[int, int], None]
"""Called with the number of files done and the number there are."""


class BackupError(KushkError):
    """A backup cannot be made or restored."""

    code = "backup"
    words = "The backup failed."


class NotABackup(BackupError):
    """The file is something else."""

    code = "not-a-backup"
    words = "{path} is not a backup of a stand."


class DamagedBackup(BackupError):
    """A file in it is missing, unlisted, or not what was stored."""

    code = "damaged-backup"
    words = "The backup is damaged: {name} {fault}."


class UnsafeBackup(BackupError):
    """It holds something that no backup of ours holds: a link, a device, a path that leads out."""

    code = "unsafe-backup"
    words = "The backup holds “{name}”, which leads out of the stand or is not a plain file."


class StandNotEmpty(BackupError):
    """There is a stand already where the backup should go."""

    code = "stand-not-empty"
    words = "{path} is not empty. Restore into an empty folder, or force it, which keeps what is there in a subfolder."


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What was written or restored."""

    path: Path
    files: int
    bytes: int
    """Size of the files, before compression."""
    kept: Path | None = None
    """Where a stand that stood in the way was moved to."""


def backup(data: Path, path: Path, progress: Progress = lambda _done, _all: None) -> BackupReport:
    """Write the stand in ``data`` to one ``.tar.gz`` at ``path``, while it runs.

    The databases are copied by SQLite's backup API, so each is one consistent moment; the file appears
    under its name only when it is complete and on disk.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".kushk-backup-", dir=path.parent) as folder:
        members = _members(data, Path(folder))
        partial = Path(folder) / "backup.tar.gz"
        listed: list[dict[str, object]] = []
        with partial.open("wb") as raw, tarfile.open(fileobj=raw, mode="w:gz", compresslevel=6) as archive:
            for count, (name, file) in enumerate(members, 1):
                listed.append(_add(archive, name, file))
                progress(count, len(members))
            _add_manifest(archive, Path(folder), listed)
        _sync(partial)
        partial.replace(path)
    return BackupReport(path, len(listed), sum(int(str(entry["bytes"])) for entry in listed))


def restore(
    path: Path, into: Path, *, force: bool = False, progress: Progress = lambda _done, _all: None
) -> BackupReport:
    """Bring the stand in the backup at ``path`` back, into the folder ``into``.

    Everything is unpacked in a corner of ``into``, checked against its hashes and opened before anything
    is moved. All stays inside ``into``, which may well be the mount point of a volume.

    Args:
        path: a file that ``backup`` wrote.
        into: an empty or missing folder.
        force: restore although ``into`` is not empty; what was there is kept in ``before-restore-…``.
        progress: see ``Progress``.

    Raises:
        StandNotEmpty: something is there and ``force`` is not given.
        NotABackup, DamagedBackup, UnsafeBackup: the file will not do.
    """
    into.mkdir(parents=True, exist_ok=True)
    there = [entry for entry in into.iterdir() if not entry.name.startswith("before-restore-")]
    if not force and any(entry.name not in _MADE_BY_ITSELF for entry in there):
        raise StandNotEmpty(path=into)
    with tempfile.TemporaryDirectory(prefix=".kushk-restore-", dir=into) as folder:
        fresh = Path(folder) / "stand"
        listed = _unpack(path, fresh, progress)
        for name in DATABASES:
            if (fresh / name).exists():
                _check_database(fresh / name)
        kept = _make_way(into, there)
        for entry in fresh.iterdir():
            entry.replace(into / entry.name)
    return BackupReport(into, len(listed), sum(listed.values()), kept)


def _members(data: Path, copies: Path) -> list[tuple[str, Path]]:
    """Return name and place of each file to store; the databases are copied into ``copies`` first."""
    members = []
    for name in DATABASES:
        if (data / name).exists():
            _copy_database(data / name, copies / name)
            members.append((name, copies / name))
    members += [(name, data / name) for name in _LOOSE if (data / name).exists()]
    for folder in _FOLDERS:
        files = sorted(file for file in (data / folder).rglob("*") if file.is_file() and not file.is_symlink())
        members += [(file.relative_to(data).as_posix(), file) for file in files if not file.name.startswith(".")]
    return members


def _copy_database(source: Path, copy: Path) -> None:
    with closing(sqlite3.connect(source, timeout=30)) as live, closing(sqlite3.connect(copy)) as fresh:
        live.backup(fresh)
        # A copy is one file: no write-ahead log that could be forgotten beside it.
        fresh.execute("PRAGMA journal_mode=DELETE")


class _Hashing:
    """A file to read from that hashes what is read."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        chunk = self.file.read(size)
        self.digest.update(chunk)
        return chunk


def _add(archive: tarfile.TarFile, name: str, file: Path) -> dict[str, object]:
    with file.open("rb") as stream:
        member = tarfile.TarInfo(name)
        found = os.fstat(stream.fileno())
        member.size, member.mtime, member.mode = found.st_size, int(found.st_mtime), found.st_mode & 0o700 | 0o600
        hashing = _Hashing(stream)
        archive.addfile(member, hashing)
    return {"name": name, "bytes": member.size, "sha256": hashing.digest.hexdigest()}


def _add_manifest(archive: tarfile.TarFile, folder: Path, listed: list[dict[str, object]]) -> None:
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "kushk": __version__,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "files": listed,
    }
    file = folder / MANIFEST
    file.write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    _add(archive, MANIFEST, file)


def _unpack(path: Path, fresh: Path, progress: Progress) -> dict[str, int]:
    """Unpack into ``fresh`` and hold each file against the manifest; return the sizes by name."""
    fresh.mkdir(mode=0o700)
    found: dict[str, tuple[int, str]] = {}
    with _opened(path) as archive:
        for member in archive:
            _refuse_unsafe(member, found)
            found[member.name] = _write(archive, member, fresh / member.name)
            progress(len(found), len(found))
    listed = _read_manifest(path, fresh / MANIFEST)
    (fresh / MANIFEST).unlink()
    found.pop(MANIFEST)
    for name in {*listed, *found}:
        if listed.get(name) != found.get(name):
            fault = "is missing" if name not in found else "is not in its list" if name not in listed else "has changed"
            raise DamagedBackup(name=name, fault=fault)
    return {name: size for name, (size, _) in found.items()}


@contextmanager
def _opened(path: Path) -> Iterator[tarfile.TarFile]:
    try:
        with tarfile.open(path, mode="r|gz") as archive:
            yield archive
    except (tarfile.TarError, EOFError, OSError) as fault:
        if isinstance(fault, FileNotFoundError | PermissionError | IsADirectoryError):
            raise
        raise NotABackup(path=path) from fault


def _refuse_unsafe(member: tarfile.TarInfo, found: dict[str, tuple[int, str]]) -> None:
    """Allow only plain files with the names that a backup of ours has, each once."""
    parts = PurePosixPath(member.name).parts
    known = member.name in {MANIFEST, *DATABASES, *_LOOSE} or (len(parts) > 1 and parts[0] in _FOLDERS)
    tidy = member.name == "/".join(parts) and ".." not in parts and "\\" not in member.name
    if not (member.isreg() and known and tidy and member.name not in found):
        raise UnsafeBackup(name=member.name)


def _write(archive: tarfile.TarFile, member: tarfile.TarInfo, file: Path) -> tuple[int, str]:
    stream = archive.extractfile(member)
    if stream is None:
        raise UnsafeBackup(name=member.name)
    file.parent.mkdir(parents=True, exist_ok=True)
    hashing = _Hashing(stream)
    with file.open("xb") as out:
        shutil.copyfileobj(hashing, out, _CHUNK)
        out.flush()
        os.fsync(out.fileno())
        size = out.tell()
    file.chmod(0o600 if member.name in _LOOSE else 0o644)
    return size, hashing.digest.hexdigest()


def _read_manifest(path: Path, file: Path) -> dict[str, tuple[int, str]]:
    try:
        if file.stat().st_size > _MANIFEST_LIMIT:
            raise NotABackup(path=path)
        manifest = json.loads(file.read_bytes())
        if (manifest["format"], manifest["version"]) != (FORMAT, VERSION):
            raise NotABackup(path=path)
        return {entry["name"]: (entry["bytes"], entry["sha256"]) for entry in manifest["files"]}
    except (FileNotFoundError, ValueError, KeyError, TypeError) as fault:
        raise NotABackup(path=path) from fault


def _check_database(file: Path) -> None:
    """Open the restored copy and let SQLite check all of it: a copy that was never opened proves nothing."""
    try:
        with closing(sqlite3.connect(file)) as restored:
            faults = [row[0] for row in restored.execute("PRAGMA integrity_check(1)") if row[0] != "ok"]
            faults += [f"row of {row[0]} points nowhere" for row in restored.execute("PRAGMA foreign_key_check")]
    except sqlite3.DatabaseError as fault:
        raise DamagedBackup(name=file.name, fault=f"cannot be opened ({fault})") from fault
    if faults:
        raise DamagedBackup(name=file.name, fault=f"is not sound ({faults[0]})")


def _make_way(into: Path, there: list[Path]) -> Path | None:
    if not there:
        return None
    kept = into / f"before-restore-{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
    kept.mkdir(mode=0o700)
    for entry in there:
        entry.replace(kept / entry.name)
    return kept


def _sync(file: Path) -> None:
    with file.open("rb") as written:
        os.fsync(written.fileno())
