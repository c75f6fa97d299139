"""A look into an ONNX file without a library for it: make it tell how long each phoneme is.

A file in protobuf may be continued: repeated fields that follow are added to those before. So one more output of the
graph is a few bytes at the end. Field numbers are those of ``onnx.proto``: ModelProto.graph 7, GraphProto.output 12,
ValueInfoProto.name 1, NodeProto.output 2.
"""

from __future__ import annotations

_MARK = b"Ceil_output_0"
"""How the names end that an export of VITS gives to the rounded-up durations; there is one."""
_OUTPUT_OF_NODE = 0x12
_LONGEST_NAME = 127


def durations_name(model: bytes) -> str | None:
    """Return the name of the value that holds the durations, None where there is none or more than one."""
    names, at = set(), model.find(_MARK)
    while at >= 0:
        name = _name_ending(model, at + len(_MARK))
        if name:
            names.add(name)
        at = model.find(_MARK, at + 1)
    return names.pop().decode("ascii") if len(names) == 1 else None


def with_output(model: bytes, name: str) -> bytes:
    """Return a model whose graph puts one more of its values out."""
    return model + _field(7, _field(12, _field(1, name.encode("ascii"))))


def _name_ending(model: bytes, end: int) -> bytes | None:
    """Return the name of a node's output that ends there: what as many bytes long as the byte before it says."""
    for length in range(len(_MARK), _LONGEST_NAME + 1):
        start = end - length
        if start >= 2 and model[start - 1] == length and model[start - 2] == _OUTPUT_OF_NODE:  # noqa: PLR2004
            name = model[start:end]
            return name if name.isascii() else None
    return None


def _field(number: int, content: bytes) -> bytes:
    return _number(number << 3 | 2) + _number(len(content)) + content


def _number(value: int) -> bytes:
    parts = bytearray()
    while value > 0x7F:  # noqa: PLR2004 - seven bits a byte
        parts.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes((*parts, value))
