"""Pictures in documents: from the address that a source names to the picture that is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kushk.core.document import Block, Document, MediaKind

KEPT = "media:"
"""Begins the ``src`` of a picture that is kept; its name follows."""


def with_kept_pictures(document: Document, kept: Mapping[str, str]) -> Document:
    """Return the document with ``media:NAME`` in place of each address under which a picture is kept.

    Args:
        document: any document.
        kept: names of kept pictures by address.
    """
    if not kept:
        return document
    return document.with_blocks(tuple(_resolved(block, kept) for block in document.blocks))


def _resolved(block: Block, kept: Mapping[str, str]) -> Block:
    if block.media is not None and block.media.src in kept:
        block = replace(block, media=replace(block.media, src=KEPT + kept[block.media.src]))
    if block.children:
        block = replace(block, children=tuple(_resolved(child, kept) for child in block.children))
    return block


def picture_addresses(document: Document) -> Iterator[str]:
    """Yield the address of each picture of a document that is not kept yet, in reading order."""
    for block in document.walk():
        media = block.media
        if media is not None and media.kind is MediaKind.IMAGE and media.src and not media.src.startswith(KEPT):
            yield media.src


def kept_names(document: Document) -> Iterator[str]:
    """Yield the name of each kept picture of a document, in reading order."""
    for block in document.walk():
        if block.media is not None and block.media.src.startswith(KEPT):
            yield block.media.src.removeprefix(KEPT)
