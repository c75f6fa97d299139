"""The feeds that a web page announces, or at least links to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kushk.sources.formats.charset import decode
from kushk.sources.formats.feed_links import absolute
from kushk.sources.formats.feed_text import one_line
from kushk.sources.formats.parsed import FeedLink

MOST = 50
_MOST_BYTES = 4 * 1024 * 1024

_TYPES = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "application/x.atom+xml",
        "application/x-atom+xml",
        "application/rss",
        "application/atom",
        "application/x-rss+xml",
        "text/rss",
        "text/rss+xml",
        "text/atom+xml",
    }
)
_MAYBE = frozenset({"application/xml", "text/xml", "application/json", ""})
_FEEDLIKE = re.compile(
    r"(?:^|[/._?&=-])(?:rss|atom|feeds?|rdf|jsonfeed)(?:\d(?:\.\d)?)?(?:[/._?&=-]|$)|[./](?:rss|atom|rdf)$",
    re.IGNORECASE,
)
_NOT_A_FEED = re.compile(
    r"\.(?:html?|png|jpe?g|gif|svg|webp|css|js|pdf)(?:[?#]|$)|oembed|/wp-json/(?!feed)", re.IGNORECASE
)
_COMMENTS = re.compile(
    r"/comments?(?:/feed)?(?:[/.?]|$)|comments?[-_/]?feed|feed[-_/]?comments?|[?&]feed=comments|/\d+/comments",
    re.IGNORECASE,
)
_SHARING = re.compile(
    r"//(?:[\w-]+\.)*(?:feedly|inoreader|netvibes|newsblur|theoldreader|bloglines|google|yahoo|facebook|twitter|x|linkedin|reddit|t)\.(?:com|me)/",
    re.IGNORECASE,
)


def discover(html: str | bytes, base_url: str = "") -> tuple[FeedLink, ...]:
    """Return the feeds of a page in the page's order, those of comments last.

    What ``<link rel="alternate">`` and ``rel="feed"`` announce; only where there is nothing of the kind, the
    page's ordinary links that look like feeds.

    Args:
        html: the page.
        base_url: its address; ``<base href>`` refines it.
    """
    text = html if isinstance(html, str) else decode(html[:_MOST_BYTES]).text
    page = LexborHTMLParser(text[:_MOST_BYTES])
    based = page.css_first("base[href]")
    base = absolute(based.attributes.get("href") or "", base_url) or base_url if based is not None else base_url
    found = _once(_announced(page, base)) or _once(_linked(page, base))
    found.sort(key=_is_of_comments)
    return tuple(replace(link, site=base_url) for link in found[:MOST])


def _once(links: Iterator[FeedLink]) -> list[FeedLink]:
    found: dict[str, FeedLink] = {}
    for link in links:
        known = found.setdefault(link.url, link)
        if link.title and not known.title:
            found[link.url] = link
    return list(found.values())


def _announced(page: LexborHTMLParser, base: str) -> Iterator[FeedLink]:
    for node in page.css("link[rel][href]"):
        stated = node.attributes
        rels = (stated.get("rel") or "").lower().split()
        kind = (stated.get("type") or "").partition(";")[0].strip().lower()
        address = stated.get("href") or ""
        if "stylesheet" in rels or not _is_feed(rels, kind, address):
            continue
        url = absolute(_web(address), base)
        if url:
            yield FeedLink(one_line(stated.get("title") or ""), url)


def _is_feed(rels: list[str], kind: str, address: str) -> bool:
    if "feed" in rels:
        return kind in _TYPES or kind in _MAYBE
    if "alternate" not in rels or _NOT_A_FEED.search(address):
        return False
    return kind in _TYPES or (kind in _MAYBE and kind != "" and _looks_like_feed(address))


def _linked(page: LexborHTMLParser, base: str) -> Iterator[FeedLink]:
    """Yield the links in the text that look like feeds; buttons of other readers' sites are none."""
    for node in page.css("a[href]"):
        address = _web(node.attributes.get("href") or "")
        url = absolute(address, base)
        if not url or _SHARING.search(url) or _NOT_A_FEED.search(url):
            continue
        kind = (node.attributes.get("type") or "").lower()
        if kind in _TYPES or (_looks_like_feed(url) and _near(url, base)):
            yield FeedLink(_label(node), url)


def _looks_like_feed(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    file = parts.path.lower()
    served = parts.netloc.lower().startswith(("feeds.", "rss."))
    return served or bool(_FEEDLIKE.search(path)) or (file.endswith(".xml") and "sitemap" not in file)


def _near(url: str, base: str) -> bool:
    """Another site's feed is seldom the page's own, but for the services that serve feeds for others."""
    if not base:
        return True
    host, home = (urlsplit(address).netloc.lower().removeprefix("www.") for address in (url, base))
    return host.endswith(home) or home.endswith(host) or "feed" in host or "rss" in host


def _label(node: LexborNode) -> str:
    stated = node.attributes.get("title") or node.attributes.get("aria-label") or node.text(deep=True) or ""
    return one_line(stated)[:200]


def _web(address: str) -> str:
    address = address.strip()
    if not address.lower().startswith("feed:"):
        return address
    rest = address[5:]
    return rest if rest.lower().startswith(("http:", "https:")) else "http:" + rest


def _is_of_comments(link: FeedLink) -> bool:
    return bool(_COMMENTS.search(link.url)) or bool(_COMMENT_TITLE.search(link.title))


_COMMENT_TITLE = re.compile(
    r"\bcomments?\b|\bcommentaires\b|\bkommentar\w*|\bcomentarios?\b|\bcomentários?\b|\bcommenti\b|\breacties\b|коммент|коментар"
    r"|التعليقات|تعليقات|نظرات|دیدگاه|תגובות|评论|評論|留言|コメント|댓글|टिप्पणी|yorum",
    re.IGNORECASE,
)
