"""Links, people, dates, subjects and media of a story."""

from __future__ import annotations

import pytest
from tests.unit.formats.feeds.given import atom, codes, entry, feed_of, item, rss

from kushk.core.document import MediaKind

PAGE = "https://paper.example/feed"


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("<link>https://paper.example/1</link>", "https://paper.example/1"),
        ("<link><![CDATA[ https://paper.example/1\n]]></link>", "https://paper.example/1"),
        ("<link>/1?a=1&amp;b=2</link>", "https://paper.example/1?a=1&b=2"),
        ("<link>/1?a=1&amp;amp;b=2</link>", "https://paper.example/1?a=1&b=2"),
        ("<link>//paper.example/1</link>", "https://paper.example/1"),
        ("<link>https://paper.example/a b</link>", "https://paper.example/a%20b"),
        ("<link/>https://paper.example/1", "https://paper.example/1"),
        ('<atom:link rel="self" href="/no"/><atom:link href="/1"/>', "https://paper.example/1"),
        ('<link href="/1"/>', "https://paper.example/1"),
        (
            "<link>https://proxy.example/1</link><feedburner:origLink>/1</feedburner:origLink>",
            "https://paper.example/1",
        ),
        ("<guid>https://paper.example/1</guid>", "https://paper.example/1"),
        ('<guid isPermaLink="false">https://paper.example/1</guid>', ""),
        ("<guid>1234</guid>", ""),
        ("", ""),
    ],
)
def test_address_of_an_rss_story(written: str, url: str) -> None:
    assert item(f"<title>T</title>{written}", url=PAGE).url == url


def test_page_is_preferred_among_atom_links() -> None:
    story = entry(
        '<title>T</title><link rel="enclosure" href="/a.mp3"/><link type="application/pdf" href="/1.pdf"/>'
        '<link rel="http://www.iana.org/assignments/relation/alternate" type="text/html" href="/1"/>',
        url=PAGE,
    )
    assert story.url == "https://paper.example/1"


@pytest.mark.parametrize("link", ["javascript:alert(1)", " java\nscript:alert(1)", "data:text/html,x", "file:///etc/x"])
def test_address_that_no_reader_may_be_sent_to_is_dropped_and_said(link: str) -> None:
    story = item(f"<title>T</title><link>{link}</link>", url=PAGE)
    assert story.url == ""
    assert codes(story) == ["link-dropped"]


def test_entries_without_id_or_link_stay_apart() -> None:
    feed = feed_of(rss("<title>One</title>", "<title>Two</title>", "<description>Three words here</description>"))
    assert [(story.id, story.title or story.document.text) for story in feed.entries] == [
        ("", "One"),
        ("", "Two"),
        ("", "Three words here"),
    ]


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("<author>ann@paper.example (Ann Oak)</author>", ("Ann Oak",)),
        ("<author>Ann Oak &lt;ann@paper.example&gt;</author>", ("Ann Oak",)),
        ("<author>Ann Oak</author>", ("Ann Oak",)),
        ("<dc:creator>By Ann Oak</dc:creator>", ("Ann Oak",)),
        ("<dc:creator>بقلم: ليلى</dc:creator>", ("ليلى",)),
        ("<dc:creator>Byron Oak</dc:creator><dc:creator>unknown</dc:creator>", ("Byron Oak",)),
        ("<author>ann@paper.example</author>", ("ann@paper.example",)),
        ("<author>noreply@paper.example</author>", ()),
        ("<dc:creator><![CDATA[Ann Oak]]></dc:creator><dc:creator>Bo Ash</dc:creator>", ("Ann Oak", "Bo Ash")),
        ("<author>x@y.example (X)</author><dc:creator>Ann Oak</dc:creator>", ("Ann Oak",)),
        ("<itunes:author>Ann Oak</itunes:author>", ("Ann Oak",)),
        ("<dc:creator>&lt;a href='/ann'&gt;Ann Oak&lt;/a&gt;</dc:creator>", ("Ann Oak",)),
        ("<dc:creator>O&amp;#039;Neil</dc:creator>", ("O'Neil",)),
        ("<author><name>Ann Oak</name><email>a@b.example</email></author>", ("Ann Oak",)),
        ("<dc:creator>Ann Oak</dc:creator><dc:creator>Ann Oak</dc:creator>", ("Ann Oak",)),
    ],
)
def test_authors_of_an_rss_story(written: str, authors: tuple[str, ...]) -> None:
    assert item(f"<title>T</title>{written}").authors == authors


def test_atom_authors_and_those_of_the_feed() -> None:
    feed = feed_of(
        atom(
            "<title>1</title><author><name>Ann</name></author><author><name>Bo</name><uri>/bo</uri></author>",
            "<title>2</title>",
            head="<title>P</title><author><name>The desk</name></author>",
        )
    )
    assert [story.authors for story in feed.entries] == [("Ann", "Bo"), ("The desk",)]


@pytest.mark.parametrize(("language", "byline"), [("en", "ا, ب"), ("ar", "ا، ب"), ("fa-IR", "ا، ب"), ("ja", "ا、ب")])
def test_byline_has_the_comma_of_its_language(language: str, byline: str) -> None:
    people = "<dc:creator>ا</dc:creator><dc:creator>ب</dc:creator>"
    story = item(f"<title>T</title><dc:language>{language}</dc:language>{people}")
    assert story.byline == byline
    assert story.document.byline is not None
    assert story.document.byline.text == byline


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("Thu, 02 Jan 2025 10:30:05 -0500", "2025-01-02T10:30:05-05:00"),
        ("Thu, 02 Jan 2025 10:30 EST", "2025-01-02T10:30-05:00"),
        ("2 Jan 25 10:30:05 GMT", "2025-01-02T10:30:05+00:00"),
        ("02-Jan-2025", "2025-01-02"),
        ("2024", "2024"),
        ("2024-05", "2024-05"),
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03T10:00Z", "2024-05-03T10:00+00:00"),
        ("2024-05-03T10:00:00.123+05:30", "2024-05-03T10:00:00+05:30"),
        ("2024-124", "2024-05-03"),
        ("1714730400", "2024-05-03T10:00:00+00:00"),
        ("Do, 03 Mai 2024 10:00:00 +0200", "2024-05-03T10:00:00+02:00"),
        ("\n Fri, 03 May 2024 10:00:00 +0000 \t", "2024-05-03T10:00:00+00:00"),
        ("Sun May  5 16:29:06 PST 2024", "2024-05-05T16:29:06-08:00"),
        ("٢٠٢٤-٠٥-٠٣", "2024-05-03"),
    ],
)
def test_date_is_as_precise_as_its_source(written: str, published: str) -> None:
    story = item(f"<title>T</title><pubDate>{written}</pubDate>")
    assert story.published == published
    assert codes(story) == []


@pytest.mark.parametrize("written", ["Thu, 31 Feb 2025 10:00:00 GMT", "2024-02-30", "soon", "0000-00-00 00:00:00"])
def test_impossible_date_is_said(written: str) -> None:
    story = item(f"<title>T</title><pubDate>{written}</pubDate>")
    assert story.published == ""
    assert codes(story) == ["odd-date"]


def test_both_dates_of_an_entry() -> None:
    story = entry("<title>T</title><published>2024-05-03</published><updated>2024-05-04T10:00:00Z</updated>")
    assert (story.published, story.modified) == ("2024-05-03", "2024-05-04T10:00:00+00:00")
    assert entry("<title>T</title><updated>2024-05-04</updated>").published == "2024-05-04"


def test_subjects_are_each_there_once() -> None:
    story = item(
        "<title>T</title><category>Ports</category><category>ports</category><category><![CDATA[R & D]]></category>"
        "<dc:subject>Sea</dc:subject><category>https://codes.example/12</category><media:keywords>boats, sea"
        "</media:keywords>"
    )
    assert story.categories == ("Ports", "R & D", "Sea", "boats")
    atoms = entry('<title>T</title><category term="ports" label="Ports &amp; quays"/><category term="sea"/>')
    assert atoms.categories == ("Ports & quays", "sea")


def test_where_an_item_of_an_aggregator_comes_from() -> None:
    assert item('<title>T</title><source url="https://o.example">Other paper</source>').publication == "Other paper"
    assert item("<title>T</title>").publication == "Paper"
    story = entry("<title>T</title><source><title>Origin</title><id>x</id></source>")
    assert (story.publication, story.title) == ("Origin", "T")


def test_enclosures_and_media_keep_what_they_say() -> None:
    story = item(
        '<title>T</title><enclosure url="/talk.mp3" type="audio/mpeg" length="12,345"/>'
        "<itunes:duration>1:02:03</itunes:duration><media:group>"
        '<media:content url="/small.jpg" width="100" height="50"/>'
        '<media:content url="/large.jpg" medium="image" width="800" height="400"><media:credit>Ann Oak</media:credit>'
        "<media:description>A quay</media:description></media:content></media:group>",
        url=PAGE,
    )
    found = {each.media.src.rpartition("/")[2]: each for each in story.attachments}
    assert found["talk.mp3"].media.kind is MediaKind.AUDIO
    assert (found["talk.mp3"].bytes, found["talk.mp3"].seconds) == (12345, 3723.0)
    assert (found["large.jpg"].credit, found["large.jpg"].caption) == ("Ann Oak", "A quay")
    assert story.picture is not None
    assert story.picture.src == "https://paper.example/large.jpg"


def test_same_address_is_one_attachment() -> None:
    story = item(
        '<title>T</title><enclosure url="https://p.example/a.jpg" type="image/jpeg" length="9"/>'
        '<media:thumbnail url="https://p.example/a.jpg" width="80" height="60"/>'
    )
    (only,) = story.attachments
    assert (only.bytes, only.media.width, only.media.mime) == (9, 80, "image/jpeg")


def test_portrait_of_the_author_is_not_the_picture_of_the_story() -> None:
    story = item(
        '<title>T</title><media:content url="https://0.gravatar.com/avatar/12?s=96" medium="image"/>'
        '<itunes:image href="https://p.example/cover.png"/>'
    )
    assert [each.media.src for each in story.attachments] == ["https://p.example/cover.png"]


def test_film_without_text_is_described_by_its_group() -> None:
    story = entry(
        '<title>Film</title><m:group xmlns:m="http://search.yahoo.com/mrss/"><m:content url="https://v.example/1.mp4" '
        'type="video/mp4" duration="61.5"/><m:description>How the quay was built.</m:description></m:group>'
    )
    assert story.document.text == "How the quay was built."
    assert (story.attachments[0].media.kind, story.attachments[0].seconds) == (MediaKind.VIDEO, 61.5)
