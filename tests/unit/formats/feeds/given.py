"""Small feeds to try the parsers on."""

from __future__ import annotations

from kushk.sources.formats import parse_feed
from kushk.sources.formats.parsed import Input, ParsedFeed, ParsedStory

NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"'
)
ATOM = "http://www.w3.org/2005/Atom"


def rss(*items: str, head: str = "<title>Paper</title><link>https://paper.example/</link>") -> str:
    """Return an RSS 2.0 feed with these items."""
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0" {NAMESPACES}><channel>{head}{inner}</channel></rss>'


def atom(*entries: str, head: str = "<title>Paper</title>", attributes: str = "") -> str:
    """Return an Atom feed with these entries."""
    inner = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="{ATOM}" {attributes}>{head}{inner}</feed>'


def feed_of(body: str | bytes, url: str = "", media_type: str = "") -> ParsedFeed:
    """Return what the parser makes of a feed."""
    data = body.encode() if isinstance(body, str) else body
    return parse_feed(Input(data, url=url, media_type=media_type))


def item(body: str, url: str = "") -> ParsedStory:
    """Return the story of an RSS feed with one item."""
    (story,) = feed_of(rss(body), url).entries
    return story


def entry(body: str, url: str = "", attributes: str = "") -> ParsedStory:
    """Return the story of an Atom feed with one entry."""
    (story,) = feed_of(atom(body, attributes=attributes), url).entries
    return story


def codes(parsed: ParsedFeed | ParsedStory) -> list[str]:
    """Return the codes of the warnings."""
    return [warned.code for warned in parsed.warnings]
