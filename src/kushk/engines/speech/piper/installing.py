"""A voice's files are looked at, spoken with, and only then put among the voices."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from kushk.core.errors import KushkError
from kushk.engines.speech.espeak.engine import Espeak
from kushk.engines.speech.piper.catalogue import NAME
from kushk.engines.speech.piper.engine import Piper, has_runtime
from kushk.engines.speech.piper.model import MOST_BYTES, BadVoice, read_model


class NoRuntime(KushkError):
    """Neural voices need a package that is not installed."""

    code = "no-neural-runtime"
    words = "Neural voices need onnxruntime (docs/how-to/listen.md says how to install it)."


class NoSuchFile(KushkError):
    """The voice's file is not there."""

    code = "no-voice-file"
    words = "There is no file “{path}”."


class NotInstalled(KushkError):
    """No voice of that name was added."""

    code = "voice-not-added"
    words = "No voice “{voice}” was added to this stand."


def install(model: Path, folder: Path, *, licence: str = "", source: str = "") -> str:
    """Try a voice and put it among the voices; nothing is left behind when it is none.

    Args:
        model: ``NAME.onnx``, with ``NAME.onnx.json`` beside it.
        folder: of the voices.
        licence: as its makers say it.
        source: where it came from.

    Returns:
        The voice's key.

    Raises:
        NoRuntime: onnxruntime is missing.
        NoSuchFile: there is no such file.
        BadVoice: it is no voice, or does not speak.
    """
    if not has_runtime():
        raise NoRuntime
    if not model.is_file():
        raise NoSuchFile(path=model)
    if not NAME.fullmatch(model.stem) or model.stat().st_size > MOST_BYTES:
        raise BadVoice(voice=model.name, detail="its name or size is not a voice's")
    read_model(model)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".adding-", dir=folder) as scratch:
        copy = Path(scratch) / model.name
        shutil.copyfile(model, copy)
        shutil.copyfile(_description(model), _description(copy))
        _write_note(copy, licence, source)
        _try(Path(scratch))
        for file in (_note(copy), _description(copy), copy):  # the model last: it is what makes a voice
            with file.open("rb") as opened:
                os.fsync(opened.fileno())
            file.replace(folder / file.name)
    return f"{Piper.name}/{model.stem}"


def remove(key: str, folder: Path) -> None:
    """Take a voice away.

    Raises:
        NotInstalled: there is none of that key.
    """
    model = folder / f"{key.removeprefix(f'{Piper.name}/')}.onnx"
    if not NAME.fullmatch(model.stem) or not model.is_file():
        raise NotInstalled(voice=key)
    for file in (model, _description(model), _note(model)):
        file.unlink(missing_ok=True)


def _write_note(model: Path, licence: str, source: str) -> None:
    with model.open("rb") as file:
        checksum = hashlib.file_digest(file, "sha256").hexdigest()
    said = {"licence": licence, "source": source, "sha256": checksum, "added": datetime.now(UTC).date().isoformat()}
    _note(model).write_text(json.dumps(said, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _try(folder: Path) -> None:
    espeak = Espeak()
    piper = Piper(folder, espeak)
    try:
        (voice,) = piper.voices()
        health = piper.check()
        if not health.ok:
            raise BadVoice(voice=voice.id, detail=health.detail)
    finally:
        piper.close()
        espeak.close()


def _description(model: Path) -> Path:
    return model.with_name(f"{model.name}.json")


def _note(model: Path) -> Path:
    return model.with_name(f"{model.name}.note.json")
