"""Large inputs are read in a process of their own that ends when it needs too much."""

from __future__ import annotations

import pytest
from tests.functional.pipeline.feeds import item, rss

from kushk.pipeline import apart
from kushk.pipeline.apart import TooCostly, read_feed, read_input
from kushk.sources.formats import parse_feed
from kushk.sources.formats.errors import NotAFeed, TooDeep
from kushk.sources.formats.parsed import Input


def large(text: str) -> Input:
    return Input(text.encode() + b" " * apart.LARGE, url="https://paper.example/feed", media_type="text/xml")


def test_a_large_feed_reads_as_a_small_one_does() -> None:
    given = large(rss([item(1), item(2)]))
    assert read_feed(given) == parse_feed(given)
    assert len(read_feed(given).entries) == 2


def test_faults_come_back_as_they_are() -> None:
    with pytest.raises(NotAFeed) as fault:
        read_feed(large("<!doctype html><html><body><p>Welcome</p></body></html>"))
    assert str(fault.value).endswith("not a feed.")
    with pytest.raises(TooDeep):
        read_input(large("<rss version='2.0'><channel>" + "<a>" * 100_000))


@pytest.mark.parametrize(("limit", "value"), [("MEMORY", 300 << 20), ("CPU_SECONDS", 1)])
def test_what_needs_too_much_is_given_up(monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    monkeypatch.setattr(apart, limit, value)
    with pytest.raises(TooCostly) as fault:
        read_feed(Input(rss(["<item/>"] * 1_300_000).encode()))
    assert fault.value.code == "too-costly"
