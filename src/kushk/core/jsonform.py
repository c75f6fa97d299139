"""The JSON form of a document: plain dictionaries, empty fields left out, a schema version."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kushk.core.document import SCHEMA, Block, BlockKind, Document, Mark, MarkKind, Media, MediaKind, Sentence
from kushk.core.errors import KushkError

_KINDS = {str(kind): kind for kind in BlockKind}
_MARKS = {str(kind): kind for kind in MarkKind}
_MEDIA = {str(kind): kind for kind in MediaKind}


class BadDocument(KushkError):
    """JSON that is not a document of a schema that this version reads."""

    code = "bad-document"
    words = "This is not a document: {reason}."


def to_json(document: Document) -> dict[str, Any]:
    """Return the document as JSON-ready dictionaries."""
    found: dict[str, Any] = {"schema": SCHEMA, "language": document.language, "dir": document.direction}
    for block in document.front:
        found[str(block.kind)] = block_json(block)
    found["blocks"] = blocks_json(document)
    return found


def blocks_json(document: Document) -> list[dict[str, Any]]:
    """Return the body's blocks as JSON-ready dictionaries."""
    return [block_json(block) for block in document.blocks]


def block_json(block: Block) -> dict[str, Any]:
    """Return one block as a JSON-ready dictionary."""
    found: dict[str, Any] = {"kind": str(block.kind)}
    if block.sentences:
        found["sentences"] = [_sentence_json(sentence) for sentence in block.sentences]
    if block.children:
        found["children"] = [block_json(child) for child in block.children]
    if block.media:
        found["media"] = _without_empty(
            kind=str(block.media.kind), src=block.media.src, alt=block.media.alt, width=block.media.width,
            height=block.media.height, mime=block.media.mime, title=block.media.title,
        )  # fmt: skip
    found.update(_without_empty(level=block.level, ordered=block.ordered, credit=block.credit, language=block.language))
    found.update(
        {
            name: value
            for name, value in (("start", block.start), ("columns", block.columns), ("rows", block.rows))
            if value != 1
        }
    )
    return found


def _sentence_json(sentence: Sentence) -> dict[str, Any]:
    found: dict[str, Any] = {"id": sentence.id, "text": sentence.text}
    if sentence.tail:
        found["tail"] = sentence.tail
    if sentence.marks:
        found["marks"] = [_mark_json(mark) for mark in sentence.marks]
    return found


def _mark_json(mark: Mark) -> dict[str, Any]:
    found = {"kind": str(mark.kind), "start": mark.start, "end": mark.end}
    return {**found, **_without_empty(href=mark.href, language=mark.language)}


def _without_empty(**fields: object) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def from_json(data: Mapping[str, Any]) -> Document:
    """Return the document that ``to_json`` wrote; blocks and marks of unknown kinds are skipped.

    Raises:
        BadDocument: the data has another schema, or is not of its shape.
    """
    if not isinstance(data, Mapping) or data.get("schema") != SCHEMA:
        schema = data.get("schema") if isinstance(data, Mapping) else None
        raise BadDocument(reason=f"schema {schema!r} is not {SCHEMA}")
    try:
        front = {name: _block(data[name]) for name in ("headline", "standfirst", "byline") if name in data}
        return Document(
            language=_text(data["language"]),
            direction="rtl" if data["dir"] == "rtl" else "ltr",
            blocks=_blocks(data["blocks"]),
            **front,
        )
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise BadDocument(reason=f"{type(error).__name__} at {error}") from None


def _blocks(found: list[Mapping[str, Any]]) -> tuple[Block, ...]:
    return tuple(block for block in map(_block, found) if block is not None)


def _block(data: Mapping[str, Any]) -> Block | None:
    kind = _KINDS.get(data["kind"])
    if kind is None:
        return None
    return Block(
        kind=kind,
        sentences=tuple(_sentence(sentence) for sentence in data.get("sentences", ())),
        children=_blocks(data.get("children", ())),
        level=int(data.get("level", 0)),
        ordered=bool(data.get("ordered", False)),
        start=int(data.get("start", 1)),
        media=_media(data["media"]) if "media" in data else None,
        credit=_text(data.get("credit", "")),
        language=_text(data.get("language", "")),
        columns=int(data.get("columns", 1)),
        rows=int(data.get("rows", 1)),
    )


def _sentence(data: Mapping[str, Any]) -> Sentence:
    text = _text(data["text"])
    marks = (_mark(mark, len(text)) for mark in data.get("marks", ()))
    return Sentence(
        id=_text(data["id"]),
        text=text,
        tail=_text(data.get("tail", "")),
        marks=tuple(mark for mark in marks if mark is not None),
    )


def _mark(data: Mapping[str, Any], length: int) -> Mark | None:
    kind, start, end = _MARKS.get(data["kind"]), int(data["start"]), int(data["end"])
    if not 0 <= start <= end <= length:
        raise ValueError("a mark outside its sentence")
    return Mark(kind, start, end, _text(data.get("href", "")), _text(data.get("language", ""))) if kind else None


def _media(data: Mapping[str, Any]) -> Media | None:
    kind = _MEDIA.get(data["kind"])
    if kind is None:
        return None
    texts = {name: _text(data.get(name, "")) for name in ("alt", "mime", "title")}
    return Media(kind, _text(data["src"]), width=int(data.get("width", 0)), height=int(data.get("height", 0)), **texts)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text")
    return value
