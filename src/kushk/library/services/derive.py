"""What lists and search keep of a document: derived from the part that may be shown, never from more."""

from __future__ import annotations

from kushk.core.document import Document
from kushk.core.reading import reading_minutes
from kushk.library.cutting import Cut, visible
from kushk.library.models import SearchText, Story, StoryState
from kushk.library.search.words import search_row


def fill_from_document(story: Story, document: Document, cut: Cut) -> None:
    """Set the fields of a story's row that its document gives."""
    story.dek = dek_of(document, cut)
    story.headline = headline_of(document) or _line(story.dek, _STAND_IN) or "…"
    story.byline = _line(document.byline.text if document.byline else "", 500)
    story.language = document.language[:35] or "und"
    story.base_language = base_of(document.language)
    story.direction = document.direction
    story.reading_minutes = reading_minutes(document)


_STAND_IN = 100
"""Characters of the text that stand in for a missing headline."""


def headline_of(document: Document) -> str:
    """Return a document's headline on one line, empty when it has none."""
    return _line(document.headline.text if document.headline else "", 1000)


def dek_of(document: Document, cut: Cut) -> str:
    """Return what stands under the headline on a card: the standfirst, or else how the story begins."""
    card = visible(document, cut, "card")
    text = card.standfirst.text if card.standfirst else " ".join(block.text for block in card.blocks)
    return _line(text, 1000)


def search_text_of(story: Story, document: Document, cut: Cut) -> SearchText | None:
    """Return the search row of a story; None for one that readers may not have."""
    if story.state != StoryState.PUBLISHED:
        return None
    return SearchText(story_id=story.pk, **search_row(story, visible(document, cut, "search")))


def base_of(language: str) -> str:
    """Return the first part of a BCP 47 tag in lower case."""
    return (language.replace("_", "-").partition("-")[0].lower() or "und")[:8]


def _line(text: str, limit: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"
