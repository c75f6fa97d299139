"""Plain text is never read as HTML, HTML is never shown as text."""

from __future__ import annotations

import pytest
from tests.unit.formats.feeds.given import codes, entry, feed_of, item, rss

LONG = "The ferry to the island runs again, twice a day, from the old quay behind the fish market."


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a &lt; b", "a < b"),
        ("AT&amp;T", "AT&T"),
        ("AT&amp;amp;T", "AT&T"),
        ("List&lt;T&gt; explained", "List<T> explained"),
        ("Use of &lt;b&gt; in headings", "Use of <b> in headings"),
        ("&lt;i&gt;Dune&lt;/i&gt; again", "Dune again"),
        ("&amp;lt;i&amp;gt;Dune&amp;lt;/i&amp;gt; again", "Dune again"),
        ("<![CDATA[<em>Dune</em> &#8217;s &amp; co]]>", "Dune ’s & co"),
        ("<![CDATA[a]]><![CDATA[ & b]]>", "a & b"),
        ("<i>Dune</i> again", "Dune again"),
        ("5 &amp;lt; 6", "5 < 6"),
        ("&#146;tis", "’tis"),
        ("  two\n\t words ", "two words"),
        ("می‌خواهم", "می‌خواهم"),
        ("if (a&lt;b &amp;&amp; c&gt;d)", "if (a<b && c>d)"),
    ],
)
def test_rss_headline(written: str, shown: str) -> None:
    assert item(f"<title>{written}</title>").title == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<title>a &lt;b&gt; c</title>", "a <b> c"),
        ('<title type="text">Q &amp;amp; A</title>', "Q &amp; A"),
        ('<title type="html">a &lt;b&gt;c&lt;/b&gt; &amp;amp; d</title>', "a c & d"),
        ('<title type="html">List&lt;T&gt;</title>', "List<T>"),
        ('<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <b>c</b> &lt;</div></title>', "a c <"),
    ],
)
def test_atom_headline_is_what_its_type_says(written: str, shown: str) -> None:
    assert entry(written).title == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<summary>1 &lt; 2 &lt;b&gt;not bold&lt;/b&gt;</summary>", "1 < 2 <b>not bold</b>"),
        ('<content type="text">x &lt;p&gt; &amp;amp; y</content>', "x <p> &amp; y"),
        ('<content type="text/plain">&lt;em&gt;</content>', "<em>"),
        ('<content type="html">&lt;em&gt;soft&lt;/em&gt;</content>', "soft"),
        ('<content type="text/html">&lt;em&gt;soft&lt;/em&gt;</content>', "soft"),
        (
            '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>soft</h:p></h:div></content>',
            "soft",
        ),
    ],
)
def test_atom_text_is_what_its_type_says(written: str, shown: str) -> None:
    assert entry(f"<title>T</title>{written}").document.text == shown


@pytest.mark.parametrize(
    ("kind", "written", "shown"),
    [
        ('type="text/html" mode="escaped"', "&lt;p&gt;old&lt;/p&gt;", "old"),
        ('type="application/xhtml+xml" mode="xml"', "<p>old</p>", "old"),
        ('type="text/html" mode="base64"', "PHA+b2xkPC9wPg==", "old"),
        ('type="text/plain" mode="escaped"', "&lt;p&gt;", "<p>"),
        ('type="image/png" mode="base64"', "iVBORw0KGgo=", ""),
    ],
)
def test_atom_03_content(kind: str, written: str, shown: str) -> None:
    feed = feed_of(
        f'<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>T</title><content {kind}>{written}'
        "</content></entry></feed>"
    )
    assert feed.entries[0].document.text == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a &lt; b and c &gt; d", "a < b and c > d"),
        ("Map&lt;K, V&gt;", "Map<K, V>"),
        ("&lt;p&gt;one&lt;/p&gt;&lt;p&gt;two&lt;/p&gt;", "one\n\ntwo"),
        ("&amp;lt;p&amp;gt;one&amp;lt;/p&amp;gt;", "one"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("Fish &amp;amp; chips", "Fish & chips"),
        ("one\n\ntwo\nstill two", "one\n\ntwo still two"),
    ],
)
def test_rss_description(written: str, shown: str) -> None:
    assert item(f"<title>T</title><description>{written}</description>").document.text == shown


def test_fuller_content_is_the_body_and_the_summary_stands_above() -> None:
    story = item(
        f"<title>Ferry</title><description>The boats are back.</description>"
        f"<content:encoded><![CDATA[<p>{LONG}</p>]]></content:encoded>"
    )
    assert story.document.text == LONG
    assert story.document.standfirst is not None
    assert story.document.standfirst.text == story.summary == "The boats are back."
    assert not story.excerpt


@pytest.mark.parametrize("summary", [LONG[:60] + " [&amp;#8230;]", LONG[:70] + "…", LONG, "Ferry", "ferry!"])
def test_summary_that_only_repeats_is_not_shown_above(summary: str) -> None:
    story = item(
        f"<title>Ferry</title><description>{summary}</description>"
        f"<content:encoded>&lt;p&gt;{LONG}&lt;/p&gt;&lt;p&gt;More.&lt;/p&gt;</content:encoded>"
    )
    assert story.document.standfirst is None
    assert story.summary


def test_content_that_is_but_a_piece_of_the_summary_is_not_the_body() -> None:
    story = item(f"<title>T</title><description>{LONG}</description><content:encoded>The ferry</content:encoded>")
    assert story.document.text == LONG
    assert story.document.standfirst is None


def test_short_content_of_its_own_stays_the_body() -> None:
    story = item(f"<title>T</title><description>{LONG}</description><content:encoded>We cheer.</content:encoded>")
    assert story.document.text == "We cheer."
    assert story.document.standfirst is not None
    assert story.document.standfirst.text == LONG


def test_headline_is_not_repeated_by_the_body() -> None:
    story = item(
        "<title>Ferry</title><content:encoded>&lt;h2&gt;Ferry&lt;/h2&gt;&lt;p&gt;Back.&lt;/p&gt;</content:encoded>"
    )
    assert story.document.text == "Back."
    alone = item('<title>Ferry - Paper</title><description>&lt;a href="/1"&gt;Ferry&lt;/a&gt; Paper</description>')
    assert (alone.document.text, alone.summary, alone.excerpt) == ("", "", True)


def test_lone_summary_is_an_excerpt_and_a_lone_long_text_is_not() -> None:
    paragraphs = "".join(f"&lt;p&gt;{number}. {LONG} {LONG}&lt;/p&gt;" for number in range(4))
    assert item(f"<title>T</title><description>{LONG}</description>").excerpt
    assert not item(f"<title>T</title><description>{paragraphs}</description>").excerpt
    assert item("<title>Only a headline</title>").excerpt


def test_pictures_alone_are_a_body() -> None:
    story = item(
        "<title>Photo</title><content:encoded>&lt;img src='https://paper.example/a.jpg' alt='A quay'&gt;"
        "</content:encoded>"
    )
    assert story.picture is not None
    assert story.picture.src == "https://paper.example/a.jpg"
    assert story.document.blocks[0].media == story.picture


def test_control_characters_are_windows_letters_or_nothing() -> None:
    assert item("<title>\x93Ferry\x94 &#133;</title>").title == "“Ferry” …"


def test_script_and_its_links_do_not_survive() -> None:
    story = item(
        "<title>T</title><content:encoded><![CDATA[<p onclick='x()'>Safe <a href='javascript:alert(1)'>words</a>"
        "<script>alert(2)</script></p>]]></content:encoded>"
    )
    assert story.document.text == "Safe words"
    assert story.document.blocks[0].sentences[0].marks == ()
    assert codes(story) == ["link-dropped"]


def test_title_longer_than_any_headline_is_cut() -> None:
    story = item(f"<title>{'word ' * 1000}</title>")
    assert len(story.title) <= 512
    assert codes(story) == ["title-cut"]


def test_html_inside_unescaped_description_keeps_its_links() -> None:
    story = item('<title>T</title><description>See <a href="/b">this</a> now</description>', url="https://p.example/f")
    assert story.document.text == "See this now"
    assert story.document.blocks[0].sentences[0].marks[0].href == "https://p.example/b"


def test_languages_come_from_the_entry_then_the_feed() -> None:
    feed = feed_of(
        rss(
            "<title>Un</title><dc:language>fr</dc:language>",
            "<title>Zwei</title>",
            head="<title>P</title><language>de</language>",
        )
    )
    assert [story.document.language for story in feed.entries] == ["fr", "de"]
    assert entry("<title>T</title>", attributes='xml:lang="ar"').document.direction == "rtl"


def test_feed_without_a_language_has_that_of_most_of_its_entries() -> None:
    long = "Le bac reprend du service vendredi, avec deux départs par jour depuis le vieux quai du port."
    short = "<title>Marina</title>"
    feed = feed_of(rss(*(f"<title>Le bac revient</title><description>{long}</description>" for _ in range(4)), short))
    assert [story.document.language for story in feed.entries] == ["fr"] * 5
    assert feed.language == ""


def test_feed_of_many_languages_lends_none_to_its_entries() -> None:
    texts = (
        "Le bac reprend du service vendredi, avec deux départs par jour depuis le vieux quai du port.",
        "The ferry runs again from Friday, with two crossings a day from the old quay in the harbour.",
        "Die Fähre fährt ab Freitag wieder, mit zwei Überfahrten am Tag vom alten Kai im Hafen aus.",
        "عادت العبارة اليوم إلى رحلاتها المعتادة بين الميناء والجزيرة، مرتين في اليوم كما كانت.",
    )
    feed = feed_of(rss(*(f"<title>1</title><description>{text}</description>" for text in texts)))
    assert [story.document.language for story in feed.entries] == ["fr", "en", "de", "ar"]
