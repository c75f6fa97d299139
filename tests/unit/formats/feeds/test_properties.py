"""Arbitrary text survives every kind of feed; arbitrary bytes never break the parser."""

from __future__ import annotations

import json
from contextlib import suppress
from xml.sax.saxutils import escape

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.formats.feeds.given import atom, feed_of, rss

from kushk.core.identity import normalised
from kushk.sources.formats import parse
from kushk.sources.formats.errors import FormatError
from kushk.sources.formats.parsed import Input, ParsedFeed

XML_TEXT = st.text(
    st.characters(
        exclude_categories=("Cs", "Cc", "Cn", "Co", "Zs", "Zl", "Zp"), exclude_characters="\ufffe\uffff\ufeff"
    )
    | st.sampled_from(" <>&;\"'[]{}/!?.aِم‌é中𝒳"),
    max_size=60,
).map(lambda text: " ".join(text.split()))
WORDS = st.lists(
    st.sampled_from(["ferry", "قارب", "渡船", "नाव", "паром", "قایق‌ها", "a", "1"]), min_size=1, max_size=8
).map(" ".join)


@settings(deadline=None)
@given(XML_TEXT, XML_TEXT.filter(bool))
def test_atom_plain_text_survives(title: str, text: str) -> None:
    feed = feed_of(atom(f"<id>urn:x</id><title>{escape(title)}</title><content type='text'>{escape(text)}</content>"))
    (story,) = feed.entries
    assert story.title == title
    assert "".join(story.document.text.split()) == "".join(text.split())


@settings(deadline=None)
@given(XML_TEXT, XML_TEXT)
def test_json_plain_text_survives(title: str, text: str) -> None:
    body = {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": title, "content_text": text}]}
    (story,) = feed_of(json.dumps(body)).entries
    assert story.title == title
    assert "".join(story.document.text.split()) == "".join(text.split())


@settings(deadline=None)
@given(WORDS, WORDS, st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
def test_rss_words_survive_in_every_unicode(title: str, text: str, encoding: str) -> None:
    body = rss(f"<title>{title}</title><content:encoded><![CDATA[<p>{text}.</p><p>{text}!</p>]]></content:encoded>")
    (story,) = feed_of(body.encode(encoding)).entries
    assert normalised(story.title) == normalised(title)
    assert normalised(story.document.text) == normalised(f"{text}. {text}!")


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_feed_or_an_error_with_a_code(body: bytes) -> None:
    for head in (
        b"<rss version='2.0'><channel><item><title>",
        b'{"version":"https://jsonfeed.org/version/1","items":[',
    ):
        with suppress(FormatError):
            assert isinstance(parse(Input(head + body)), ParsedFeed)


@settings(deadline=None)
@given(st.data())
def test_any_cut_of_a_feed_keeps_the_entries_before_it(data: st.DataObject) -> None:
    body = rss(*(f"<title>Story {number}</title><description>Text {number}</description>" for number in range(4)))
    start = body.index("<item>")
    cut = data.draw(st.integers(start, len(body)))
    feed = feed_of(body[:cut])
    assert [story.title for story in feed.entries] == [
        f"Story {number}" for number in range(body[:cut].count("</item>"))
    ]


@settings(deadline=None)
@given(st.data())
def test_any_character_may_be_missing(data: st.DataObject) -> None:
    body = rss(*(f"<title>Story {number}</title><link>https://p.example/{number}</link>" for number in range(3)))
    start = body.index("<item>") + len("<item>")
    end = body.index("</item>")
    hole = data.draw(st.integers(start, end - 1))
    feed = feed_of(body[:hole] + body[hole + 1 :])
    assert [story.title for story in feed.entries[-2:]] == ["Story 1", "Story 2"]
