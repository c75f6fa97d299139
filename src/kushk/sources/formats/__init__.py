"""One pure parser a format: bytes in, stories out; no Django and no I/O."""

from __future__ import annotations

from kushk.sources.formats.errors import EmptyInput, NotAFeed, TooLarge, UnknownFormat
from kushk.sources.formats.packed import unpacked
from kushk.sources.formats.parsed import Input, Parsed, ParsedFeed, ParsedStory
from kushk.sources.formats.sniff import Kind, sniff

__all__ = ["MOST_BYTES", "parse", "parse_feed"]

MOST_BYTES = 64 * 1024 * 1024
"""The longest input that is taken in."""


def parse(source: Input) -> Parsed:
    """Return the stories, feed or list of feeds that some bytes hold; their format is told by the bytes.

    Raises:
        EmptyInput: there is nothing in them.
        UnknownFormat: there is no parser for what they are.
        FormatError: they are broken beyond mending, or hostile.
    """
    source = unpacked(source, MOST_BYTES)
    kind = _kind(source)
    if kind in (Kind.FEED, Kind.JSON_FEED):
        return _feed(kind, source)
    if kind is Kind.OPML:
        from kushk.sources.formats.opml import parse_opml

        return parse_opml(source)
    if kind is Kind.PAGE:
        from kushk.sources.formats.page import parse_page

        return parse_page(source)
    if kind is Kind.TEXT:
        return _text(source)
    raise UnknownFormat


def parse_feed(source: Input) -> ParsedFeed:
    """Return the feed that some bytes hold.

    Raises:
        NotAFeed: they are something else, which the error names.
        FormatError: they are empty, broken beyond mending, or hostile.
    """
    source = unpacked(source, MOST_BYTES)
    kind = _kind(source)
    if kind not in (Kind.FEED, Kind.JSON_FEED):
        raise NotAFeed(found=kind.value)
    return _feed(kind, source)


def _kind(source: Input) -> Kind:
    if not source.body:
        raise EmptyInput
    if len(source.body) > MOST_BYTES:
        raise TooLarge(limit=MOST_BYTES)
    return sniff(source)


def _feed(kind: Kind, source: Input) -> ParsedFeed:
    if kind is Kind.JSON_FEED:
        from kushk.sources.formats.jsonfeed import parse_json_feed

        return parse_json_feed(source)
    from kushk.sources.formats.feed import parse_xml_feed

    return parse_xml_feed(source)


def _text(source: Input) -> ParsedStory:
    from kushk.sources.formats.charset import decode
    from kushk.sources.formats.pasted import parse_pasted

    return parse_pasted(decode(source.body, source.media_type).text, source.url)
