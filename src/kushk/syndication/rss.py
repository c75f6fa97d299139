"""A podcast written as RSS 2.0 with the tags of Apple (itunes) and of Podcasting 2.0 (podcast). Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from email.utils import format_datetime
from html import escape

from lxml import etree
from lxml.builder import ElementMaker

from kushk.syndication.channel import Channel, Episode, guid_of

ATOM = "http://www.w3.org/2005/Atom"
ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_GENERATOR = "Kushk"
_CATEGORY = "News"
"""One of Apple's categories."""
_LONGEST_NOTE = 4000
"""Characters that ``podcast:txt`` may have."""

_itunes = ElementMaker(namespace=ITUNES)
_podcast = ElementMaker(namespace=PODCAST)
_plain = ElementMaker()

_NO_CHARACTERS = "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
_NOT_IN_XML = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010fffd]"  # XML 1.0, 2.2, and its advice
    f"|[{_NO_CHARACTERS}]"
    "|[\u202a-\u202e\u2066-\u2069\ufeff]"  # would turn round what a player shows beside them
)
_SPACES = re.compile(r"\s+")


def written(channel: Channel) -> bytes:
    """Return the feed, in UTF-8. The same channel gives the same bytes."""
    names = {"atom": ATOM, "itunes": ITUNES, "podcast": PODCAST}
    root = etree.Element("rss", nsmap=names, version="2.0")
    if channel.language:
        root.set(_LANG, channel.language)
    out = etree.SubElement(root, "channel")
    out.extend(_head(channel))
    out.extend(_item(episode, channel) for episode in channel.episodes)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def clean(text: str) -> str:
    """Return a text on one line, without what XML 1.0 forbids or advises against and what turns text round."""
    return _SPACES.sub(" ", _NOT_IN_XML.sub("", text)).strip()


def _head(channel: Channel) -> Iterator[etree._Element]:
    title = clean(channel.title)
    yield _plain.title(title)
    yield _plain.link(channel.page)
    yield _plain.description(_markup(channel.description, channel.voices, channel.language, channel.direction))
    if channel.language:
        yield _plain.language(channel.language)
    if channel.licence:
        yield _plain.copyright(clean(channel.licence))
    yield _plain.generator(_GENERATOR)
    if channel.episodes:
        yield _plain.pubDate(_moment(channel.episodes[0]))
    link = {"href": channel.address, "rel": "self", "type": "application/rss+xml"}
    yield etree.Element(f"{{{ATOM}}}link", link)
    yield _plain.image(_plain.url(channel.cover), _plain.title(title), _plain.link(channel.page))
    yield _itunes.image(href=channel.cover)
    yield _itunes.author(clean(channel.author))
    yield _itunes.category(text=_CATEGORY)
    yield _itunes.explicit("false")
    yield _itunes.type("episodic")
    yield _podcast.guid(guid_of(channel.address))
    yield _podcast.locked("yes")
    yield _podcast.medium("podcast")
    if channel.voices:
        yield _note(" · ".join(channel.voices))


def _item(episode: Episode, channel: Channel) -> etree._Element:
    out = etree.Element("item")
    if episode.language != channel.language:
        out.set(_LANG, episode.language)
    out.extend(_parts(episode))
    return out


def _parts(episode: Episode) -> Iterator[etree._Element]:
    title = clean(episode.title)
    yield _plain.title(title)
    yield _itunes.title(title)
    yield _plain.link(episode.page)
    yield _plain.guid(episode.guid, isPermaLink="false")
    yield _plain.pubDate(_moment(episode))
    yield _plain.description(_markup(episode.summary, [episode.voice], episode.language, episode.direction))
    yield _plain.enclosure(url=episode.audio, length=str(episode.size), type="audio/mpeg")
    yield _itunes.duration(str(max(1, round(episode.seconds))))
    yield _itunes.episodeType("full")
    yield _itunes.explicit("false")
    if clean(episode.byline):
        yield _itunes.author(clean(episode.byline))
    captions = {"url": episode.captions, "type": "text/vtt", "language": episode.language, "rel": "captions"}
    yield _podcast.transcript(**captions)
    if episode.synthetic:
        yield _note(episode.voice)


def _markup(text: str, voices: Sequence[str], language: str, direction: str) -> str:
    """Return plain texts as the HTML that players take descriptions for: a ``<`` in them is ``&lt;`` there.

    Whose voice it is, is said in a language of the interface, which need not be that of the text.
    """
    told = f'<p lang="{escape(language)}" dir="{escape(direction)}">{_escaped(text)}</p>' if clean(text) else ""
    return told + "".join(f'<p dir="auto">{_escaped(voice)}</p>' for voice in voices)


def _escaped(text: str) -> str:
    return escape(clean(text), quote=False)


def _note(voices: str) -> etree._Element:
    """Say for programs that a machine speaks. ``podcast:txt`` takes any purpose; no tag of its own exists for it."""
    note: etree._Element = _podcast.txt(clean(voices)[:_LONGEST_NOTE], purpose="ai-content")
    return note


def _moment(episode: Episode) -> str:
    return format_datetime(episode.published)
