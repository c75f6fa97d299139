"""A podcast feed as XML: RSS 2.0 with Apple's and Podcasting 2.0's elements. Pure: what it is given is all it knows."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime

from lxml import etree

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
ATOM = "http://www.w3.org/2005/Atom"
_NAMESPACES = {"itunes": ITUNES, "podcast": PODCAST, "atom": ATOM}
_GUIDS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""Namespace of ``podcast:guid`` (Podcasting 2.0, docs/tags/guid.md)."""
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Episode:
    """One story to hear. Addresses are absolute."""

    guid: str
    title: str
    page: str
    published: datetime
    summary: str
    voice: str
    """A line that says whose voice it is, and that it is synthetic."""
    audio: str
    size: int
    """Bytes of the file."""
    seconds: float
    captions: str
    language: str


@dataclass(frozen=True, slots=True)
class Show:
    """A publication, or one issue of it, to hear. Addresses are absolute."""

    title: str
    page: str
    feed: str
    cover: str
    language: str
    description: str
    licence: str
    episodes: Sequence[Episode]


def written(show: Show) -> bytes:
    """Return the feed."""
    root = etree.Element("rss", {"version": "2.0"}, nsmap=_NAMESPACES)
    channel = etree.SubElement(root, "channel")
    _channel(channel, show)
    for episode in show.episodes:
        _item(etree.SubElement(channel, "item"), episode)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")


def guid_of(feed: str) -> str:
    """Return the lasting id of a feed: of its address without the scheme and without a slash at its end."""
    return str(uuid.uuid5(_GUIDS, feed.split("://", 1)[-1].rstrip("/")))


def _channel(channel: etree._Element, show: Show) -> None:
    _text(channel, "title", show.title)
    _text(channel, "link", show.page)
    _text(channel, "description", show.description or show.title)
    _text(channel, "language", show.language)
    _text(channel, "generator", "Kushk")
    if show.licence:
        _text(channel, "copyright", show.licence)
    if show.episodes:
        _text(channel, "pubDate", format_datetime(max(episode.published for episode in show.episodes)))
    own = {"href": show.feed, "rel": "self", "type": "application/rss+xml"}
    etree.SubElement(channel, f"{{{ATOM}}}link", own)
    image = etree.SubElement(channel, "image")
    for name, value in (("url", show.cover), ("title", show.title), ("link", show.page)):
        _text(image, name, value)
    etree.SubElement(channel, f"{{{ITUNES}}}image", {"href": show.cover})
    _text(channel, f"{{{ITUNES}}}author", show.title)
    _text(channel, f"{{{ITUNES}}}explicit", "false")
    _text(channel, f"{{{ITUNES}}}type", "episodic")
    etree.SubElement(channel, f"{{{ITUNES}}}category", {"text": "News"})
    _text(channel, f"{{{PODCAST}}}guid", guid_of(show.feed))
    _text(channel, f"{{{PODCAST}}}locked", "no")
    _text(channel, f"{{{PODCAST}}}medium", "podcast")


def _item(item: etree._Element, episode: Episode) -> None:
    _text(item, "title", episode.title)
    _text(item, "link", episode.page)
    _text(item, "guid", episode.guid).set("isPermaLink", "false")
    _text(item, "pubDate", format_datetime(episode.published))
    _text(item, "description", "\n\n".join(part for part in (episode.summary, episode.voice) if part))
    etree.SubElement(item, "enclosure", {"url": episode.audio, "length": str(episode.size), "type": "audio/mpeg"})
    _text(item, f"{{{ITUNES}}}duration", str(round(episode.seconds)))
    _text(item, f"{{{ITUNES}}}episodeType", "full")
    _text(item, f"{{{ITUNES}}}explicit", "false")
    transcript = {"url": episode.captions, "type": "text/vtt", "language": episode.language, "rel": "captions"}
    etree.SubElement(item, f"{{{PODCAST}}}transcript", transcript)


def _text(parent: etree._Element, name: str, text: str) -> etree._Element:
    """Add an element with a text, without the characters that XML cannot hold."""
    child = etree.SubElement(parent, name)
    child.text = _NOT_XML.sub("", text)
    return child
