"""The picture that stands above a story's text, and the body that is left below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kushk.core.document import Block, BlockKind, Document, Sentence
from kushk.library.api import Picture, Story, permissions_of, picture_of


@dataclass(frozen=True, slots=True)
class Leading:
    """A leading picture with its words; ``document`` is the story without it."""

    document: Document
    picture: Picture | None = None
    alt: str = ""
    sentences: tuple[Sentence, ...] = ()
    caption: str = ""
    credit: str = ""


def leading_picture(story: Story, document: Document, pictures: Mapping[str, Picture]) -> Leading:
    """Return the picture to show above the text.

    A figure that opens the body leads, with its caption. Otherwise the story's own picture does, unless the
    body shows it further down.
    """
    first = document.blocks[0] if document.blocks else None
    if first is not None and (kept := _picture_of(first, pictures)) and first.media:
        rest = document.with_blocks(document.blocks[1:])
        return Leading(rest, kept, first.media.alt, first.sentences, credit=first.credit)
    own = _own_picture(story, pictures)
    if own is None or own.src in {kept.src for block in document.walk() if (kept := _picture_of(block, pictures))}:
        return Leading(document)
    words = _attached(story)
    return Leading(
        document, own, words.get("alt", ""), caption=words.get("caption", ""), credit=words.get("credit", "")
    )


def _picture_of(block: Block, pictures: Mapping[str, Picture]) -> Picture | None:
    if block.kind is not BlockKind.FIGURE or block.media is None:
        return None
    return pictures.get(block.media.src)


def _own_picture(story: Story, pictures: Mapping[str, Picture]) -> Picture | None:
    """Return the story's own picture when its rights let it be shown."""
    if story.picture is None or not permissions_of(story).images:
        return None
    return pictures.get(f"media:{story.picture_id}") or picture_of(story.picture)


def _attached(story: Story) -> dict[str, str]:
    """Return caption and credit that came with the story's own picture."""
    same = (each for each in story.attachments if each.get("src") == story.picture_address)
    return next(same, {})
