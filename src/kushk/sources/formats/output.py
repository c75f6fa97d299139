"""The JSON form of what the parsers return: the stable schema of ``./kushk read --json`` (docs/read-json.md)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kushk.core.document import Block, Document, MarkKind
from kushk.core.jsonform import blocks_json
from kushk.core.markup import content_html
from kushk.sources.formats.parsed import (
    Attachment,
    FeedLink,
    FeedList,
    Parsed,
    ParsedFeed,
    ParsedStory,
    RelatedCard,
    Warned,
)


def as_json(parsed: Parsed) -> dict[str, Any]:
    """Return the JSON object for a story, a feed or a list of feeds. Unknown texts are ``""``."""
    if isinstance(parsed, ParsedFeed):
        return feed_json(parsed)
    if isinstance(parsed, FeedList):
        return list_json(parsed)
    return story_json(parsed)


def story_json(story: ParsedStory) -> dict[str, Any]:
    """Return the JSON object for one story."""
    document = story.document
    return {
        "format": story.format,
        "id": story.id,
        "url": story.url,
        "title": story.title,
        "byline": story.byline,
        "authors": list(story.authors),
        "published": story.published,
        "modified": story.modified,
        "language": document.language,
        "dir": document.direction,
        "publication": story.publication,
        "section": story.section,
        "standfirst": document.standfirst.text if document.standfirst else "",
        "excerpt": story.excerpt,
        "paragraphs": list(document.paragraphs),
        "text": document.text,
        "content_html": content_html(document),
        "blocks": blocks_json(document),
        "media": _media(story),
        "categories": list(story.categories),
        "links": _links(document),
        "related": [_card(card) for card in story.related],
        "feeds": [_feed_link(feed) for feed in story.feeds],
        "warnings": _warnings(story.warnings),
    }


def entry_json(story: ParsedStory) -> dict[str, Any]:
    """Return the JSON object for one entry of a feed: a story under the names that feeds use as well."""
    return {
        **story_json(story),
        "updated": story.modified,
        "author": story.byline,
        "summary": story.summary,
    }


def feed_json(feed: ParsedFeed) -> dict[str, Any]:
    """Return the JSON object for a feed."""
    return {
        "format": feed.format,
        "title": feed.title,
        "url": feed.url,
        "feed_url": feed.feed_url,
        "language": feed.language,
        "description": feed.description,
        "updated": feed.updated,
        "entries": [entry_json(entry) for entry in feed.entries],
        "warnings": _warnings(feed.warnings),
    }


def list_json(found: FeedList) -> dict[str, Any]:
    """Return the JSON object for a list of feeds."""
    return {
        "format": found.format,
        "title": found.title,
        "feeds": [_feed_link(feed) for feed in found.feeds],
        "warnings": _warnings(found.warnings),
    }


def _feed_link(feed: FeedLink) -> dict[str, str]:
    return {"title": feed.title, "url": feed.url, "site": feed.site, "folder": feed.folder}


def _card(card: RelatedCard) -> dict[str, Any]:
    return {
        "title": card.title,
        "dek": card.dek,
        "minutes": card.minutes,
        "published": card.published,
        "publication": card.publication,
        "url": card.url,
    }


def _warnings(warnings: tuple[Warned, ...]) -> list[dict[str, str]]:
    return [{"code": warned.code, "detail": warned.detail} for warned in warnings]


def _media(story: ParsedStory) -> list[dict[str, Any]]:
    """List the story's media once each: its picture, then those of the body, then what came beside it."""
    seen: dict[str, dict[str, Any]] = {}
    for attachment in _attachments(story):
        media = attachment.media
        known = seen.setdefault(media.src or attachment.caption, {"kind": str(media.kind), "url": media.src})
        found = {
            "alt": media.alt,
            "width": media.width,
            "height": media.height,
            "mime": media.mime,
            "caption": attachment.caption,
            "credit": attachment.credit,
            "bytes": attachment.bytes,
            "seconds": attachment.seconds,
        }
        for name, value in found.items():
            known[name] = known.get(name) or value
    return list(seen.values())


def _attachments(story: ParsedStory) -> Iterator[Attachment]:
    if story.picture:
        yield Attachment(story.picture)
    for block in story.document.walk():
        if block.media:
            yield Attachment(block.media, caption=block.text, credit=block.credit)
    yield from story.attachments


def _links(document: Document) -> list[dict[str, str]]:
    links: dict[str, str] = {}
    for block in document.walk():
        for address, words in _links_of(block):
            links[address] = links.get(address) or words
    return [{"url": address, "text": words} for address, words in links.items()]


def _links_of(block: Block) -> Iterator[tuple[str, str]]:
    for sentence in block.sentences:
        for mark in sentence.marks:
            if mark.kind is MarkKind.LINK:
                yield mark.href, sentence.text[mark.start : mark.end]
