"""Broken feeds are read as they were meant, and what was wrong is said."""

from __future__ import annotations

import pytest
from tests.unit.formats.feeds.given import codes, feed_of, rss

from kushk.sources.formats.errors import Malformed

GOOD = "<item><title>One</title><link>https://p.example/1</link></item>"


def titles(body: str | bytes) -> list[str]:
    return [story.title for story in feed_of(body).entries]


@pytest.mark.parametrize(
    ("broken", "title"),
    [
        ("<title>Fish & chips</title>", "Fish & chips"),
        ("<title>Caf&eacute;&nbsp;Noir</title>", "Café Noir"),
        ("<title>&unknown; &copy 2024</title>", "&unknown; &copy 2024"),
        ("<title>a < b</title>", "a < b"),
        ("<title>&#999999999999;x</title>", "\ufffdx"),
        ("<title>&#xD800;x</title>", "\ufffdx"),
        ("<title>b\x01e\x0bl\x1fl</title>", "bell"),
        ("<title>No end<link>https://p.example/1</link>", "No end"),
        ("<title>No end", "No end"),
        ("<title>Wrong end</headline></title>", "Wrong end"),
        ("<title>Crossed</title><b><i>x</b></i>", "Crossed"),
        ('<title>Q</title><enclosure url="a" url="b"/>', "Q"),
        ("<title>Q</title><enclosure url=bare type=audio/mpeg>", "Q"),
        ("<title>Q</title><none:such>x</none:such>", "Q"),
        ("<title><![CDATA[Open section</title>", "Open section"),
        ("<title>Q</title><description>one<br>two<hr></description>", "Q"),
    ],
)
def test_one_broken_item_is_mended_and_its_neighbours_are_whole(broken: str, title: str) -> None:
    feed = feed_of(rss("<title>Before</title>", broken, "<title>After</title>"))
    assert [story.title for story in feed.entries] == ["Before", title, "After"]
    assert set(codes(feed)) == {"xml-broken"}


def test_addresses_keep_their_bare_ampersands() -> None:
    (story,) = feed_of(rss("<title>T</title><link>https://p.example/?a=1&copy=2&lt=3</link>")).entries
    assert story.url == "https://p.example/?a=1&copy=2&lt=3"


@pytest.mark.parametrize("cut", ["<item><title>Hal", "<item><title>Half</tit", "<item", "<", "<item><!-- half"])
def test_entries_before_the_cut_are_returned(cut: str) -> None:
    feed = feed_of(f"<rss><channel><title>P</title>{GOOD}{cut}")
    assert [story.title for story in feed.entries] == ["One"]
    assert "xml-broken" in codes(feed)


def test_feed_cut_after_its_last_item_is_whole() -> None:
    assert titles(f"<rss><channel><title>P</title>{GOOD}{GOOD}") == ["One", "One"]


def test_item_that_never_ends_ends_where_the_next_begins() -> None:
    assert titles("<rss><channel><item><title>One</title><item><title>Two</title></channel></rss>") == ["One", "Two"]


def test_channel_title_that_never_ends_keeps_its_items() -> None:
    assert titles(f"<rss><channel><title>Paper{GOOD}</channel></rss>") == ["One"]


@pytest.mark.parametrize(
    "before",
    ["<br />\n<b>Warning</b>: x() in <b>/srv/x.php</b> on line <b>3</b><br />\n", "Notice: y\n"],
)
def test_what_a_faulty_server_prints_first_is_passed_over(before: str) -> None:
    feed = feed_of(before + rss("<title>T</title>"))
    assert [story.title for story in feed.entries] == ["T"]
    assert codes(feed) == ["xml-broken"]


@pytest.mark.parametrize("after", ["<!-- made in 3 s -->\n", "\n\n"])
def test_comment_after_the_end_is_no_fault(after: str) -> None:
    assert feed_of(rss("<title>T</title>") + after).warnings == ()


@pytest.mark.parametrize("after", ["<script>x</script>", "junk", rss("<title>Again</title>")])
def test_what_follows_the_end_is_passed_over(after: str) -> None:
    feed = feed_of(rss("<title>T</title>") + after)
    assert [story.title for story in feed.entries] == ["T"]
    assert codes(feed) == ["xml-broken"]


@pytest.mark.parametrize(
    "doctype",
    [
        (
            '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
            '"http://my.netscape.com/publish/formats/rss-0.91.dtd">'
        ),
        (
            '<!DOCTYPE rss [<!ENTITY % HTMLlat1 PUBLIC "-//W3C//ENTITIES Latin 1 for XHTML//EN" '
            '"http://www.w3.org/TR/xhtml1/DTD/xhtml-lat1.ent"> %HTMLlat1;]>'
        ),
        '<!DOCTYPE rss [<!ENTITY nbsp "&#160;"><!ENTITY eacute "é">]>',
        "<!DOCTYPE rss [<!ELEMENT rss ANY> <!ATTLIST rss version CDATA #REQUIRED>]>",
    ],
)
def test_lawful_document_types_are_read_and_name_characters(doctype: str) -> None:
    feed = feed_of(f'<?xml version="1.0"?>{doctype}<rss><channel><title>Caf&eacute;&nbsp;x</title></channel></rss>')
    assert feed.title == "Café x"
    assert feed.warnings == ()


def test_short_text_that_a_document_type_names_is_kept_as_written() -> None:
    feed = feed_of('<!DOCTYPE rss [<!ENTITY path "C:\\1\\new">]><rss><channel><title>&path;</title></channel></rss>')
    assert feed.title == "C:\\1\\new"


def test_entity_that_a_document_type_names_is_its_character() -> None:
    feed = feed_of('<!DOCTYPE rss [<!ENTITY yer "&#x44A;">]><rss><channel><title>об&yer;ект</title></channel></rss>')
    assert feed.title == "объект"


def test_nothing_that_can_be_mended_is_malformed() -> None:
    with pytest.raises(Malformed):
        feed_of("<rss <rss <rss ")


def test_empty_item_is_kept_and_counted_from_one() -> None:
    feed = feed_of(rss("<title>One</title>", "", "<title>Three</title>"))
    assert [story.title for story in feed.entries] == ["One", "", "Three"]
    assert [(each.code, each.detail) for each in feed.warnings] == [("item-empty", "2: there is nothing to show")]


def test_a_namespace_that_is_no_address_counts_as_none():
    body = b'<feed xmlns="http://www.w3.org/2005/A\xd1tom"><title>T</title><entry><title>One</title></entry>'
    assert [entry.title for entry in feed_of(body).entries] == ["One"]


def test_what_is_no_base64_is_no_text():
    entry = '<entry><title>T</title><content mode="base64">é</content></entry>'
    assert feed_of(f'<feed xmlns="http://purl.org/atom/ns#">{entry}</feed>').entries[0].title == "T"
