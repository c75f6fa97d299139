"""What a story's cards say: only what the library shows of it."""

from __future__ import annotations

import re

from django.conf import settings

from kushk.core.document import CAPTIONED, Block, BlockKind, Document, Sentence
from kushk.core.languages import direction_of
from kushk.library import api as library
from kushk.renditions.cards.content import Imprint, QuoteContent, StoryContent, Words
from kushk.renditions.cards.quotation import quotation_marks, unquoted

_OWN_NAME = "Kushk"
"""A stand of this name signs with the wordmark."""

_WIDE_ENOUGH = 600
"""Pixels: the smallest kept size of a picture that is at least this wide is drawn."""

_NOT_QUOTED = CAPTIONED | {BlockKind.BYLINE, BlockKind.CODE, BlockKind.DIVIDER}
_SENTENCE_ID = re.compile(r"s\d{1,3}-[0-9a-f]{16}(?:-\d{1,6})?", re.ASCII)


def story_content(story: library.Story) -> StoryContent:
    """Return what a story's card says; nothing that ``visible_document(story, "card")`` does not have."""
    document = library.visible_document(story, "card")
    return StoryContent(
        imprint_of(story.publication),
        _words(document.headline, document),
        _words(document.standfirst, document),
        _picture(story),
    )


def quote_content(story: library.Story, sentence_id: str) -> QuoteContent | None:
    """Return what the card of a sentence says, None when readers cannot see a sentence of that id."""
    if not _SENTENCE_ID.fullmatch(sentence_id):
        return None
    document = library.visible_document(story)
    found = _found(document, sentence_id)
    if found is None:
        return None
    block, sentence = found
    language = block.language or document.language
    words = Words(unquoted(sentence.text), language, direction_of(language) if block.language else document.direction)
    return QuoteContent(
        imprint_of(story.publication), words, quotation_marks(language), _words(document.headline, document)
    )


def _found(document: Document, sentence_id: str) -> tuple[Block, Sentence] | None:
    for block in document.walk():
        if block.kind in _NOT_QUOTED:
            continue
        for sentence in block.sentences:
            if sentence.id == sentence_id:
                return block, sentence
    return None


def imprint_of(publication: library.Publication) -> Imprint:
    """Return whose card it is: a publication, on this stand."""
    name = publication.nameplate or publication.native_name or publication.name
    stand = "" if settings.STAND_NAME == _OWN_NAME else settings.STAND_NAME
    nameplate = Words(name, publication.language, direction_of(publication.language))
    return Imprint(nameplate, (publication.stripe_start, publication.stripe_end), stand)


def _words(block: Block | None, document: Document) -> Words:
    language = (block.language if block else "") or document.language
    text = block.text if block else ""
    return Words(text, language, document.direction)


def _picture(story: library.Story) -> str:
    """Return the file of the picture that stands for the story, when its rights let it be shown."""
    media = story.picture
    if media is None or not library.permissions_of(story).images:
        return ""
    wide = [size["file"] for size in media.variants if size["width"] >= _WIDE_ENOUGH]
    return str(wide[0]) if wide else media.file
