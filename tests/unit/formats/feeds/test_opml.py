"""Lists of feeds, in and out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kushk.sources.formats import parse
from kushk.sources.formats.errors import ForbiddenMarkup, TooDeep
from kushk.sources.formats.opml import parse_opml, write_opml
from kushk.sources.formats.parsed import FeedLink, FeedList, Input


def listed(outlines: str, encoding: str = "utf-8") -> FeedList:
    body = f'<?xml version="1.0" encoding="{encoding}"?><opml version="2.0"><head><title>Mine</title></head><body>'
    found = parse(Input(f"{body}{outlines}</body></opml>".encode(encoding)))
    assert isinstance(found, FeedList)
    return found


def test_folders_become_paths() -> None:
    found = listed(
        '<outline text="News"><outline text="أخبار"><outline type="rss" text="A" xmlUrl="https://a.example/f" '
        'htmlUrl="https://a.example/"/></outline><outline text="B" xmlUrl="https://b.example/f"/></outline>'
        '<outline title="C" xmlUrl="https://c.example/f"/>'
    )
    assert (found.format, found.title) == ("opml", "Mine")
    assert found.feeds == (
        FeedLink("A", "https://a.example/f", "https://a.example/", "News/أخبار"),
        FeedLink("B", "https://b.example/f", "", "News"),
        FeedLink("C", "https://c.example/f"),
    )


@pytest.mark.parametrize(
    ("outline", "url"),
    [
        ('<outline XMLURL="https://a.example/f"/>', "https://a.example/f"),
        ('<outline xmlurl="https://a.example/f?a=1&b=2"/>', "https://a.example/f?a=1&b=2"),
        ('<outline xmlUrl="feed://a.example/f"/>', "http://a.example/f"),
        ('<outline xmlUrl="feed:https://a.example/f"/>', "https://a.example/f"),
        ('<outline xmlUrl="a.example/f"/>', "https://a.example/f"),
        ('<outline type="rss" url="https://a.example/f"/>', "https://a.example/f"),
        ('<OUTLINE xmlUrl="https://a.example/f"/>', "https://a.example/f"),
    ],
)
def test_sloppy_outlines_are_read(outline: str, url: str) -> None:
    assert [feed.url for feed in listed(outline).feeds] == [url]


def test_each_address_is_there_once_and_rather_in_its_folder() -> None:
    found = listed(
        '<outline text="1" xmlUrl="https://a.example/f"/><outline text="F"><outline text="2" '
        'xmlUrl="https://a.example/f"/></outline>'
    )
    assert found.feeds == (FeedLink("2", "https://a.example/f", "", "F"),)


def test_categories_stand_for_folders() -> None:
    assert (
        listed('<outline text="A" category="/Tech/Web,x" xmlUrl="https://a.example/f"/>').feeds[0].folder == "Tech/Web"
    )


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/hostname"])
def test_address_that_is_none_of_the_web_is_dropped_and_said(address: str) -> None:
    found = listed(f'<outline text="A" xmlUrl="{address}"/>')
    assert found.feeds == ()
    assert [each.code for each in found.warnings] == ["odd-link"]


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-16"])
def test_titles_in_other_encodings(encoding: str) -> None:
    assert (
        listed('<outline text="Новости дня" xmlUrl="https://a.example/f"/>', encoding).feeds[0].title == "Новости дня"
    )


def test_hostile_lists_are_refused() -> None:
    with pytest.raises(ForbiddenMarkup):
        parse_opml(Input(b'<!DOCTYPE opml [<!ENTITY a SYSTEM "file:///x">]><opml><body/></opml>'))
    with pytest.raises(TooDeep):
        listed("<outline>" * 300)


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=20).map(
    lambda text: " ".join(text.split())
)
FOLDER = st.lists(TEXT.filter(bool).map(lambda text: text.replace("/", "-")), max_size=3).map("/".join)


@settings(deadline=None)
@given(
    st.lists(st.tuples(TEXT.filter(bool), st.integers(0, 10**6), FOLDER), max_size=8, unique_by=lambda each: each[1])
)
def test_what_is_written_is_read_again(feeds: list[tuple[str, int, str]]) -> None:
    links = [
        FeedLink(title, f"https://a.example/{number}?x&y", "https://a.example/", folder)
        for title, number, folder in feeds
    ]
    found = parse_opml(Input(write_opml("Mine & yours", links)))
    assert found.title == "Mine & yours"
    assert sorted(found.feeds, key=str) == sorted(links, key=str)
    assert found.warnings == ()
