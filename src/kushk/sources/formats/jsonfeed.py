"""JSON Feed 1.0 and 1.1 (jsonfeed.org): the same entries as those of an XML feed, from another notation."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from kushk.core.document import Media, MediaKind
from kushk.sources.formats import feed_media
from kushk.sources.formats.charset import decode
from kushk.sources.formats.errors import Malformed, NotAFeed, TooDeep
from kushk.sources.formats.feed_channel import stated_language, tag_of
from kushk.sources.formats.feed_dates import feed_date
from kushk.sources.formats.feed_entry import MOST_CATEGORIES, Entry
from kushk.sources.formats.feed_items import newest, stories
from kushk.sources.formats.feed_links import absolute, base_address, is_foreign
from kushk.sources.formats.feed_people import names
from kushk.sources.formats.feed_story import Context
from kushk.sources.formats.feed_text import Words, clean, one_line
from kushk.sources.formats.parsed import Attachment, Input, ParsedFeed, Warned

_ITEMS = re.compile(r"\"items\"\s*:\s*\[")
_BETWEEN = re.compile(r"[\s,]*+")
_DEPTH = 500

Json = dict[str, Any]


def parse_json_feed(source: Input) -> ParsedFeed:
    """Return the stories of a JSON Feed; of one that is cut off, those before the cut.

    Raises:
        NotAFeed: it is JSON without items.
        Malformed: it is no JSON at all.
        TooDeep: values nested too deeply.
    """
    decoded = decode(source.body, source.media_type)
    warnings: list[Warned] = []
    whole = _read(decoded.text, warnings)
    items = whole.get("items")
    if not isinstance(items, list):
        raise NotAFeed(found="JSON of another kind")
    address = base_address(source)
    page = absolute(_text(whole, "home_page_url"), address)
    base = page or address
    feed = ParsedFeed(
        format="jsonfeed",
        title=_text(whole, "title")[:512],
        url=page,
        feed_url=absolute(_text(whole, "feed_url"), base),
        language=tag_of(_text(whole, "language")) or stated_language(source),
        description=_text(whole, "description"),
        picture=absolute(_text(whole, "icon") or _text(whole, "favicon"), base),
        next_url=absolute(_text(whole, "next_url"), base),
        hub=next((absolute(_text(hub, "url"), base) for hub in _dicts(whole.get("hubs"))), ""),
    )
    context = Context(feed.format, feed.title, feed.url, feed.language, _authors(whole))
    chosen = newest(items, _date, warnings)
    entries = stories(chosen, lambda item: _entry(item, base), context, warnings)
    return replace(feed, entries=entries, warnings=tuple(warnings))


def _read(text: str, warnings: list[Warned]) -> Json:
    text = text.lstrip("\ufeff \t\r\n\0")
    decoder = json.JSONDecoder(strict=False)
    try:
        whole, end = decoder.raw_decode(text)
        if text[end:].strip():
            warnings.append(Warned("json-broken", "text follows its end"))
    except RecursionError:
        raise TooDeep(limit=_DEPTH) from None
    except ValueError as error:
        warnings.append(Warned("json-broken", str(error)[:100]))
        whole = _before_the_fault(text, decoder)
    if not isinstance(whole, dict):
        raise NotAFeed(found="JSON of another kind")
    return whole


def _before_the_fault(text: str, decoder: json.JSONDecoder) -> Json:
    """Return the feed's own members, where they can be read, and the items up to the one that cannot."""
    match = _ITEMS.search(text)
    if match is None:
        raise Malformed(format="JSON", detail="it cannot be read up to its items")
    items, at = [], match.end()
    try:
        while True:
            at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]  # matches the empty text too
            item, at = decoder.raw_decode(text, at)
            items.append(item)
    except RecursionError:
        raise TooDeep(limit=_DEPTH) from None
    except ValueError:
        pass
    try:
        head = json.loads(text[: match.start()].rstrip().rstrip(",") + "}")
    except (ValueError, RecursionError):
        head = {}
    return {**(head if isinstance(head, dict) else {}), "items": items}


def _entry(item: object, base: str) -> Entry:
    if not isinstance(item, dict):
        raise Malformed(format="item", detail="it is no object")
    entry = Entry(id=_text(item, "id"))
    entry.url = _address(item, base, entry)
    entry.title = Words(_text(item, "title"))
    entry.language = _text(item, "language")
    entry.content = _content(item, entry.url or base, entry.language)
    entry.summary = Words(_long(item, "summary"), base=base, language=entry.language)
    entry.authors = _authors(item)
    entry.published = _text(item, "date_published")
    entry.modified = _text(item, "date_modified")
    entry.categories = _tags(item)
    entry.attachments = tuple(_attachments(item, base))
    entry.picture = _picture(item, base) or feed_media.picture(entry.attachments)
    return entry


def _content(item: Json, base: str, language: str) -> Words:
    html, text = _long(item, "content_html"), _long(item, "content_text")
    if html.strip():
        return Words(html, html=True, base=base, language=language)
    return Words(text, base=base, language=language, lines=True)


def _address(item: Json, base: str, entry: Entry) -> str:
    for name in ("url", "external_url", "id"):
        stated = _text(item, name)
        if name == "id" and not stated.startswith(("http://", "https://")):
            continue
        address = absolute(stated, base)
        if address:
            return address
        if is_foreign(stated):
            entry.warnings.append(Warned("link-dropped", stated[:200]))
    return ""


def _attachments(item: Json, base: str) -> Iterator[Attachment]:
    for stated in list(_dicts(item.get("attachments")))[: feed_media.MOST]:
        src = absolute(_text(stated, "url"), base)
        mime = _text(stated, "mime_type")
        if src:
            media = Media(feed_media.media_kind(src, mime), src, mime=mime, title=_text(stated, "title"))
            size = feed_media.whole_number(_text(stated, "size_in_bytes"))
            yield Attachment(media, size, feed_media.seconds(_text(stated, "duration_in_seconds")))


def _picture(item: Json, base: str) -> Media | None:
    for name in ("image", "banner_image"):
        src = absolute(_text(item, name), base)
        if src:
            return Media(MediaKind.IMAGE, src)
    return None


def _authors(holder: Json) -> tuple[str, ...]:
    stated = holder.get("authors") or holder.get("author") or []
    people = stated if isinstance(stated, list) else [stated]
    return names(
        _text(each, "name") if isinstance(each, dict) else each for each in people if isinstance(each, dict | str)
    )


def _tags(item: Json) -> tuple[str, ...]:
    stated = item.get("tags")
    tags = stated.split(",") if isinstance(stated, str) else stated if isinstance(stated, list) else ()
    shown = (one_line(tag) for tag in tags if isinstance(tag, str))
    found: dict[str, str] = {}
    for tag in shown:
        if tag and len(found) < MOST_CATEGORIES:
            found.setdefault(tag.casefold(), tag[:200])
    return tuple(found.values())


def _date(item: object) -> str:
    stated = item if isinstance(item, dict) else {}
    return feed_date(_text(stated, "date_published") or _text(stated, "date_modified"))


def _dicts(value: object) -> Iterable[Json]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else ()


def _text(holder: Json, name: str) -> str:
    """Return a member as text on one line; numbers, which some feeds have for ids, as they are written."""
    return one_line(_long(holder, name))


def _long(holder: Json, name: str) -> str:
    value = holder.get(name)
    if isinstance(value, str):
        return clean(_whole(value))
    number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    return str(value) if number else ""


def _whole(text: str) -> str:
    """Return text without halves of surrogate pairs, which JSON can write but no encoding can keep."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
