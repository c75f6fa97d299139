"""What sends a reader on to the page is no part of the story, in any language."""

from __future__ import annotations

import pytest
from tests.unit.formats.feeds.given import item

URL = "https://paper.example/2024/ferry"
WORDS = "<p>The ferry runs again from the old quay.</p>"
TEXT = "The ferry runs again from the old quay."


def story_of(html: str):
    return item(f"<title>Ferry</title><link>{URL}</link><content:encoded><![CDATA[{WORDS}{html}]]></content:encoded>")


@pytest.mark.parametrize(
    "trailer",
    [
        f'<p>The post <a href="{URL}">Ferry</a> appeared first on <a href="https://paper.example">Paper</a>.</p>',
        f'<p>L’article <a href="{URL}">Ferry</a> est apparu en premier sur <a href="https://paper.example">P</a>.</p>',
        f'<p>ظهرت المقالة <a href="{URL}">Ferry</a> أولاً على <a href="https://paper.example/">الصحيفة</a>.</p>',
        f'<p>Ferry〜<a href="{URL}">Ferry</a> / <a href="https://www.paper.example">紙</a></p>',
    ],
)
def test_note_of_origin_is_dropped_and_is_no_cut(trailer: str) -> None:
    story = story_of(trailer)
    assert story.document.text == TEXT
    assert not story.excerpt


@pytest.mark.parametrize(
    "trailer",
    [
        f'<p><a href="{URL}">Read more</a></p>',
        f'<p><a href="{URL}?utm_source=rss">أكمل قراءة القصة على الموقع</a></p>',
        f'<p><a href="{URL}#more-12" class="more-link">Weiter</a></p>',
        f'<p><a href="{URL}">続きを読む →</a></p>',
        "<p>Continue reading…</p>",
        "<p>閱讀全文</p>",
    ],
)
def test_way_on_is_dropped_and_the_story_is_an_excerpt(trailer: str) -> None:
    story = story_of(trailer)
    assert story.document.text == TEXT
    assert story.excerpt


@pytest.mark.parametrize(
    ("tail", "left"),
    [
        (" And soon [&#8230;]", " And soon…"),
        (" And soon [...]", " And soon…"),
        (f' And soon… <a href="{URL}">Read more</a>', " And soon…"),
        (" Lire la suite", ""),
        (" اقرأ المزيد", ""),
    ],
)
def test_tail_of_the_last_paragraph_is_cut_off(tail: str, left: str) -> None:
    story = item(
        f"<title>Ferry</title><link>{URL}</link><content:encoded><![CDATA[<p>{TEXT}{tail}</p>]]></content:encoded>"
    )
    assert story.document.text == TEXT + left
    assert story.excerpt


@pytest.mark.parametrize(
    "kept",
    [
        "More people came than in any year before.",
        "Continue reading the old books, she said.",
        "He paused … and left.",
        "Well…",
        '<a href="https://other.example/report">Read the full report</a>',
        'The post is now on <a href="https://other.example/">another site</a>.',
    ],
)
def test_what_only_resembles_a_trailer_stays(kept: str) -> None:
    story = story_of(f"<p>{kept}</p>")
    assert len(story.document.blocks) == 2
    assert not story.excerpt


def test_page_of_another_number_is_another_page() -> None:
    written = (
        "<title>T</title><link>https://p.example/s.php?id=7&amp;utm_source=rss</link><content:encoded><![CDATA[<p>One.</p>"
        '<p><a href="https://p.example/s.php?id={}">The boats of winter</a></p>]]></content:encoded>'
    )
    assert item(written.replace("{}", "8")).document.text == "One.\n\nThe boats of winter"
    assert item(written.replace("{}", "7")).document.text == "One."


def test_cut_summary_makes_an_excerpt_however_long() -> None:
    story = item(f"<title>T</title><description>{'Many words here. ' * 120}and then […]</description>")
    assert story.excerpt
    assert story.summary.endswith("and then…")
