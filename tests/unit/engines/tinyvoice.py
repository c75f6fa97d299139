"""A voice of 3 kB, written byte by byte: every phoneme has its length from a table and sounds as a hum.

Its graph has the inputs and output of a Piper voice, and its durations bear the name that an export gives to them.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path

RATE = 16_000
HOP = 256
FLOAT, INT64 = 1, 7
PHONEMES = "_^$ !,.:;?abcdefhijklmnopqrstuvwxyzæçðøħŋœɐɑɒɓɔɕɖɗəɚɛɜɟɡɣɥɨɪɫɬɭɯɰɱɲɳɵɸɹɻɽɾʁʂʃʈʉʊʋʌʍʎʏʐʑʒʔʕʝʰʲθχˈˌːˑ̩̪̃12345"


def number(value: int) -> bytes:
    parts = bytearray()
    while value > 127:
        parts.append(value & 127 | 128)
        value >>= 7
    return bytes((*parts, value))


def field(key: int, content: bytes | int) -> bytes:
    if isinstance(content, int):
        return number(key << 3) + number(content)
    return number(key << 3 | 2) + number(len(content)) + content


def node(kind: str, given: str, made: str, *attributes: bytes) -> bytes:
    inputs = b"".join(field(1, name.encode()) for name in given.split())
    return field(1, inputs + field(2, made.encode()) + field(4, kind.encode()) + b"".join(attributes))


def tensor(name: str, kind: int, values, shape=()) -> bytes:
    raw = struct.pack(f"<{len(values)}{'f' if kind == FLOAT else 'q'}", *values)
    dims = b"".join(field(1, size) for size in shape)
    return field(5, dims + field(2, kind) + field(8, name.encode()) + field(9, raw))


def value(key: int, name: str, kind: int, *dims: int | str) -> bytes:
    shape = b"".join(field(1, field(1, dim) if isinstance(dim, int) else field(2, dim.encode())) for dim in dims)
    return field(key, field(1, name.encode()) + field(2, field(1, field(1, kind) + field(2, shape))))


def cast(given: str, made: str, to: int) -> bytes:
    return node("Cast", given, made, field(5, field(1, b"to") + field(3, to) + field(20, 2)))


def tiny_model(*, speakers: int = 1, durations: str = "/Ceil_output_0", pitch: float = 220.0) -> bytes:
    lengths = [0.4 if index == 0 else 3.0 + index % 5 for index in range(len(PHONEMES))]
    graph = (
        node("Gather", "lengths input", "each")
        + node("Gather", "scales one", "slow")
        + node("Mul", "each slow", "slowed")
        + node("Ceil", "slowed", durations)
        + node("ReduceSum", durations, "frames", field(5, field(1, b"keepdims") + field(3, 0) + field(20, 2)))
        + node("Mul", "frames hop", "long")
        + cast("long", "count", INT64)
        + node("Range", "zero count step", "numbers")
        + cast("numbers", "at", FLOAT)
        + node("Mul", "at turn", "angle")
        + node("Sin", "angle", "wave")
        + node("Mul", "wave loud", "softer")
        + node("Reshape", "softer shape", "output")
        + field(2, b"tiny")
        + tensor("lengths", FLOAT, lengths, (len(lengths),))
        + tensor("one", INT64, [1])
        + tensor("hop", FLOAT, [HOP])
        + tensor("zero", INT64, [0])
        + tensor("step", INT64, [1])
        + tensor("turn", FLOAT, [6.283185 * pitch / RATE])
        + tensor("loud", FLOAT, [0.3])
        + tensor("shape", INT64, [1, 1, -1], (3,))
        + value(11, "input", INT64, 1, "n")
        + value(11, "input_lengths", INT64, 1)
        + value(11, "scales", FLOAT, 3)
        + (value(11, "sid", INT64, 1) if speakers > 1 else b"")
        + value(12, "output", FLOAT, 1, 1, "t")
    )
    return field(1, 8) + field(8, field(2, 13)) + field(7, graph)


def tiny_settings(*, language: str = "en_US", espeak: str = "en-us", speakers: int = 1, quality: str = "x_low") -> dict:
    return {
        "audio": {"sample_rate": RATE, "quality": quality},
        "espeak": {"voice": espeak},
        "inference": {"noise_scale": 0.667, "length_scale": 1, "noise_w": 0.8},
        "phoneme_type": "espeak",
        "phoneme_id_map": {phoneme: [index] for index, phoneme in enumerate(PHONEMES)},
        "num_symbols": len(PHONEMES),
        "num_speakers": speakers,
        "language": {"code": language},
    }


def write_voice(folder: Path, key: str = "en_US-tiny-x_low", *, model: bytes | None = None, **settings) -> Path:
    """Write a voice into a folder and return the path of its ``.onnx``."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{key}.onnx"
    path.write_bytes(tiny_model(speakers=settings.get("speakers", 1)) if model is None else model)
    path.with_name(path.name + ".json").write_text(json.dumps(tiny_settings(**settings)), encoding="utf-8")
    return path
