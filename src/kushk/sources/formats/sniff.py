"""What some bytes are: the bytes say it, the media type only breaks ties."""

from __future__ import annotations

import re
from enum import StrEnum

from kushk.sources.formats.charset import decode
from kushk.sources.formats.errors import EmptyInput
from kushk.sources.formats.parsed import Input


class Kind(StrEnum):
    """The kinds of input that there is a parser for, and the others by what a person would call them."""

    FEED = "a feed"
    JSON_FEED = "a JSON feed"
    OPML = "a list of feeds"
    PAGE = "a web page"
    TEXT = "a text"
    XML = "XML of another kind"
    JSON = "JSON of another kind"
    BINARY = "a file of another kind"


_HEAD = 64 * 1024
_BEFORE = re.compile(
    r"(?:[\s\ufeff\0]++|<\?(?!php)[^>]{0,2000}+>|<!--.*?-->|<!DOCTYPE\b[^>\[]*+(?:\[.*?\]\s*+)?>)",
    re.DOTALL | re.IGNORECASE,
)
_ELEMENT = re.compile(r"<(?:[\w.\-]+:)?([A-Za-z][\w.\-]*)")
_DOCTYPE = re.compile(r"<!DOCTYPE\s+(?:[\w.\-]+:)?([A-Za-z][\w.\-]*)", re.IGNORECASE)
_FEED_ROOT = re.compile(r"<(?:[\w.\-]+:)?(?:rss|rdf|feed|opml)\s[^<>]*(?:version|xmlns)[^<>]*>|<rss\s*>", re.IGNORECASE)
_FEED_PART = re.compile(r"<(?:[\w.\-]+:)?(?:channel|item|entry|outline|title|id)[\s>]", re.IGNORECASE)
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_JSON_FEED = re.compile(r"\"version\"\s*:\s*\"https?:\\?/\\?/(?:www\.)?jsonfeed\.org", re.IGNORECASE)
_JSON_ITEMS = re.compile(r"\"items\"\s*:\s*\[")
_JSON_MEMBER = re.compile(r"\"(?:content_html|content_text|home_page_url|feed_url|date_published)\"\s*:")
_HTML_TAG = re.compile(
    r"<(?:p|div|article|section|h[1-6]|span|a|img|ul|ol|table|br|main|header|title|meta|link|script|style)\b[^<>]*>",
    re.IGNORECASE,
)
_BLANK = b"\0 \t\r\n\f\v\xef\xbb\xbf\xfe\xff"
_MAGIC = (
    b"\x1f\x8b",
    b"PK\x03\x04",
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BZh",
    b"\xfd7zXZ",
    b"\x7fELF",
    b"Rar!",
)

_ROOTS = {
    "rss": Kind.FEED,
    "rdf": Kind.FEED,
    "feed": Kind.FEED,
    "channel": Kind.FEED,
    "entry": Kind.FEED,
    "opml": Kind.OPML,
    "html": Kind.PAGE,
}


def sniff(source: Input) -> Kind:
    """Return what the bytes of ``source`` are.

    Raises:
        EmptyInput: there is nothing in them.
    """
    if not source.body.strip(_BLANK):
        raise EmptyInput
    body = source.body[:_HEAD]
    if body.isspace():
        body = source.body.lstrip()[:_HEAD]
    if body.startswith(_MAGIC):
        return Kind.BINARY
    text = decode(body, source.media_type).text.lstrip("\ufeff\0")
    kind = _kind(text, source.media_type)
    unread = kind in (Kind.TEXT, Kind.JSON, Kind.XML)
    return Kind.BINARY if unread and _is_binary(text) else kind


def _kind(text: str, media_type: str) -> Kind:
    start = _past_prolog(text)
    if text[start : start + 1] in ("{", "["):
        return _json_kind(text[start:], media_type)
    if text.startswith("<", start):
        return _markup_kind(text, start)
    return _hidden_feed(text, start) or (Kind.PAGE if _is_page(text, media_type) else Kind.TEXT)


def _is_binary(text: str) -> bool:
    """Texts have hardly any control characters, and none that is NUL."""
    odd = sum(1 for each in text[:4096] if each < " " and each not in "\t\n\r\f\v\x1b")
    return "\0" in text[:4096] or odd * 20 > len(text[:4096])


def _past_prolog(text: str) -> int:
    at = 0
    while match := _BEFORE.match(text, at):
        at = match.end()
    return at


def _json_kind(text: str, media_type: str) -> Kind:
    if _JSON_FEED.search(text):
        return Kind.JSON_FEED
    if _JSON_ITEMS.search(text) and ("feed+json" in media_type.lower() or _JSON_MEMBER.search(text)):
        return Kind.JSON_FEED
    looks = re.match(r"[\[{]\s*(?:[\"\[{\]}\d-]|true|false|null)", text)
    return Kind.JSON if looks else Kind.TEXT


def _markup_kind(text: str, start: int) -> Kind:
    element = _DOCTYPE.match(text, start) or _ELEMENT.match(text, start)
    name = element[1].lower() if element else ""
    if name in _ROOTS:
        return _ROOTS[name]
    hidden = _hidden_feed(text, start)
    if hidden:
        return hidden
    if _PAGE.search(text) or _HTML_TAG.match(text, start):
        return Kind.PAGE
    return Kind.XML if element and text.lstrip("\ufeff").lstrip().startswith("<?xml") else _loose(text, element)


def _loose(text: str, element: re.Match[str] | None) -> Kind:
    if _HTML_TAG.search(text):
        return Kind.PAGE
    closed = element is not None and f"</{element[0][1:]}" in text
    return Kind.XML if closed else Kind.TEXT


def _hidden_feed(text: str, start: int) -> Kind | None:
    """Find a feed behind what a faulty server printed first (a PHP warning); a page may well speak of ``<rss>``."""
    match = _FEED_ROOT.search(text, start)
    if match is None or match.start() - start > _HEAD // 4:
        return None
    if _PAGE.search(text, start, match.start()) or not _FEED_PART.search(text, match.end()):
        return None
    return Kind.OPML if "opml" in match[0][:12].lower() else Kind.FEED


def _is_page(text: str, media_type: str) -> bool:
    if _PAGE.search(text):
        return True
    return "html" in media_type.lower() and _HTML_TAG.search(text) is not None
