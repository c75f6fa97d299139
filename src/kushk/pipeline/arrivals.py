"""From what a parser saw to what the library takes in. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from kushk.core.document import Document
from kushk.library.api import Arrival
from kushk.sources.formats.parsed import Attachment, ParsedStory


def arrival_of(story: ParsedStory, issue: date | None = None) -> Arrival:
    """Return the parsed story as the library takes it in."""
    return Arrival(
        document=story.document,
        guid=story.id,
        url=story.url,
        published=story.published,
        modified=story.modified,
        section=story.section,
        issue=issue,
        categories=story.categories,
        picture=story.picture,
        attachments=tuple(_attachment(found) for found in story.attachments),
        excerpt=story.excerpt,
    )


def _attachment(found: Attachment) -> dict[str, Any]:
    return {
        "kind": found.media.kind.value,
        "src": found.media.src,
        "alt": found.media.alt,
        "mime": found.media.mime,
        "bytes": found.bytes,
        "seconds": found.seconds,
        "caption": found.caption,
        "credit": found.credit,
    }


def readable(story: ParsedStory) -> bool:
    """Tell whether there is anything to show: a headline or some words."""
    return bool(story.title or story.document.headline or story.document.text)


def completed(entry: ParsedStory, page: ParsedStory) -> ParsedStory | None:
    """Return the feed's entry with the body of its page, or None when the page is not the better text.

    The feed stays the authority on what the item is (id, link, dates, headline); the page gives the body
    and whatever the feed left out.
    """
    if page.excerpt or _weight(page.document) <= _weight(entry.document):
        return None
    document = replace(
        page.document,
        headline=entry.document.headline or page.document.headline,
        standfirst=page.document.standfirst or entry.document.standfirst,
        byline=entry.document.byline or page.document.byline,
    )
    return replace(
        entry,
        document=document,
        excerpt=False,
        title=entry.title or page.title,
        byline=entry.byline or page.byline,
        authors=entry.authors or page.authors,
        published=entry.published or page.published,
        modified=entry.modified or page.modified,
        section=entry.section or page.section,
        picture=entry.picture or page.picture,
    )


def _weight(document: Document) -> int:
    """How much text a body has: its letters, so that mark-up and spacing do not count."""
    return sum(character.isalnum() for text in document.paragraphs for character in text)
