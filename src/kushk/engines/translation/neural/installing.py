"""A model is looked at, translates a sentence, and is only then put among the models."""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kushk.core.errors import KushkError
from kushk.engines.translation.interface import Pair, TranslationError
from kushk.engines.translation.neural.engine import CTranslate2, has_runtime
from kushk.engines.translation.neural.layouts import NOTE, BadModel, Model, read_model
from kushk.engines.translation.neural.unpacking import unpack

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,79}")
_LICENCE = re.compile(r"^[\s#*>-]*licen[cs]e\W*:?\W*(\S.{1,150})$", re.IGNORECASE | re.MULTILINE)


class NoTranslationRuntime(KushkError):
    """Neural translation needs packages that are not installed."""

    code = "no-translation-runtime"
    words = (
        "Neural translation needs ctranslate2 and sentencepiece (docs/how-to/languages.md says how to install them)."
    )


class NoSuchModelFile(KushkError):
    """The model's file or folder is not there."""

    code = "no-model-file"
    words = "There is no file or folder “{path}”."


class ModelNotAdded(KushkError):
    """No model of that name was added."""

    code = "model-not-added"
    words = "No language model “{name}” was added to this stand."


def install(  # noqa: PLR0913 - what, where to, and what is told about it
    path: Path, folder: Path, *, pair: Pair | None = None, licence: str = "", source: str = "", sha256: str = ""
) -> Model:
    """Try a model and put it among the models; nothing is left behind when it is none.

    Args:
        path: ``.argosmodel`` or ``.zip``, or a folder.
        folder: of the models.
        pair: its languages, for an OPUS-MT model whose name does not tell them.
        licence: as its makers say it; what its README says when empty.
        source: where it came from.
        sha256: that the file must have, if known.

    Raises:
        NoTranslationRuntime: the library is missing.
        NoSuchModelFile: there is no such file.
        BadModel: it is no model, or does not translate.
    """
    if not has_runtime():
        raise NoTranslationRuntime
    if not path.exists():
        raise NoSuchModelFile(path=path)
    checksum = "" if path.is_dir() else _sha256(path)
    if sha256 and checksum != sha256.lower():
        raise BadModel(name=path.name, detail="its checksum is not the one that was announced")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".adding-", dir=folder) as scratch:
        copy = Path(scratch) / "models" / _slug(path)
        copy.parent.mkdir()
        unpack(path, copy)
        told = {"from": pair[0], "to": pair[1]} if pair else {}
        _write_note(copy, told)
        model = read_model(copy)
        stated = licence or _stated_licence(copy)
        _write_note(copy, told | _facts(model, stated, source or path.name, checksum))
        _try(copy.parent)
        name = _name(model)
        _swap(copy, folder / name, Path(scratch) / "before")
    return read_model(folder / name)


def remove(name: str, folder: Path) -> None:
    """Take a model away.

    Raises:
        ModelNotAdded: there is none of that name.
    """
    model = folder / name
    if not _NAME.fullmatch(name) or not model.is_dir() or model.is_symlink():
        raise ModelNotAdded(name=name)
    with tempfile.TemporaryDirectory(prefix=".removing-", dir=folder) as scratch:
        model.rename(Path(scratch) / name)


def _facts(model: Model, licence: str, source: str, checksum: str) -> dict[str, Any]:
    """Return what is written down about a model."""
    pair = {"from": next(iter(model.pairs))[0], "to": next(iter(model.pairs))[1]} if len(model.pairs) == 1 else {}
    parts = sorted(path for path in model.folder.rglob("*") if path.is_file() and path.name != NOTE)
    return {
        **pair,
        "title": model.title,
        "release": model.release,
        "licence": licence,
        "source": source,
        "added": datetime.now(UTC).date().isoformat(),
        "sha256": checksum,
        "parts": {part.relative_to(model.folder).as_posix(): _sha256(part) for part in parts},
    }


def _name(model: Model) -> str:
    """Return the name of a model's folder: the same for a newer release, which takes its place."""
    if len(model.pairs) > 1:
        return model.name
    ((source, target),) = model.pairs
    return f"{model.title.lower()}-{source}-{target}" if _NAME.fullmatch(model.title) else model.name


def _slug(path: Path) -> str:
    stem = path.resolve().name if path.is_dir() else path.stem
    return re.sub(r"[^A-Za-z0-9_.-]+", "-", stem).lstrip("-._")[:80] or "model"


def _write_note(folder: Path, facts: Mapping[str, Any]) -> None:
    (folder / NOTE).write_text(json.dumps(facts, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _stated_licence(folder: Path) -> str:
    readme = folder / "README.md"
    text = readme.read_text(encoding="utf-8", errors="replace")[: 1 << 16] if readme.is_file() else ""
    found = _LICENCE.search(text)
    return found[1].strip("*_ ") if found else ""


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _try(folder: Path) -> None:
    """Let the only model of a folder translate.

    Raises:
        BadModel: it does not.
    """
    engine = CTranslate2(folder)
    (model,) = engine.models()
    try:
        engine.try_out(next(iter(model.pairs)))
    except TranslationError as fault:
        raise BadModel(name=model.name, detail=str(fault.data.get("detail", fault))) from None
    finally:
        engine.close()


def _swap(new: Path, place: Path, before: Path) -> None:
    """Put a folder in its place, whose former content is moved away."""
    if place.exists():
        place.rename(before)
    try:
        new.rename(place)
    except OSError:
        if before.exists():
            before.rename(place)
        raise
