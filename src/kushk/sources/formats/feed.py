"""RSS 0.90 to 2.0, RDF and Atom 0.3 and 1.0, read from one tree whatever the dialect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from kushk.sources.formats.errors import TooLarge
from kushk.sources.formats.feed_channel import read_channel
from kushk.sources.formats.feed_dates import feed_date
from kushk.sources.formats.feed_entry import PUBLISHED, UPDATED, Entry, xml_entry
from kushk.sources.formats.feed_items import newest, stories
from kushk.sources.formats.feed_links import base_address
from kushk.sources.formats.feed_story import Context
from kushk.sources.formats.feed_tree import Fields, Vocabulary
from kushk.sources.formats.parsed import Input, ParsedFeed
from kushk.sources.formats.xml_guard import read_xml

MOST_BYTES = 64 * 1024 * 1024

_ENTRIES = frozenset({"item", "entry", "atom:entry", "atom:item"})
_TAGS = [f"{{*}}{name}" for name in ("item", "entry", "Item", "Entry", "ITEM", "ENTRY")]


def parse_xml_feed(source: Input) -> ParsedFeed:
    """Return the stories of an RSS, RDF or Atom feed, broken ones too.

    Raises:
        NotAFeed: it is XML of another kind.
        FormatError: it is too large, too deep, or declares entities.
    """
    if len(source.body) > MOST_BYTES:
        raise TooLarge(limit=MOST_BYTES)
    tree = read_xml(source.body, source.media_type)
    words, warnings = Vocabulary(tree.root), list(tree.warnings)
    address = base_address(source)
    channel = read_channel(tree.root, words, source)
    feed = channel.feed
    reader = _Reader(words, address or feed.url)
    items = newest(list(_items(tree.root, words)), reader.date, warnings)
    context = Context(feed.format, feed.title, feed.url, feed.language, channel.authors)
    entries = stories(items, reader.entry, context, warnings)
    return replace(feed, entries=entries, warnings=tuple(warnings))


def _items(root: etree._Element, words: Vocabulary) -> Iterator[etree._Element]:
    """Yield every entry, wherever it stands; a broken feed may have them in odd places."""
    for element in root.iter(_TAGS):
        if words.name(element) in _ENTRIES and not any(
            words.name(outer) in _ENTRIES for outer in element.iterancestors()
        ):
            yield element


class _Reader:
    """Reads entries with the base address and the language that hold where they stand."""

    def __init__(self, words: Vocabulary, base: str) -> None:
        self.words = words
        self.base = base
        self.outer: dict[etree._Element, Fields] = {}

    def entry(self, item: etree._Element) -> Entry:
        return xml_entry(Fields(item, self.words, *self._around(item.getparent())))

    def date(self, item: etree._Element) -> str:
        fields = Fields(item, self.words)
        return feed_date(fields.text(*PUBLISHED) or fields.text(*UPDATED))

    def _around(self, parent: etree._Element | None) -> tuple[str, str]:
        if parent is None:
            return self.base, ""
        known = self.outer.get(parent)
        if known is None:
            known = self.outer[parent] = Fields(parent, self.words, *self._around(parent.getparent()))
        return known.base, known.language
