"""The JSON form of a document: compact, versioned, and checked when it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from kushk.core.document import SCHEMA, Block, BlockKind, Document, Mark, MarkKind, Media, MediaKind, Sentence
from kushk.core.errors import KushkError

DEEPEST = 64
"""How far blocks may be nested in what is read; ``core.limits`` lets documents be half as deep."""


class BadDocument(KushkError):
    """The JSON is not a document of a schema that this version can read."""

    code = "bad-document"
    words = "This is not the JSON of a document: {reason}."


_FRONT = ("headline", "standfirst", "byline")
_SENTENCE = {"tail": ""}
_MARK = {"href": "", "language": ""}
_MEDIA = {"alt": "", "width": 0, "height": 0, "mime": "", "title": ""}
_BLOCK = {"level": 0, "ordered": False, "start": 1, "credit": "", "language": "", "columns": 1, "rows": 1}
"""Fields that are left out when they have these values; a value's type is the field's."""


def to_json(document: Document) -> dict[str, Any]:
    """Return the document as JSON values; equal documents give equal ones, with the names in the same order."""
    form: dict[str, Any] = {"schema": SCHEMA, "language": document.language, "dir": document.direction}
    for name in _FRONT:
        block = getattr(document, name)
        if block is not None:
            form[name] = block_json(block)
    form["blocks"] = blocks_json(document)
    return form


def blocks_json(document: Document) -> list[dict[str, Any]]:
    """Return the body's blocks as JSON values, with their sentences and the sentences' ids."""
    return [block_json(block) for block in document.blocks]


def block_json(block: Block) -> dict[str, Any]:
    """Return a block as JSON values; what is empty or as usual is left out."""
    form: dict[str, Any] = {"kind": block.kind.value}
    _put(form, block, _BLOCK)
    if block.media is not None:
        form["media"] = {"kind": block.media.kind.value, "src": block.media.src}
        _put(form["media"], block.media, _MEDIA)
    if block.sentences:
        form["sentences"] = [_sentence_json(sentence) for sentence in block.sentences]
    if block.children:
        form["children"] = [block_json(child) for child in block.children]
    return form


def _sentence_json(sentence: Sentence) -> dict[str, Any]:
    form: dict[str, Any] = {"id": sentence.id, "text": sentence.text}
    if sentence.tail:
        form["tail"] = sentence.tail
    if sentence.marks:
        form["marks"] = [_mark_json(mark) for mark in sentence.marks]
    return form


def _mark_json(mark: Mark) -> dict[str, Any]:
    form: dict[str, Any] = {"kind": mark.kind.value, "start": mark.start, "end": mark.end}
    _put(form, mark, _MARK)
    return form


def _put(form: dict[str, Any], value: object, usual: Mapping[str, Any]) -> None:
    for name, left_out in usual.items():
        own = getattr(value, name)
        if own != left_out:
            form[name] = own


def from_json(form: Any) -> Document:
    """Return the document that ``to_json`` gave this form of.

    Blocks and marks of a kind that this version does not know are skipped, as are unknown names.

    Raises:
        BadDocument: another schema, a value that is missing or of another type, a mark outside its text.
    """
    fields = _object(form, "the document")
    if fields.get("schema") != SCHEMA:
        raise BadDocument(reason=f"its schema is {fields.get('schema')!r}, not {SCHEMA}")
    direction = _value(fields, "dir", str)
    if direction not in {"ltr", "rtl"}:
        raise BadDocument(reason=f"its direction is {direction!r}")
    return Document(
        language=_value(fields, "language", str),
        direction=direction,
        **{name: _block(fields[name], 1) for name in _FRONT if name in fields},
        blocks=_known(fields, "blocks", lambda each: _block(each, 1)),
    )


def _block(form: Any, depth: int) -> Block | None:
    if depth > DEEPEST:
        raise BadDocument(reason=f"its blocks are nested more than {DEEPEST} deep")
    fields = _object(form, "a block")
    kind = _kind(fields, BlockKind)
    if kind is None:
        return None
    return Block(
        kind=kind,
        sentences=_known(fields, "sentences", _sentence),
        children=_known(fields, "children", lambda each: _block(each, depth + 1)),
        media=_media(fields["media"]) if "media" in fields else None,
        **_usual(fields, _BLOCK),
    )


def _sentence(form: Any) -> Sentence:
    fields = _object(form, "a sentence")
    text = _value(fields, "text", str)
    return Sentence(
        id=_value(fields, "id", str),
        text=text,
        marks=_known(fields, "marks", lambda each: _mark(each, len(text))),
        **_usual(fields, _SENTENCE),
    )


def _mark(form: Any, length: int) -> Mark | None:
    fields = _object(form, "a mark")
    start, end = _value(fields, "start", int), _value(fields, "end", int)
    if not 0 <= start < end <= length:
        raise BadDocument(reason=f"a mark from {start} to {end} in a text of {length} characters")
    kind = _kind(fields, MarkKind)
    return None if kind is None else Mark(kind, start, end, **_usual(fields, _MARK))


def _media(form: Any) -> Media | None:
    fields = _object(form, "media")
    kind = _kind(fields, MediaKind)
    return None if kind is None else Media(kind, _value(fields, "src", str), **_usual(fields, _MEDIA))


_K = TypeVar("_K", bound=StrEnum)
_T = TypeVar("_T")


def _kind(fields: dict[str, Any], kinds: type[_K]) -> _K | None:
    name = _value(fields, "kind", str)
    return kinds(name) if name in kinds._value2member_map_ else None


def _known(fields: dict[str, Any], name: str, read: Callable[[Any], _T | None]) -> tuple[_T, ...]:
    values = fields.get(name, [])
    if not isinstance(values, list):
        raise BadDocument(reason=f"{name} is not a list")
    return tuple(value for value in map(read, values) if value is not None)


def _usual(fields: dict[str, Any], usual: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _value(fields, name, type(value)) for name, value in usual.items() if name in fields}


def _value(fields: dict[str, Any], name: str, kind: type[_T]) -> _T:
    value = fields.get(name)
    if type(value) is not kind:
        raise BadDocument(reason=f"{name} is {type(value).__name__}, not {kind.__name__}")
    return value


def _object(form: Any, what: str) -> dict[str, Any]:
    if not isinstance(form, dict):
        raise BadDocument(reason=f"{what} is {type(form).__name__}, not an object")
    return form
