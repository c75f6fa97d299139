"""What a Piper voice is on disk: ``NAME.onnx`` and ``NAME.onnx.json``, and our own note beside them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kushk.engines.speech.interface import SpeechError

PAD, BEGIN, END = "_", "^", "$"
"""Symbols that the models were trained with around and between the sounds."""
_DURATIONS = b"Ceil_output_0"
"""How the names end that an export of VITS gives to its rounded durations; there is one."""
_OUTPUT_OF_NODE = 0x12
"""Key of NodeProto.output."""
_LONGEST_NAME = 127
"""Of a length that fits one byte."""
MOST_BYTES = 512 << 20
"""Of a model; the largest that are published have 114 MB."""
_RATES = 8_000, 48_000
_MOST_CONFIGURATION = 4 << 20


class BadVoice(SpeechError):
    """A file that is no voice of Piper's kind."""

    code = "bad-voice"
    words = "“{voice}” is not a Piper voice: {detail}."


@dataclass(frozen=True, slots=True)
class Model:
    """A voice's description."""

    path: Path
    language: str
    """BCP 47 tag."""
    quality: str
    rate: int
    espeak: str
    """Name of the espeak voice that gives its sounds."""
    ids: Mapping[str, Sequence[int]]
    scales: tuple[float, float, float]
    """Noise, length and noise of lengths, as the model wants them."""
    speakers: int
    licence: str
    version: str
    """Start of the file's checksum."""


def read_model(path: Path) -> Model:
    """Return the description of the voice in a file.

    Raises:
        BadVoice: its description is missing or of another kind.
    """
    configuration = _json(path.with_name(path.name + ".json"), path)
    note = path.with_name(path.name + ".note.json")
    kept = _json(note, path) if note.exists() else {}
    try:
        if configuration.get("phoneme_type", "espeak") != "espeak":
            raise BadVoice(voice=path.name, detail="it reads other symbols than espeak's")
        inference = configuration.get("inference", {})
        model = Model(
            path=path,
            language=_language(configuration),
            quality=str(configuration.get("audio", {}).get("quality", "")),
            rate=int(configuration["audio"]["sample_rate"]),
            espeak=str(configuration["espeak"]["voice"]),
            ids={str(key): tuple(map(int, value)) for key, value in configuration["phoneme_id_map"].items()},
            scales=(
                float(inference.get("noise_scale", 0.667)),
                float(inference.get("length_scale", 1.0)),
                float(inference.get("noise_w", 0.8)),
            ),
            speakers=int(configuration.get("num_speakers", 1)),
            licence=str(kept.get("licence", "")),
            version=_checksum(path, path.stat().st_mtime_ns),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise BadVoice(voice=path.name, detail=f"its description lacks or garbles {fault}") from None
    if not {PAD, BEGIN, END} <= model.ids.keys() or not _RATES[0] <= model.rate <= _RATES[1]:
        raise BadVoice(voice=path.name, detail="its symbols or its rate are out of bounds")
    return model


def with_durations(model: bytes) -> tuple[bytes, str]:
    """Return a model that also gives how long each sound lasts, and the name of that output; empty when it has none.

    Protocol buffers merge a field that comes twice, so one more output of the graph is simply appended. The field
    numbers are those of ``onnx.proto``: ModelProto.graph 7, GraphProto.output 12, ValueInfoProto.name 1.
    """
    names, at = set(), model.find(_DURATIONS)
    while at >= 0:
        names.add(_output_ending(model, at + len(_DURATIONS)))
        at = model.find(_DURATIONS, at + 1)
    names.discard(b"")
    if len(names) != 1:
        return model, ""
    (name,) = names
    return model + _field(7, _field(12, _field(1, name))), name.decode("ascii")


def _output_ending(model: bytes, end: int) -> bytes:
    """Return the name of a node's output that ends there: as long as the byte before it says; empty if it is none."""
    for length in range(len(_DURATIONS), _LONGEST_NAME + 1):
        start = end - length
        if start > 1 and model[start - 1] == length and model[start - 2] == _OUTPUT_OF_NODE:
            return model[start:end] if model[start:end].isascii() else b""
    return b""


def _field(number: int, data: bytes) -> bytes:
    """Return a length-delimited field of Protocol buffers."""
    return bytes([number << 3 | 2]) + _varint(len(data)) + data


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:  # noqa: PLR2004 - seven bits a byte
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def _json(path: Path, voice: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _MOST_CONFIGURATION:
            raise BadVoice(voice=voice.name, detail="its description is far too large")
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise BadVoice(voice=voice.name, detail=f"{path.name} is missing") from None
    except (ValueError, RecursionError):
        raise BadVoice(voice=voice.name, detail=f"{path.name} is not JSON") from None
    if not isinstance(found, dict):
        raise BadVoice(voice=voice.name, detail=f"{path.name} holds no object")
    return found


def _language(configuration: dict[str, Any]) -> str:
    code = configuration.get("language", {}).get("code") or configuration["espeak"]["voice"]
    return str(code).replace("_", "-")


@lru_cache(maxsize=64)
def _checksum(path: Path, _changed: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]
