"""What is read from pages beside their text, and how odd and hostile pages are met."""

from __future__ import annotations

import json
import time
from contextlib import suppress

import pytest

from kushk.core.document import BlockKind
from kushk.sources.formats.errors import EmptyInput, NoStory
from kushk.sources.formats.page import parse_page
from kushk.sources.formats.page.headline import alike, without_site
from kushk.sources.formats.page.names import Role, role_of
from kushk.sources.formats.page.people import without_label
from kushk.sources.formats.page.phrases import is_furniture, is_related_head, is_related_lead
from kushk.sources.formats.parsed import Input, ParsedStory

URL = "https://www.stand.example/2023/11/05/quay-story"
TEXT = "".join(
    f"<p>{text}</p>"
    for text in (
        "The harbour council met on Tuesday and decided, after four hours, to keep the old quay open for small boats.",
        "Fishermen had asked for it since the spring, when the new terminal took over most of the water.",
        "A fence will be moved, the lamps will be repaired, and the market may return on the first Sunday of the month.",
    )
)


def page(head: str = "", body: str = "", *, text: str = TEXT, url: str = URL, media_type: str = "") -> ParsedStory:
    html = f"<!doctype html><html lang='en'><head>{head}</head><body><h1>Old quay stays open</h1>{body}<div class='story'>{text}</div></body></html>"
    return parse_page(Input(html.encode(), url=url, media_type=media_type))


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{value if isinstance(value, str) else json.dumps(value)}</script>'


STORY = {
    "@type": "NewsArticle",
    "headline": "Old quay stays open",
    "datePublished": "2024-02-03T10:00:00Z",
    "author": {"name": "Ida Brandt"},
}


@pytest.mark.parametrize(
    "written",
    [
        ld(STORY),
        ld([{"@type": "BreadcrumbList"}, STORY]),
        ld({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Post"}, STORY]}),
        ld(
            {"@graph": [{**STORY, "author": {"@id": "#ida"}}, {"@type": "Person", "@id": "#ida", "name": "Ida Brandt"}]}
        ),
        ld({**STORY, "@type": ["NewsArticle", "Thing"], "author": ["Ida Brandt"]}),
        ld({"@type": "WebPage", "mainEntity": STORY}),
        ld("<!-- " + json.dumps(STORY) + " -->"),
        ld("//<![CDATA[\n" + json.dumps(STORY) + "\n//]]>"),
        ld(json.dumps(STORY)[:-1] + ",}"),
        ld(json.dumps(STORY) + ";"),
        ld(json.dumps(STORY).replace("open", "open\n\t")),
        ld(json.dumps(STORY).replace('"', "&quot;")),
        ld(json.dumps({"@type": "Organization"}) + json.dumps(STORY)),
    ],
    ids=[
        "plain",
        "list",
        "graph",
        "by-id",
        "types",
        "nested",
        "comment",
        "cdata",
        "comma",
        "semicolon",
        "control",
        "entities",
        "two",
    ],
)
def test_structured_data_is_read_in_every_shape(written: str):
    story = page(written)
    assert (story.published, story.byline) == ("2024-02-03T10:00:00+00:00", "Ida Brandt")


def test_broken_structured_data_costs_nothing_else():
    assert page(ld('{"@type": "NewsArticle", "headline": "Old')).title == "Old quay stays open"


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        (
            '<meta property="article:published_time" content="2024-02-03T10:00:00+02:00">',
            "",
            "2024-02-03T10:00:00+02:00",
        ),
        ('<meta name="DC.date.issued" content="2024-02-03">', "", "2024-02-03"),
        ("", '<time datetime="2024-02-03T10:00">3 Feb</time>', "2024-02-03T10:00"),
        ("", '<span class="post-date">3 February 2024</span>', "2024-02-03"),
        ("", "<p>Updated: 3 February 2024</p>", "2024-02-03"),
        ("", "", "2023-11-05"),
    ],
)
def test_dates_come_from_metas_then_the_page_then_the_address(head: str, body: str, published: str):
    assert page(head, body).published == published


def test_a_related_story_s_date_is_not_the_story_s():
    related = '<div class="related-posts"><a href="/r">Another story about the harbour</a><time datetime="2020-01-01">2020</time></div>'
    assert page("", related, url="https://stand.example/x").published == ""


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ida Brandt", "Ida Brandt"), ("Von Jörg Haldner", "Jörg Haldner"), ("Par Solène Kerival", "Solène Kerival"), ("作者：陈远", "陈远"),
        ("بقلم: ليلى العمري", "ليلى العمري"), ("Автор: Анна Велихова", "Анна Велихова"), ("By Ida Brandt | 14 March 2024", "Ida Brandt"), ("Byron Kale", "Byron Kale"),
    ],
)  # fmt: skip
def test_a_byline_loses_its_label(line: str, name: str):
    assert without_label(line) == name


def test_an_author_s_profile_address_is_no_name():
    assert page('<meta property="article:author" content="https://social.example/ida">').byline == ""


def test_several_authors_are_told_apart():
    story = page(
        ld({**STORY, "author": [{"name": "Ida Brandt"}, {"name": "Maren Oakes"}]}),
        '<div class="byline">By Ida Brandt and Maren Oakes</div>',
    )
    assert story.authors == ("Ida Brandt", "Maren Oakes")
    assert story.byline == "Ida Brandt and Maren Oakes"


def test_titles_lose_the_site_s_name_and_nothing_else():
    assert without_site("Old quay stays open | The Post", ["The Post"]) == "Old quay stays open"
    assert without_site("The Post - Old quay stays open", ["The Post"]) == "Old quay stays open"
    assert without_site("Boats - and what they carry", ["The Post"]) == "Boats - and what they carry"
    assert alike("Old quay stays open", "Old quay stays open!") == 1.0


def test_the_shown_headline_wins_over_one_for_search_engines():
    assert page('<meta property="og:title" content="Harbour news today, all updates">').title == "Old quay stays open"


def test_names_are_read_as_whole_words():
    assert role_of("heading loading") == Role.NONE
    assert role_of("ad-slot") & Role.ASIDE
    assert role_of("relatedposts") & Role.RELATED
    assert not role_of("has-sidebar with-comments") & (Role.ASIDE | Role.COMMENTS)
    assert not role_of("commentary")


@pytest.mark.parametrize(
    "label", ["Read also", "Lire aussi :", "اقرأ أيضا", "यह भी पढ़ें", "相关阅读", "関連記事", "관련기사", "ข่าวที่เกี่ยวข้อง"]
)
def test_headings_over_related_stories_are_known_in_many_languages(label: str):
    assert is_related_head(label)
    assert is_related_lead(f"{label.rstrip(' :')}: A story")
    assert not is_related_head(f"{label} the whole report on quays")


def test_furniture_is_a_label_alone():
    assert is_furniture("— Advertisement —")
    assert not is_furniture("Advertisement for a quay found in an attic")


def test_cards_of_related_stories_are_kept_apart():
    body = (
        '<section class="related"><h2>Related</h2><ul><li><a href="/r1"><h3>A ferry says goodbye</h3></a><p>It ran for eighty years, day and night.</p>'
        '<span>4 min read</span><time datetime="2024-01-02">2 Jan</time></li><li><a href="/r2">The lamps of the old harbour</a></li></ul></section>'
    )
    story = page("", body)
    first, second = story.related
    assert (first.title, first.dek, first.minutes, first.published, first.url) == (
        "A ferry says goodbye", "It ran for eighty years, day and night.", 4, "2024-01-02", "https://www.stand.example/r1",
    )  # fmt: skip
    assert second.title == "The lamps of the old harbour"
    assert "ferry" not in story.document.text


def test_the_picture_is_the_page_s_own_and_never_its_logo():
    assert (
        page(
            '<meta property="og:image" content="/img/logo.png"><meta name="twitter:image" content="/img/quay.jpg">'
        ).picture.src
        == "https://www.stand.example/img/quay.jpg"
    )


def test_keywords_are_categories_and_the_canonical_address_is_the_url():
    story = page('<meta name="keywords" content="Boats, Harbour,boats"><link rel="canonical" href="/quay">')
    assert story.categories == ("Boats", "Harbour")
    assert story.url == "https://www.stand.example/quay"


@pytest.mark.parametrize(
    ("encoding", "media_type"), [("windows-1251", "text/html; charset=windows-1251"), ("koi8-r", ""), ("utf-16", "")]
)
def test_old_encodings_are_read(encoding: str, media_type: str):
    text = "<p>" + "Паром снова ходит через реку каждый день, и жители двух посёлков рады этому. " * 3 + "</p>"
    html = f"<html><head><meta charset='{encoding}'></head><body><h1>Паром вернулся</h1>{text}</body></html>"
    assert parse_page(Input(html.encode(encoding), media_type=media_type)).title == "Паром вернулся"


def test_a_front_page_has_no_story():
    cards = "".join(
        f'<div class="teaser"><a href="/{n}"><h2>A story with the number {n}</h2></a></div>' for n in range(30)
    )
    with pytest.raises(NoStory):
        parse_page(Input(f"<html><body><h1>The Post</h1><div>{cards}</div></body></html>".encode(), url=URL))


@pytest.mark.parametrize("body", [b"", b"  \n "])
def test_an_empty_page_is_said_to_be_empty(body: bytes):
    with pytest.raises(EmptyInput):
        parse_page(Input(body))


def test_a_subscribers_story_is_an_excerpt():
    assert page(ld({**STORY, "isAccessibleForFree": False})).excerpt


HOSTILE = {
    "deep": "<div>" * 100_000 + TEXT,
    "attributes": "<div " + " ".join(f"a{n}=1" for n in range(300_000)) + ">" + TEXT,
    "script": "<script>" + 'var a = {"b": [1, 2, 3]};' * 200_000 + "</script>" + TEXT,
    "brackets": ld("[" * 300_000) + TEXT,
    "braces": ld("{" * 300_000) + TEXT,
    "entities": "&amp;&lt;&#x41;" * 100_000 + TEXT,
    "zero bytes": TEXT.replace(" ", "\0 "),
    "title": "<title>" + "a - b | " * 50_000 + "</title>" + TEXT,
    "authors": '<meta name="author" content="' + "Jane Doe, " * 50_000 + '">' + TEXT,
    "headings": "<h1>a b c</h1>" * 5_000 + TEXT,
    "times": "<time>12 May 2024</time>" * 5_000 + TEXT,
    "links": TEXT + '<a href="/x">some link words here</a> ' * 20_000,
    "comment": "<!--" * 100_000 + TEXT,
    "angles": "<" * 300_000 + TEXT,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_cost_little_and_end_in_a_story_or_a_reason(name: str):
    started = time.process_time()
    with suppress(NoStory):
        assert any(block.kind is BlockKind.PARAGRAPH for block in page("", HOSTILE[name]).document.blocks)
    assert time.process_time() - started < 5
