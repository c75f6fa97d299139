"""A voice of three kilobytes in Piper's format, written by hand: each symbol is a tone, as long as a table says."""

from __future__ import annotations

import json
import struct
from pathlib import Path

SYMBOLS = "_^$ abcdefghijklmnopqrstuvwxyzəɪʊɛɔæɒʌɹʃʒθðŋɡˈˌː.,!?"
HOP = 256
RATE = 16_000


def varint(value: int) -> bytes:
    value &= (1 << 64) - 1
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def data(number: int, value: bytes | str) -> bytes:
    value = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(value)) + value


def whole(number: int, value: int) -> bytes:
    return varint(number << 3) + varint(value)


def tensor(name: str, kind: int, dims: list[int], raw: bytes) -> bytes:
    return b"".join(whole(1, dim) for dim in dims) + whole(2, kind) + data(8, name) + data(9, raw)


def floats(name: str, *values: float, scalar: bool = False) -> bytes:
    return tensor(name, 1, [] if scalar else [len(values)], struct.pack(f"<{len(values)}f", *values))


def integers(name: str, *values: int) -> bytes:
    return tensor(name, 7, [len(values)], struct.pack(f"<{len(values)}q", *values))


def node(operation: str, inputs: list[str], output: str, **integer: int) -> bytes:
    attributes = b"".join(data(5, data(1, name) + whole(3, value) + whole(20, 2)) for name, value in integer.items())
    return b"".join(data(1, name) for name in inputs) + data(2, output) + data(4, operation) + attributes


def value(name: str, kind: int, *dims: str | int) -> bytes:
    shape = b"".join(data(1, data(2, dim) if isinstance(dim, str) else whole(1, dim)) for dim in dims)
    return data(1, name) + data(2, data(1, whole(1, kind) + data(2, shape)))


def model(*, durations: str = "/Ceil_output_0", speakers: int = 1) -> bytes:
    table = [0.5, 1, 1] + [3 + at % 5 for at in range(len(SYMBOLS) - 3)]
    nodes = [
        node("Gather", ["table", "input"], "looked"),
        node("Slice", ["scales", "one", "two", "zero"], "stretch"),
        node("Mul", ["looked", "stretch"], "stretched"),
        node("Ceil", ["stretched"], durations),
        node("ReduceSum", [durations], "frames", keepdims=0),
        node("Mul", ["frames", "hop"], "length"),
        node("Range", ["nothing", "length", "single"], "times"),
        node("Mul", ["times", "pitch"], "phase"),
        node("Sin", ["phase"], "wave"),
        node("Mul", ["wave", "loudness"], "quiet"),
        node("Reshape", ["quiet", "shape"], "output"),
    ]
    constants = [
        floats("table", *table),
        floats("hop", HOP, scalar=True),
        floats("nothing", 0, scalar=True),
        floats("single", 1, scalar=True),
        floats("pitch", 0.1, scalar=True),
        floats("loudness", 0.3, scalar=True),
        integers("one", 1),
        integers("two", 2),
        integers("zero", 0),
        integers("shape", 1, 1, -1),
    ]
    graph = b"".join(data(1, each) for each in nodes) + data(2, "tiny") + b"".join(data(5, each) for each in constants)
    graph += (
        data(11, value("input", 7, 1, "count"))
        + data(11, value("input_lengths", 7, 1))
        + data(11, value("scales", 1, 3))
    )
    graph += data(11, value("sid", 7, 1)) if speakers > 1 else b""
    graph += data(12, value("output", 1, 1, 1, "samples"))
    return whole(1, 8) + data(8, data(1, "") + whole(2, 17)) + data(7, graph)


def configuration(language: str = "en_GB", espeak: str = "en-gb", speakers: int = 1) -> dict:
    return {
        "audio": {"sample_rate": RATE, "quality": "low"},
        "espeak": {"voice": espeak},
        "language": {"code": language},
        "inference": {"noise_scale": 0.667, "length_scale": 1.0, "noise_w": 0.8},
        "phoneme_id_map": {symbol: [at] for at, symbol in enumerate(SYMBOLS)},
        "num_speakers": speakers,
    }


def write(path: Path, **more) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(model())
    path.with_name(path.name + ".json").write_text(json.dumps(configuration(**more)), encoding="utf-8")
    return path
