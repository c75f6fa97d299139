"""A strict reading of a podcast: what RSS 2.0, Apple's directory and Podcasting 2.0 demand. Each fault is a line."""

from __future__ import annotations

import re
import struct
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from urllib.parse import urlsplit

from lxml import etree
from PIL import Image

NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
_ONCE_IN_CHANNEL = (
    "title link description language image itunes:image itunes:author itunes:category itunes:explicit itunes:type "
    "atom:link generator podcast:guid podcast:locked podcast:medium"
).split()
_ONCE_IN_ITEM = "title link guid pubDate description enclosure itunes:duration itunes:episodeType itunes:title".split()
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_RFC_822 = re.compile(rf"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d ({_MONTHS}) \d{{4}} \d\d:\d\d:\d\d [+-]\d{{4}}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+")
_CUE_TIMES = re.compile(r"(\d\d+):([0-5]\d):([0-5]\d\.\d{3}) --> (\d\d+):([0-5]\d):([0-5]\d\.\d{3})")
_INNER_TIME = re.compile(r"<(\d\d+):([0-5]\d):([0-5]\d\.\d{3})>")
_LEAST_COVER, _MOST_COVER = 1400, 3000
_MPEG_BITRATES = {
    3: (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_MPEG_RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000)}

Get = Callable[[str], tuple[int, str, bytes]]
"""Returns status, media type and bytes of an address of the stand."""


def faults(data: bytes, address: str, get: Get) -> list[str]:
    """Return everything that is wrong with a feed and with what it leads to."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
    root = etree.fromstring(data, parser)
    if root.tag != "rss" or root.get("version") != "2.0" or [child.tag for child in root] != ["channel"]:
        return ["not RSS 2.0 with one channel"]
    channel = root[0]
    found = [*_of_bytes(data), *_of_channel(channel, address), *_of_cover(channel, get)]
    items = channel.findall("item")
    guids = [item.findtext("guid") for item in items]
    if len(set(guids)) != len(guids):
        found.append("a guid occurs twice")
    moments = [parsedate_to_datetime(item.findtext("pubDate") or "") for item in items]
    if moments != sorted(moments, reverse=True):
        found.append("the newest is not first")
    for item in items:
        found += [f"{item.findtext('guid')}: {each}" for each in (*_of_item(item), *_of_sound(item, get))]
    return found


def _of_bytes(data: bytes) -> Iterator[str]:
    if not data.startswith((b'<?xml version="1.0" encoding="UTF-8"?>', b"<?xml version='1.0' encoding='UTF-8'?>")):
        yield "no XML declaration"
    if b"<!DOCTYPE" in data:
        yield "a document type"
    controls = [character for character in data.decode("utf-8") if ord(character) < 32 and character not in "\t\n\r"]
    if controls:
        yield f"control characters: {controls!r}"


def _one(parent: etree._Element, name: str) -> etree._Element | None:
    found = parent.findall(name, NAMES)
    return found[0] if len(found) == 1 else None


def _text(parent: etree._Element, name: str) -> str:
    return parent.findtext(name, "", NAMES)


def _of_channel(channel: etree._Element, address: str) -> Iterator[str]:
    for name in _ONCE_IN_CHANNEL:
        if _one(channel, name) is None:
            yield f"channel: {name} is not there exactly once"
    for name in ("title", "link", "description", "itunes:author"):
        if not _text(channel, name).strip():
            yield f"channel: {name} is empty"
    if not _LANGUAGE.fullmatch(_text(channel, "language")):
        yield "channel: no language"
    if not _ADDRESS.fullmatch(_text(channel, "link")):
        yield "channel: link is no absolute address"
    yield from _of_identity(channel, address)
    yield from _of_words(channel, "channel: ")


def _of_identity(channel: etree._Element, address: str) -> Iterator[str]:
    itself = channel.find("atom:link", NAMES)
    if itself is None or (itself.get("rel"), itself.get("href")) != ("self", address):
        yield "channel: it does not name its own address"
    if (_text(channel, "image/title"), _text(channel, "image/link")) != (
        _text(channel, "title"),
        _text(channel, "link"),
    ):
        yield "channel: title and link of the image are not its own"
    if channel.find("itunes:category", NAMES).get("text") != "News":
        yield "channel: no category of Apple's"
    if _text(channel, "itunes:type") != "episodic" or _text(channel, "podcast:medium") != "podcast":
        yield "channel: neither episodic nor a podcast"
    if _text(channel, "podcast:locked") not in {"yes", "no"}:
        yield "channel: locked neither yes nor no"
    space = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
    if _text(channel, "podcast:guid") != str(uuid.uuid5(space, address.split("://", 1)[1].rstrip("/"))):
        yield "channel: podcast:guid does not follow from its address"


def _of_words(parent: etree._Element, where: str = "") -> Iterator[str]:
    if _text(parent, "itunes:explicit") not in {"true", "false"}:
        yield f"{where}explicit neither true nor false"
    for note in parent.findall("podcast:txt", NAMES):
        if len(note.text or "") > 4000 or len(note.get("purpose", "")) > 128:
            yield f"{where}a note is too long"


def _of_cover(channel: etree._Element, get: Get) -> Iterator[str]:
    address = channel.find("itunes:image", NAMES).get("href", "")
    if address != _text(channel, "image/url") or not _ADDRESS.fullmatch(address):
        yield "the covers differ or have no address"
    if not urlsplit(address).path.endswith((".png", ".jpg")):
        yield "the cover's address does not end as Apple wants"
    status, mime, data = get(address)
    if (status, mime) != (200, "image/png"):
        yield f"the cover is answered by {status} {mime}"
        return
    with Image.open(BytesIO(data)) as image:
        width, height = image.size
    if width != height or not _LEAST_COVER <= width <= _MOST_COVER or len(data) > 512 * 1024:
        yield f"the cover is {width} by {height}, {len(data)} bytes"


def _of_item(item: etree._Element) -> Iterator[str]:
    for name in _ONCE_IN_ITEM:
        if _one(item, name) is None:
            yield f"{name} is not there exactly once"
    for name in ("title", "guid"):
        if not _text(item, name).strip():
            yield f"{name} is empty"
    if item.find("guid").get("isPermaLink") != "false":
        yield "guid passes for an address"
    if not _ADDRESS.fullmatch(_text(item, "link")):
        yield "link is no absolute address"
    if re.search(r"<(?!/?p[ >])", _text(item, "description")):
        yield "the description has other mark-up than its own paragraphs"
    if _text(item, "itunes:episodeType") not in {"full", "trailer", "bonus"}:
        yield "no kind of episode"
    yield from _of_date(_text(item, "pubDate"))
    yield from _of_words(item)


def _of_date(date: str) -> Iterator[str]:
    if not _RFC_822.fullmatch(date):
        yield f"{date!r} is no date of RFC 822"
    elif f"{parsedate_to_datetime(date):%a}" != date[:3] or parsedate_to_datetime(date) > datetime.now(UTC):
        yield f"{date!r} has the wrong weekday or lies ahead"


def _of_sound(item: etree._Element, get: Get) -> Iterator[str]:
    enclosure = item.find("enclosure")
    status, mime, data = get(enclosure.get("url", ""))
    if (status, mime, enclosure.get("type")) != (200, "audio/mpeg", "audio/mpeg"):
        yield f"the enclosure is answered by {status} {mime}"
        return
    if enclosure.get("length") != str(len(data)):
        yield f"the enclosure is {len(data)} bytes, not {enclosure.get('length')}"
    heard, told = mp3_seconds(data), _text(item, "itunes:duration")
    if not told.isdecimal() or abs(int(told) - heard) > 1:
        yield f"it lasts {heard} s, not {told}"
    transcript = item.find("podcast:transcript", NAMES)
    if transcript is None or not _LANGUAGE.fullmatch(transcript.get("language", "")):
        yield "no transcript in a language"
        return
    status, mime, captions = get(transcript.get("url", ""))
    if (status, mime, transcript.get("type")) != (200, "text/vtt", "text/vtt"):
        yield f"the transcript is answered by {status} {mime}"
        return
    yield from _of_captions(captions.decode("utf-8"), heard)


def _of_captions(text: str, seconds: float) -> Iterator[str]:
    header, *blocks = text.strip().split("\n\n")
    if header != "WEBVTT" or not blocks:
        yield "the transcript is no WebVTT with cues"
    before = 0.0
    for block in blocks:
        times = [line for line in block.split("\n")[:2] if "-->" in line]
        matched = _CUE_TIMES.fullmatch(times[0]) if times else None
        if matched is None:
            yield f"{block!r} is no cue"
            continue
        begins, ends = _seconds(matched.groups()[:3]), _seconds(matched.groups()[3:])
        if begins < before or ends <= begins or ends > seconds + 1:
            yield f"the cue from {begins} to {ends} is out of order"
        before = begins
        words = block.split("\n", block.split("\n").index(times[0]) + 1)[-1]
        inner = [_seconds(found.groups()) for found in _INNER_TIME.finditer(words)]
        if inner != sorted(set(inner)) or any(not begins < moment < ends for moment in inner):
            yield f"the words of the cue from {begins} to {ends} are out of order"
        if "&" in re.sub(r"&(amp|lt|gt|lrm|rlm|nbsp);", "", words) or "<" in _INNER_TIME.sub("", words):
            yield f"{words!r} has mark-up"


def _seconds(parts: tuple[str, ...]) -> float:
    hours, minutes, seconds = parts
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def mp3_seconds(data: bytes) -> float:
    """Return how long an MP3 file plays, counted frame by frame (ISO 11172-3, 13818-3); fails at any other byte."""
    at = 0
    if data[:3] == b"ID3":
        size = 0
        for byte in data[6:10]:
            size = size << 7 | byte
        at = 10 + size
    samples, rate = 0, 1
    while at < len(data) and data[at : at + 3] != b"TAG":
        (word,) = struct.unpack_from(">I", data, at)
        version, layer = word >> 19 & 3, word >> 17 & 3
        assert word >> 21 == 0x7FF, f"no frame at {at} of {len(data)}"
        assert layer == 1, "not layer III"
        rate = _MPEG_RATES[version][word >> 10 & 3]
        bits, each = _MPEG_BITRATES[version][(word >> 12 & 15) - 1] * 1000, 1152 if version == 3 else 576
        length = each // 8 * bits // rate + (word >> 9 & 1)
        if not any(mark in data[at : at + 64] for mark in (b"Xing", b"Info")):  # which tell of the frames to come
            samples += each
        at += length
    return samples / rate
