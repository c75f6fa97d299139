"""What the parsers return: stories, feeds and lists of feeds, with what they had to warn about."""

from __future__ import annotations

from dataclasses import dataclass, field

from kushk.core.document import Document, Media


@dataclass(frozen=True, slots=True)
class Warned:
    """Something odd that did not stop the parser. ``code`` is kebab-case, documented in docs/errors.md."""

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class RelatedCard:
    """A related-story card as the page shows it."""

    title: str
    dek: str = ""
    minutes: int | None = None
    """Minutes to read, as printed."""
    published: str = ""
    """ISO 8601, no more precise than the page."""
    publication: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """Media of a story outside its body: enclosure, media:content, og:image."""

    media: Media
    bytes: int = 0
    seconds: float = 0.0
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class FeedLink:
    """The address of a feed, from a list (OPML) or from a page's own autodiscovery links."""

    title: str
    url: str
    site: str = ""
    """The page that the feed belongs to."""
    folder: str = ""


@dataclass(frozen=True, slots=True)
class ParsedStory:
    """One story as its source gave it. Dates are ISO 8601, no more precise than the source."""

    format: str
    document: Document
    id: str = ""
    """The source's own id of the item; empty when it has none."""
    url: str = ""
    title: str = ""
    """Plain text of the headline (the document's headline holds it too)."""
    byline: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    modified: str = ""
    publication: str = ""
    section: str = ""
    summary: str = ""
    """Plain text of the source's own summary, whether or not it is shown as standfirst."""
    excerpt: bool = False
    """True when the source gives only a part of the story (a summary, a cut text)."""
    categories: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    picture: Media | None = None
    """The picture that stands for the story (og:image, media:thumbnail, first figure)."""
    related: tuple[RelatedCard, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    """Feeds that the page itself announces."""
    warnings: tuple[Warned, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed and its stories, in the feed's own order."""

    format: str
    """``rss``, ``rdf``, ``atom`` or ``jsonfeed``."""
    title: str = ""
    url: str = ""
    """The page the feed belongs to."""
    feed_url: str = ""
    """The feed's own address, as it states it (atom:link rel=self, feed_url)."""
    language: str = ""
    description: str = ""
    picture: str = ""
    updated: str = ""
    rights: str = ""
    next_url: str = ""
    """Next page of a paged feed (RFC 5005, JSON Feed next_url)."""
    hub: str = ""
    minutes_to_live: int = 0
    """How long the feed asks not to be fetched again (ttl, sy:updatePeriod); 0 when it says nothing."""
    entries: tuple[ParsedStory, ...] = ()
    warnings: tuple[Warned, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedList:
    """A list of feeds (OPML)."""

    format: str
    title: str = ""
    feeds: tuple[FeedLink, ...] = ()
    warnings: tuple[Warned, ...] = ()


Parsed = ParsedStory | ParsedFeed | FeedList


@dataclass(frozen=True, slots=True)
class Input:
    """Bytes to parse, with what the transport said of them."""

    body: bytes
    url: str = ""
    """Where it came from, after redirects; relative links are resolved against it."""
    media_type: str = ""
    """``Content-Type`` as sent, parameters included; empty when unknown."""
    headers: dict[str, str] = field(default_factory=dict)
