"""The feeds that a page announces."""

from __future__ import annotations

import pytest

from kushk.sources.formats.discover import discover

PAGE = "https://paper.example/news/page"


def urls(html: str | bytes) -> list[str]:
    return [link.url for link in discover(html, PAGE)]


def test_announced_feeds_in_the_order_of_the_page_comments_last() -> None:
    found = discover(
        '<html><head><link rel="alternate" type="application/rss+xml" title="Paper &raquo; Comments Feed" '
        'href="/comments/feed/"><link rel="alternate" type="application/rss+xml" title="Paper" href="/feed/">'
        '<link rel="alternate" type="application/atom+xml; charset=utf-8" href="atom"><link rel="ALTERNATE" '
        'type="Application/Feed+JSON" href="//paper.example/feed.json"></head></html>',
        PAGE,
    )
    assert [link.url for link in found] == [
        "https://paper.example/feed/",
        "https://paper.example/news/atom",
        "https://paper.example/feed.json",
        "https://paper.example/comments/feed/",
    ]
    assert found[0].title == "Paper"
    assert {link.site for link in found} == {PAGE}


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="alternate" hreflang="ar" href="/ar">',
        '<link rel="alternate" type="application/json+oembed" href="/oembed">',
        '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/7">',
        '<link rel="alternate stylesheet" type="text/css" href="/feed.css">',
        '<link rel="alternate" type="text/html" href="/m">',
        '<link rel="icon" href="/rss.png">',
        '<link rel="alternate" type="application/rss+xml" href="javascript:x()">',
        '<link rel="alternate" type="application/rss+xml" href="">',
    ],
)
def test_other_links_are_no_feeds(link: str) -> None:
    assert urls(f"<html><head>{link}</head><body><p>Text</p></body></html>") == []


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="feed" href="/feed">',
        '<link rel="feed alternate" type="application/rss+xml" href="/feed">',
        "<link rel=alternate type=text/xml href=/feed>",
        '<body><link rel="alternate" type="application/rss+xml" href="feed:https://paper.example/feed"></body>',
        '<base href="/"><link rel="alternate" type="application/rss+xml" href="feed">',
    ],
)
def test_ways_to_announce_a_feed(link: str) -> None:
    assert urls(link) == ["https://paper.example/feed"]


def test_each_address_is_there_once() -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    assert urls(link + link.replace("href", 'title="Paper" href')) == ["https://paper.example/feed"]


def test_ordinary_links_are_the_last_resort() -> None:
    body = (
        '<a href="/feedback">Feedback</a><a href="/about/rss.html">What is RSS</a><a href="/rss.xml">RSS</a>'
        '<a href="https://feedly.com/i/subscription/feed/x">Follow</a><a href="/news/feed/" title="News">x</a>'
        '<a href="https://feeds.paper.example/top">Top</a><a href="/sitemap.xml">Map</a>'
        '<a href="https://other.example/feed">Theirs</a>'
    )
    assert urls(body) == [
        "https://paper.example/rss.xml",
        "https://paper.example/news/feed/",
        "https://feeds.paper.example/top",
    ]
    announced = '<link rel="alternate" type="application/rss+xml" href="/main">'
    assert urls(announced + body) == ["https://paper.example/main"]


def test_bytes_in_any_encoding() -> None:
    page = '<meta charset="windows-1256"><link rel="alternate" type="application/rss+xml" title="أخبار" href="/f">'
    assert discover(page.encode("windows-1256"), PAGE)[0].title == "أخبار"


def test_empty_page_has_no_feeds() -> None:
    assert discover("", PAGE) == ()
    assert discover(b"", "") == ()
