"""What well-known blog software, boards and hosts write, each peculiarity by itself."""

from __future__ import annotations

import base64
import gzip

import pytest
from tests.unit.formats.feeds.given import atom, codes, entry, feed_of, item, rss

from kushk.sources.formats import parse_feed
from kushk.sources.formats.errors import TooLarge
from kushk.sources.formats.packed import unpacked
from kushk.sources.formats.parsed import Input

OLD = 'xmlns="http://purl.org/atom/ns#" version="0.3"'
PAGE = "https://paper.example/1"


def old_atom(entry: str) -> str:
    return f"<feed {OLD}><title>Paper</title><entry>{entry}</entry></feed>"


@pytest.mark.parametrize(
    "body", ["<author>a@b.example (Ann)</author>", "<pubDate>2024-03-01</pubDate>", "<guid>7</guid>"]
)
def test_an_entry_that_shows_nothing_is_kept_with_a_warning(body: str) -> None:
    feed = feed_of(rss(body))
    assert len(feed.entries) == 1
    assert codes(feed) == ["item-empty"]


def test_entries_are_found_under_the_other_dialects_name() -> None:
    feed = feed_of("<feed xmlns='http://www.w3.org/2005/Atom'><item><title>One</title></item></feed>")
    assert [story.title for story in feed.entries] == ["One"]


@pytest.mark.parametrize(
    ("attributes", "written", "title"),
    [
        ('mode="base64"', base64.b64encode(b"The <b>bridge</b>").decode(), "The bridge"),
        ('mode="base64"', base64.b64encode(b"a < b").decode(), "a < b"),
        ('mode="escaped"', "The &lt;b&gt;bridge&lt;/b&gt;", "The bridge"),
        ('mode="escaped" type="text/plain"', "The &lt;b&gt; tag", "The <b> tag"),
        ('mode="base64" type="image/png"', "iVBORw0KGgo=", ""),
        ('mode="base64"', "/9j/4AAQ", ""),
    ],
)
def test_old_atom_titles_are_decoded(attributes: str, written: str, title: str) -> None:
    (story,) = feed_of(old_atom(f"<id>1</id><title {attributes}>{written}</title>")).entries
    assert story.title == title


@pytest.mark.parametrize(
    "tag",
    [
        '<applet code="a.class"></applet>',
        '<meta http-equiv="Refresh" content="0">',
        '<link rel="stylesheet" href="a.css">',
        '<frameset rows="*"><frame src="/a"></frameset>',
        "<script>alert(1)</script>",
        "<blink></blink>",
    ],
)
def test_seldom_tags_are_no_words_of_a_headline(tag: str) -> None:
    escaped = tag.replace("<", "&lt;")
    assert entry(f'<title type="html">Bridge{escaped} opens</title>').title.split() == ["Bridge", "opens"]
    assert item(f"<title>Bridge{escaped} opens</title>").title.split() == ["Bridge", "opens"]


def test_plain_atom_titles_keep_what_looks_like_tags() -> None:
    assert entry("<title>History of the &lt;blink&gt; tag</title>").title == "History of the <blink> tag"


def test_escaped_html_that_is_wrapped_in_xhtml_is_read() -> None:
    div = '<div xmlns="http://www.w3.org/1999/xhtml">The &lt;b&gt;bridge&lt;/b&gt;</div>'
    assert entry(f'<title>T</title><content type="html">{div}</content>').document.text == "The bridge"


def test_bytes_written_as_letters_are_read_as_what_they_spell() -> None:
    assert item("<description>&#226;&#128;&#166; &#195;&#169;</description>").summary.startswith("… Ã©")


@pytest.mark.parametrize(("url", "self"), [("https://paper.example/blog", ""), ("", "https://paper.example/blog")])
def test_an_id_that_is_an_address_is_the_page_unless_it_is_the_feeds_own(url: str, self: str) -> None:
    link = f'<link rel="self" href="{self}"/>' if self else ""
    assert feed_of(atom(head=f"<id>https://paper.example/blog</id>{link}")).url == url


def test_content_that_lies_elsewhere_is_the_page_or_an_attachment() -> None:
    page = entry(f'<title>T</title><content type="text/html" src="{PAGE}"/>')
    film = entry('<title>T</title><content type="video/mp4" src="https://paper.example/a.mp4"/>')
    assert page.url == PAGE
    assert [each.media.src for each in film.attachments] == ["https://paper.example/a.mp4"]
    assert film.url == ""


def test_bases_inside_xhtml_hold_where_they_stand() -> None:
    story = entry(
        '<title>T</title><content type="xhtml" xml:base="https://paper.example/a/">'
        '<div xmlns="http://www.w3.org/1999/xhtml"><p xml:base="b/"><a href="c">one</a></p>'
        '<p><a href="c">two</a></p></div>'
        "</content>"
    )
    hrefs = [mark.href for block in story.document.blocks for sentence in block.sentences for mark in sentence.marks]
    assert hrefs == ["https://paper.example/a/b/c", "https://paper.example/a/c"]


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_summaries_the_longer_is_the_text(turned: bool) -> None:
    both = ["<description>The bridge opened on Monday morning.</description>", "<summary>A new bridge.</summary>"]
    story = item("<title>T</title>" + "".join(reversed(both) if turned else both))
    assert story.document.text == "The bridge opened on Monday morning."
    assert story.summary == "A new bridge."


def test_the_servers_language_is_that_of_a_feed_that_states_none() -> None:
    body = rss("<title>Radio</title>").encode()
    assert parse_feed(Input(body, headers={"Content-Language": "sv_SE"})).language == "sv-SE"
    assert parse_feed(Input(body, headers={"Content-Language": "sv, en"})).language == ""


def test_a_short_feed_tells_its_language_as_a_whole() -> None:
    head = "<title>روزنامه شهر</title>"
    long = (
        "<title>افتتاح پل تازه در شهر</title>"
        "<description>پل تازه امروز باز شد و مردم می‌توانند از آن بگذرند.</description>"
    )
    feed = feed_of(rss(long, "<title>خبر دوم</title><pubDate>1402/12/11 14:30</pubDate>", head=head))
    assert [story.document.language for story in feed.entries] == ["fa", "fa"]
    assert feed.entries[1].published == "2024-03-01T14:30"


def test_one_odd_byte_is_read_as_windows_western() -> None:
    assert (
        feed_of(b'<?xml version="1.0" encoding="x-unheard"?><rss><channel><title>\x80</title></channel></rss>').title
        == "€"
    )


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ('&lt;a href="/1"&gt;J. Doe&lt;/a&gt;, &lt;a href="/2"&gt;A. Sá&lt;/a&gt;', ("J. Doe", "A. Sá")),
        ('&lt;a href="/1"&gt;J. Doe&lt;/a&gt;', ("J. Doe",)),
        ("记者 王芳", ("王芳",)),
        ("本报记者：王芳", ("王芳",)),
        ("홍길동 기자 hong@paper.example", ("홍길동",)),
        ("김영희 특파원", ("김영희",)),
        ("كتب: أحمد علي", ("أحمد علي",)),
    ],
)
def test_names_are_told_apart_by_their_links_and_freed_of_their_office(written: str, authors: tuple[str, ...]) -> None:
    assert item(f"<title>T</title><dc:creator>{written}</dc:creator>").authors == authors


@pytest.mark.parametrize("rest", ["", " admin Fri, 03/01/2024 - 10:00", "\nadmin", " ven 01/03/2024 - 10:00"])
def test_a_first_line_that_repeats_headline_author_and_date_is_no_text(rest: str) -> None:
    body = f"&lt;p&gt;The bridge{rest}&lt;/p&gt;&lt;p&gt;It is open.&lt;/p&gt;"
    story = item(f"<title>The bridge</title><dc:creator>admin</dc:creator><description>{body}</description>")
    assert (story.document.text, story.summary) == ("It is open.", "It is open.")


def test_a_first_line_that_begins_with_the_headline_stays() -> None:
    body = "&lt;p&gt;The bridge is open.&lt;/p&gt;&lt;p&gt;So they say.&lt;/p&gt;"
    assert item(f"<title>The bridge</title><description>{body}</description>").summary.startswith("The bridge is open.")


@pytest.mark.parametrize("name", ["title", "description"])
def test_a_section_that_was_escaped_is_no_text(name: str) -> None:
    story = item(f"<{name}>&lt;![CDATA[The bridge]]&gt;</{name}>")
    assert (story.title or story.document.text) == "The bridge"


@pytest.mark.parametrize(
    ("stated", "tag"), [("en_US", "en-US"), ("Japanese", "ja"), ("zh-cn", "zh-CN"), ("English, mostly!", ""), ("", "")]
)
def test_a_feeds_language_is_a_tag_or_nothing(stated: str, tag: str) -> None:
    assert feed_of(rss(head=f"<title>T</title><language>{stated}</language>")).language == tag


def test_nested_categories_and_tags_are_all_named() -> None:
    nested = '<itunes:category text="Science"><itunes:category text="Physics"/></itunes:category><tags>one, two</tags>'
    image = "<category>Town<image><title>Not this</title></image></category>"
    assert item(f"<title>T</title>{image}{nested}").categories == ("Town", "Science", "Physics", "one", "two")


def test_a_note_without_a_headline_is_complete() -> None:
    assert not item("<description>Good morning.</description>").excerpt
    assert item("<title>T</title><description>Good morning.</description>").excerpt


@pytest.mark.parametrize(
    ("query", "excerpt"), [("?action=share", False), ("#respond", False), ("", True), ("#more-1", True)]
)
def test_a_closing_button_says_nothing_of_a_cut(query: str, excerpt: bool) -> None:
    body = f"&lt;p&gt;The bridge is open.&lt;/p&gt;&lt;p&gt;&lt;a href='{PAGE}{query}'&gt;Ombwe&lt;/a&gt;&lt;/p&gt;"
    story = item(f"<title>T</title><link>{PAGE}</link><content:encoded>{body}</content:encoded>")
    assert story.document.text == "The bridge is open."
    assert story.excerpt is excerpt


def test_a_thumbnail_does_not_stand_for_a_story_that_has_a_picture() -> None:
    body = "<content:encoded>&lt;p&gt;a&lt;/p&gt;&lt;img src='https://paper.example/large.jpg'&gt;</content:encoded>"
    small = '<media:thumbnail url="https://paper.example/small.jpg" width="72" height="72"/>'
    picture = item(f"<title>T</title>{small}{body}").picture
    assert picture is not None
    assert picture.src == "https://paper.example/large.jpg"


def test_plain_media_descriptions_keep_their_lines() -> None:
    story = item("<title>T</title><media:group><media:description>One\ntwo</media:description></media:group>")
    assert story.document.text == "One\ntwo"


def test_a_feed_saved_as_it_was_sent_is_unpacked() -> None:
    assert feed_of(gzip.compress(rss("<title>One</title>").encode())).entries[0].title == "One"


def test_a_bomb_is_refused_before_it_grows() -> None:
    with pytest.raises(TooLarge):
        unpacked(Input(gzip.compress(bytes(100_000))), 10_000)
