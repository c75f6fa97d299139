"""Pictures, recordings and films that a feed puts beside a story: enclosures, Media RSS, podcast pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from kushk.core.document import Media, MediaKind
from kushk.sources.formats.feed_links import absolute
from kushk.sources.formats.feed_text import one_line, plain_title, rss_title, text_of
from kushk.sources.formats.feed_tree import Fields, relation
from kushk.sources.formats.parsed import Attachment
from kushk.sources.formats.xml_names import RESOURCE

_KINDS = {
    "image": MediaKind.IMAGE,
    "audio": MediaKind.AUDIO,
    "video": MediaKind.VIDEO,
}
_EXTENSIONS = {
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "webp", "avif", "bmp", "svg", "heic", "jfif"), MediaKind.IMAGE),
    **dict.fromkeys(("mp3", "m4a", "ogg", "oga", "opus", "wav", "aac", "flac", "m4b"), MediaKind.AUDIO),
    **dict.fromkeys(("mp4", "m4v", "webm", "mov", "ogv", "mkv", "avi", "m3u8", "mpg", "mpeg"), MediaKind.VIDEO),
}
_EXTENSION = re.compile(r"\.([A-Za-z0-9]{2,5})(?:[?#]|$)")
_PORTRAIT = re.compile(r"//(?:[\w.-]+\.)?gravatar\.com/avatar|//avatars?[\d.]|/avatars?/", re.IGNORECASE)
"""Pictures of the author, which some blogs announce before those of the story."""

SMALL = 150
"""Pixels in width below which a picture is but a thumbnail of another."""
MOST = 50
"""Attachments of one entry."""


def media_kind(address: str, mime: str = "", medium: str = "") -> MediaKind:
    """Return what an address leads to, by its stated medium, its media type or its extension."""
    for word in (medium.strip().lower(), mime.partition("/")[0].strip().lower()):
        if word in _KINDS:
            return _KINDS[word]
    extension = _EXTENSION.search(address)
    return _EXTENSIONS.get(extension[1].lower(), MediaKind.PAGE) if extension else MediaKind.PAGE


def attachments(fields: Fields) -> tuple[Attachment, ...]:
    """Return what an entry has beside its text, each address once, in the entry's order."""
    found: dict[str, Attachment] = {}
    for each in _all(fields):
        if each.media.src and not _PORTRAIT.search(each.media.src):
            known = found.get(each.media.src)
            found[each.media.src] = _merged(known, each) if known else each
        if len(found) >= MOST:
            break
    return tuple(found.values())


def picture(found: Iterable[Attachment]) -> Media | None:
    """Return the largest picture among the attachments, the first of those that state no size."""
    pictures = [each.media for each in found if each.media.kind is MediaKind.IMAGE]
    return max(pictures, key=lambda media: media.width * max(1, media.height), default=None)


def whole_number(text: str | None) -> int:
    """Return a count as written (``1,234``, ``640px``), 0 when there is none."""
    match = re.match(r"\s*(\d[\d,]{0,15})", text or "")
    return int(match[1].replace(",", "")) if match else 0


def seconds(text: str | None) -> float:
    """Return a duration written as seconds, ``mm:ss`` or ``hh:mm:ss``; 0 when it is none."""
    parts = (text or "").strip().split(":")
    try:
        numbers = [float(part) for part in parts[:3]]
    except ValueError:
        return 0.0
    total = 0.0
    for number in numbers:
        total = total * 60 + number
    return total if 0 <= total < 1e7 else 0.0  # noqa: PLR2004  # four months: beyond any recording


def _merged(known: Attachment, more: Attachment) -> Attachment:
    media = replace(
        known.media,
        kind=known.media.kind if known.media.kind is not MediaKind.PAGE else more.media.kind,
        alt=known.media.alt or more.media.alt,
        width=known.media.width or more.media.width,
        height=known.media.height or more.media.height,
        mime=known.media.mime or more.media.mime,
        title=known.media.title or more.media.title,
    )
    return Attachment(
        media,
        bytes=known.bytes or more.bytes,
        seconds=known.seconds or more.seconds,
        caption=known.caption or more.caption,
        credit=known.credit or more.credit,
    )


def _all(fields: Fields) -> Iterator[Attachment]:
    yield from _media_rss(fields)
    for element in fields.all("enclosure", "enc:enclosure"):
        stated = (element.get(name) for name in ("url", "href", "resource", RESOURCE))
        yield _linked(fields, next(filter(None, stated), ""), element)
    for element in fields.all("atom:link", "link"):
        if relation(element) == "enclosure":
            yield _linked(fields, element.get("href", ""), element)
    for element in fields.all("atom:content"):
        media = _linked(fields, element.get("src", ""), element)
        if media.media.kind is not MediaKind.PAGE:
            yield media
    for element in fields.all("itunes:image", "googleplay:image", "image"):
        address = element.get("href") or element.get("url") or _inner_url(element) or text_of(element)
        yield Attachment(Media(MediaKind.IMAGE, absolute(address, fields.base_of(element))))


def _inner_url(element: etree._Element) -> str:
    return next((text_of(child) for child in element if str(child.tag).lower().endswith("url")), "")


def _linked(fields: Fields, address: str, element: etree._Element) -> Attachment:
    get = element.get
    src = absolute(address, fields.base)
    mime = one_line(get("type") or "")
    media = Media(media_kind(src, mime), src, mime=mime, title=one_line(get("title") or ""))
    duration = seconds(fields.text("itunes:duration")) if media.kind in (MediaKind.AUDIO, MediaKind.VIDEO) else 0.0
    return Attachment(media, bytes=whole_number(get("length")), seconds=duration)


def _media_rss(fields: Fields) -> Iterator[Attachment]:
    for group in (fields, *(fields.inside(element) for element in fields.all("media:group")[:MOST])):
        for element in group.all("media:content"):
            yield _media_content(group, element)
            yield from _thumbnails(group.inside(element))
        yield from _thumbnails(group)


def _media_content(group: Fields, element: etree._Element) -> Attachment:
    own = group.inside(element)
    get = element.get
    src = absolute(get("url", ""), group.base)
    player = own.first("media:player")
    if not src and player is not None:
        src = absolute(player.get("url", ""), group.base)
    mime = one_line(get("type", ""))
    title, caption, credit = (_words(own, group, name) for name in ("media:title", "media:description", "media:credit"))
    kind = media_kind(src, mime, get("medium", ""))
    media = Media(
        kind, src, width=whole_number(get("width")), height=whole_number(get("height")), mime=mime, title=title
    )
    return Attachment(media, whole_number(get("fileSize")), seconds(get("duration")), caption, credit)


def _words(own: Fields, group: Fields, name: str) -> str:
    element = own.first(name)
    if element is None and len(group.all("media:content")) == 1:
        element = group.first(name)
    return plain_title(rss_title(element)) if element is not None else ""


def _thumbnails(group: Fields) -> Iterator[Attachment]:
    for element in group.all("media:thumbnail"):
        src = absolute(element.get("url") or text_of(element), group.base)
        size = whole_number(element.get("width")), whole_number(element.get("height"))
        yield Attachment(Media(MediaKind.IMAGE, src, width=size[0], height=size[1]))
