"""Every dialect of RSS, RDF and Atom is one and the same to the reader."""

from __future__ import annotations

import pytest
from tests.unit.formats.feeds.given import ATOM, atom, feed_of, rss

from kushk.sources.formats import parse, parse_feed
from kushk.sources.formats.errors import EmptyInput, NotAFeed, UnknownFormat
from kushk.sources.formats.parsed import Input, ParsedFeed

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
ITEM = "<item><title>Bridge opens</title><link>https://paper.example/1</link></item>"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (
            "rdf",
            (
                f'<rdf:RDF xmlns:rdf="{RDF}" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Paper</title>'
                f"<link>https://paper.example/</link></channel>{ITEM}</rdf:RDF>"
            ),
        ),
        (
            "rdf",
            (
                f'<r:RDF xmlns:r="{RDF}" xmlns="http://purl.org/rss/1.0/"><channel r:about="x"><title>Paper</title>'
                f"<link>https://paper.example/</link></channel>{ITEM}</r:RDF>"
            ),
        ),
        *(
            (
                "rss",
                (
                    f'<rss version="{version}"><channel><title>Paper</title><link>https://paper.example/</link>{ITEM}'
                    "</channel></rss>"
                ),
            )
            for version in ("0.91", "0.92", "0.93", "0.94", "2.0", "2.0.1", "")
        ),
        (
            "rss",
            (
                '<rss xmlns="http://backend.userland.com/rss2" version="2.0"><channel><title>Paper</title>'
                f"<link>https://paper.example/</link>{ITEM}</channel></rss>"
            ),
        ),
        (
            "rss",
            (
                f'<rss xmlns="{ATOM}" version="2.0"><channel><title>Paper</title><link>https://paper.example/</link>'
                f"{ITEM}</channel></rss>"
            ),
        ),
        (
            "rss",
            (
                f'<rss xmlns="urn:of-their-own"><channel><title>Paper</title><link>https://paper.example/</link>'
                f"{ITEM}</channel></rss>"
            ),
        ),
        (
            "rss",
            (
                "<RSS><CHANNEL><TITLE>Paper</TITLE><LINK>https://paper.example/</LINK>"
                "<ITEM><TITLE>Bridge opens</TITLE><LINK>https://paper.example/1</LINK></ITEM></CHANNEL></RSS>"
            ),
        ),
        (
            "rss",
            f"<rss><channel><title>Paper</title><link>https://paper.example/</link></channel>{ITEM}</rss>",
        ),
        (
            "atom",
            (
                f'<feed xmlns="{ATOM}"><title>Paper</title><link href="https://paper.example/"/>'
                '<entry><title>Bridge opens</title><link href="https://paper.example/1"/></entry></feed>'
            ),
        ),
        (
            "atom",
            (
                f'<x:feed xmlns:x="{ATOM}"><x:title>Paper</x:title><x:link href="https://paper.example/"/>'
                '<x:entry><x:title>Bridge opens</x:title><x:link href="https://paper.example/1"/></x:entry></x:feed>'
            ),
        ),
        (
            "atom",
            (
                '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Paper</title>'
                '<link rel="alternate" type="text/html" href="https://paper.example/"/>'
                '<entry><title>Bridge opens</title><link rel="alternate" type="text/html" href="https://paper.example/1"/></entry></feed>'
            ),
        ),
        (
            "atom",
            (
                '<feed><title>Paper</title><link href="https://paper.example/"/>'
                '<entry><title>Bridge opens</title><link href="https://paper.example/1"/></entry></feed>'
            ),
        ),
    ],
)
def test_a_story_and_its_paper_are_read_from_every_dialect(kind: str, body: str) -> None:
    feed = feed_of('<?xml version="1.0"?>' + body)
    assert (feed.format, feed.title, feed.url) == (kind, "Paper", "https://paper.example/")
    assert [(story.title, story.url) for story in feed.entries] == [("Bridge opens", "https://paper.example/1")]
    assert feed.warnings == ()


def test_atom_entry_document_is_a_feed_of_one() -> None:
    feed = feed_of(f'<entry xmlns="{ATOM}"><id>urn:1</id><title>Alone</title></entry>')
    assert [(story.id, story.title) for story in feed.entries] == [("urn:1", "Alone")]


def test_what_a_feed_says_of_itself() -> None:
    head = (
        "<title>Paper</title><link>https://paper.example/</link><description>All of it</description>"
        '<atom:link rel="self" href="/feed"/><atom:link rel="hub" href="https://hub.example/"/>'
        '<atom:link rel="next" href="?page=2"/><language>pt-br</language><ttl>90</ttl><copyright>CC0</copyright>'
        "<lastBuildDate>Wed, 09 Apr 2025 14:42:50 -0400</lastBuildDate>"
        "<image><url>/logo.png</url><title>Not the title</title><link>https://elsewhere.example</link></image>"
    )
    feed = feed_of(rss(head=head), url="https://paper.example/feed.xml")
    assert feed.feed_url == "https://paper.example/feed"
    assert feed.hub == "https://hub.example/"
    assert feed.next_url == "https://paper.example/feed.xml?page=2"
    assert (feed.language, feed.minutes_to_live, feed.rights) == ("pt-BR", 90, "CC0")
    assert feed.updated == "2025-04-09T14:42:50-04:00"
    assert feed.picture == "https://paper.example/logo.png"
    assert feed.description == "All of it"
    assert feed.entries == ()


def test_update_period_becomes_minutes() -> None:
    head = (
        '<title>P</title><sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">hourly'
        '</sy:updatePeriod><sy:updateFrequency xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">4'
        "</sy:updateFrequency>"
    )
    assert feed_of(rss(head=head)).minutes_to_live == 15


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<!DOCTYPE html><html><head><title>A page</title></head><body><p>Text</p></body></html>", "a web page"),
        ('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', "a web page"),
        ('<!-- made by hand --><html lang="en"><p>One <rss version="2.0"><channel></p>', "a web page"),
        ("<p>A piece of a page</p>", "a web page"),
        ('<opml version="2.0"><body/></opml>', "a list of feeds"),
        ('{"a": 1}', "JSON of another kind"),
        ("[1, 2]", "JSON of another kind"),
        ('<?xml version="1.0"?><urlset><url/></urlset>', "XML of another kind"),
        ("Plain words of a story.", "a text"),
        ('A feed begins with <rss version="2.0"> and goes on.', "a text"),
        ("\x1f\x8b\x08\x00\x00", "a file of another kind"),
        ("%PDF-1.7", "a file of another kind"),
        ("".join(map(chr, range(32))) * 9, "a file of another kind"),
    ],
)
def test_what_is_no_feed_is_called_what_it_is(body: str, found: str) -> None:
    with pytest.raises(NotAFeed) as caught:
        parse_feed(Input(body.encode("latin-1")))
    assert caught.value.data == {"found": found}
    assert str(caught.value) == f"This is {found}, not a feed."


def test_media_type_does_not_outweigh_the_bytes() -> None:
    parsed = parse(Input(rss("<title>T</title>").encode(), media_type="text/html; charset=utf-8"))
    assert isinstance(parsed, ParsedFeed)
    with pytest.raises(NotAFeed):
        parse_feed(Input(b"<html><body><p>Moved</p></body></html>", media_type="application/rss+xml"))


@pytest.mark.parametrize("body", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\0\0"])
def test_nothing_is_an_empty_input(body: bytes) -> None:
    with pytest.raises(EmptyInput):
        parse(Input(body))


@pytest.mark.parametrize("body", [b"\x1f\x8b\x08\0abc", b"\x89PNG\r\n", bytes(range(256)), b'{"version": 3}'])
def test_what_no_parser_reads_is_unknown(body: bytes) -> None:
    with pytest.raises(UnknownFormat):
        parse(Input(body))


@pytest.mark.parametrize(
    "before",
    [
        "\ufeff",
        "\n\n  ",
        " \ufeff\n",
        "<!-- <html> made by a program -->\n",
        '<?xml-stylesheet href="x.xsl"?>',
        '<?xml version="1.1" standalone="yes"?>',
        "<!DOCTYPE rss>",
        '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x">\n<!-- y -->',
    ],
)
def test_what_may_stand_before_the_root_is_no_fault(before: str) -> None:
    feed = feed_of(before + '<rss version="2.0"><channel><title>Paper</title></channel></rss>')
    assert feed.title == "Paper"
    assert feed.warnings == ()


def test_base_addresses_add_up() -> None:
    feed = feed_of(
        atom(
            '<title>T</title><link href="story"/><content type="html" xml:base="pictures/">'
            "&lt;p&gt;A &lt;a href='page'&gt;link&lt;/a&gt;.&lt;/p&gt;</content>",
            attributes='xml:base="/news/"',
        ).replace("<entry>", '<entry xml:base="2024/">'),
        url="https://paper.example/feed",
    )
    (story,) = feed.entries
    assert story.url == "https://paper.example/news/2024/story"
    assert story.document.blocks[0].sentences[0].marks[0].href == "https://paper.example/news/2024/pictures/page"


def test_where_a_feed_says_that_it_lies_outweighs_where_it_came_from() -> None:
    source = Input(
        rss("<title>T</title><link>story</link>").encode(),
        url="https://proxy.example/feed",
        headers={"content-location": "https://paper.example/news/feed"},
    )
    assert parse_feed(source).entries[0].url == "https://paper.example/news/story"


def test_without_its_own_address_a_feed_is_based_on_its_page() -> None:
    (story,) = feed_of(rss("<title>T</title><link>/2024/story</link>")).entries
    assert story.url == "https://paper.example/2024/story"
