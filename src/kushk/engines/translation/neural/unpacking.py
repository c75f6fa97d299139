"""The parts of a model out of an archive or a folder: nothing else, nothing too large, nothing outside the folder."""

from __future__ import annotations

import os
import re
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from kushk.engines.translation.neural.layouts import BadModel

MOST_BYTES = 8 << 30
"""Of all the parts; the largest NLLB model takes 3.4 GB."""
_MOST_ENTRIES = 5_000
_ALWAYS = 64 << 20
"""Bytes that any archive may come to, however small it is."""
_MOST_GROWTH = 20
"""How many times its own size a larger archive may come to: weights hardly shrink."""
_SPARE = 256 << 20
"""Bytes of the disk that are left for others."""
_BLOCK = 1 << 20
_ENCRYPTED = 1
_OF_MACOS = "__MACOSX/"
_PART = re.compile(
    r"(?:model/)?(?:model\.bin|config\.json|(?:shared|source|target)_vocabulary\.(?:json|txt)|vmap\.txt)"
    r"|metadata\.json|sentencepiece(?:\.bpe)?\.model|bpe\.model|(?:source|target)\.spm|README\.md|LICEN[CS]E(?:\.\w+)?"
)
"""The files of a model; others (sentence splitters, code, links) stay behind."""


def unpack(path: Path, to: Path) -> None:
    """Copy the parts of a model into a new folder.

    Raises:
        BadModel: it is too large, leads out of its folder, or is no archive.
    """
    to.mkdir()
    if path.is_dir():
        _copy_folder(path, to)
    else:
        _unzip(path, to)


def _copy_folder(path: Path, to: Path) -> None:
    parts = [path / name for name in sorted(_names(path)) if _PART.fullmatch(name)]
    for part in parts:
        if part.is_symlink() or part.parent.is_symlink() or not part.is_file():
            raise BadModel(name=path.name, detail=f"{part.name} is a link, or no file")
    _refuse_large(path.name, sum(part.stat().st_size for part in parts), to)
    for part in parts:
        copy = to / part.relative_to(path)
        copy.parent.mkdir(exist_ok=True)
        with part.open("rb") as held, copy.open("xb") as file:
            _pour(held, file, part.stat().st_size, path.name)


def _names(path: Path) -> Iterator[str]:
    for folder in (path, path / "model"):
        for entry in folder.iterdir() if folder.is_dir() else ():
            yield entry.relative_to(path).as_posix()


def _unzip(path: Path, to: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = _parts(path, archive)
            size = sum(entry.file_size for entry in parts.values())
            if size > _ALWAYS + _MOST_GROWTH * path.stat().st_size:
                raise BadModel(name=path.name, detail="it would become far larger than it is")
            _refuse_large(path.name, size, to)
            for name, entry in parts.items():
                copy = to / name
                copy.parent.mkdir(exist_ok=True)
                with archive.open(entry) as held, copy.open("xb") as file:
                    _pour(held, file, entry.file_size, path.name)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, OSError):
        raise BadModel(name=path.name, detail="it is no archive, or is damaged") from None


def _parts(path: Path, archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Return the entries that are parts of a model by their place in it.

    Raises:
        BadModel: an entry, part or not, is one that no honest archive has.
    """
    entries = archive.infolist()
    if len(entries) > _MOST_ENTRIES:
        raise BadModel(name=path.name, detail="it holds too many files")
    for entry in entries:
        if odd := _odd(entry):
            raise BadModel(name=path.name, detail=odd)
    top = _top([entry.filename for entry in entries if not entry.filename.startswith(_OF_MACOS)])
    parts: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        name = entry.filename.removeprefix(top)
        if _PART.fullmatch(name) and name in parts:
            raise BadModel(name=path.name, detail=f"{name} is there twice")
        if _PART.fullmatch(name):
            parts[name] = entry
    return parts


def _odd(entry: zipfile.ZipInfo) -> str:
    """Return what is wrong with an entry, empty when it is honest."""
    name, kind = entry.filename, stat.S_IFMT(entry.external_attr >> 16)
    if ".." in PurePosixPath(name).parts or name.startswith("/") or re.search(r"[\\:\0]", entry.orig_filename):
        return "it leads out of its folder"
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return "it holds links or devices"
    return "it is encrypted" if entry.flag_bits & _ENCRYPTED else ""


def _top(names: list[str]) -> str:
    """Return the folder that everything in an archive lies in, with its slash; empty when there is none."""
    tops = {name.partition("/")[0] for name in names}
    return f"{tops.pop()}/" if len(tops) == 1 and all("/" in name for name in names) else ""


def _pour(held: IO[bytes], file: IO[bytes], size: int, name: str) -> None:
    """Copy so many bytes and not one more, whatever else there is."""
    came = 0
    while block := held.read(_BLOCK):
        came += len(block)
        if came > size:
            raise BadModel(name=name, detail="it is larger than it says")
        file.write(block)
    file.flush()
    os.fsync(file.fileno())


def _refuse_large(name: str, size: int, to: Path) -> None:
    if size > MOST_BYTES:
        raise BadModel(name=name, detail=f"it has more than {MOST_BYTES >> 30} GB")
    if size > shutil.disk_usage(to).free - _SPARE:
        raise BadModel(name=name, detail=f"its {size >> 20} MB do not fit on the disk")
