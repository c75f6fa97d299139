"""Hostile feeds cost little and are refused in one line."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from tests.unit.formats.feeds.given import ATOM, codes, feed_of, rss

from kushk.sources.formats import parse
from kushk.sources.formats.errors import ForbiddenMarkup, FormatError, TooDeep, TooLarge
from kushk.sources.formats.feed_items import MOST_ENTRIES
from kushk.sources.formats.parsed import Input, ParsedFeed

HEAD = "<rss><channel><title>P</title>"
TAIL = "</channel></rss>"
LETTERS = "<!ENTITY a 'x'>"
JSON_HEAD = '{"version":"https://jsonfeed.org/version/1.1","items":['


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
        f'<!DOCTYPE x [<!ENTITY a "{"ha" * 1000}">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE x [<!ENTITY a PUBLIC "-//X//Y" "https://x.example/">]>',
        '<!DOCTYPE x [<!ENTITY % a SYSTEM "https://x.example/a.dtd"> %a;]>',
        "<!DOCTYPE x [<!ENTITY % a \"<!ENTITY b 'c'>\"> %a;]>",
        '<!DOCTYPE x [<!ENTITY a "<b>">]>',
        '<!doctype x [<!entity a "&#38;b;">]>',
        '<!DOCTYPE x [<!ENTITY a "unended]>',
    ],
)
def test_entities_that_are_more_than_letters_are_refused(doctype: str) -> None:
    for before in ("", '<?xml version="1.0"?>', "<!-- x -->\n"):
        with pytest.raises(ForbiddenMarkup) as caught:
            feed_of(f"{before}{doctype}<rss><channel><title>&a;</title></channel></rss>")
        assert "\n" not in str(caught.value)


def test_short_entities_without_end_are_refused() -> None:
    doctype = f'<!DOCTYPE rss [<!ENTITY a "{"x" * 60}">]>'
    assert len(feed_of(f"{doctype}<rss><channel><title>{'&a;' * 8}</title></channel></rss>").title) == 480
    with pytest.raises(ForbiddenMarkup):
        feed_of(f"{doctype}<rss><channel><title>{'&a;' * 10_000}</title></channel></rss>")


def test_nothing_outside_is_ever_read() -> None:
    feed = feed_of(
        '<?xml version="1.0"?><!DOCTYPE rss SYSTEM "file:///etc/hostname"><rss xmlns:xi="http://www.w3.org/2001/XInclude">'
        '<channel><title>P</title><item><title>T</title><description><xi:include href="/etc/hostname" parse="text"/>'
        "</description></item></channel></rss>"
    )
    assert feed.entries[0].document.text == ""


@pytest.mark.parametrize("depth", [201, 300, 3000, 100_000])
@pytest.mark.parametrize("end", [True, False])
def test_depth_is_refused_whether_or_not_it_ends(depth: int, *, end: bool) -> None:
    body = HEAD + "<a>" * depth + "</a>" * (depth if end else 0) + TAIL
    with pytest.raises(TooDeep):
        feed_of(body)


def test_depth_of_json_is_refused() -> None:
    with pytest.raises(TooDeep):
        feed_of(JSON_HEAD + "[" * 100_000)


def test_depth_of_real_markup_is_read() -> None:
    body = "<div>" * 100 + "deep" + "</div>" * 100
    feed = feed_of(
        f'<feed xmlns="{ATOM}"><entry><title>T</title><content type="xhtml">'
        f'<div xmlns="http://www.w3.org/1999/xhtml">{body}</div></content></entry></feed>'
    )
    assert feed.entries[0].document.text == "deep"


def test_more_bytes_than_any_feed_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kushk.sources.formats.MOST_BYTES", 1000)
    with pytest.raises(TooLarge):
        parse(Input(rss("<title>T</title>" * 100).encode()))


def test_of_twenty_thousand_items_the_newest_are_read_in_their_order() -> None:
    count = 20_000
    items = (f"<title>{number}</title><pubDate>{1990 + number % 30}-01-01</pubDate>" for number in range(count))
    started = time.process_time()
    feed = feed_of(rss(*items))
    assert time.process_time() - started < 20
    assert codes(feed) == ["items-cut"]
    assert len(feed.entries) == MOST_ENTRIES
    numbers = [int(story.title) for story in feed.entries]
    assert numbers == sorted(numbers)
    assert min(story.published for story in feed.entries) >= "2012"


def test_one_spoilt_item_does_not_block_the_others() -> None:
    body = json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "items": [{"id": "1", "content_text": "one"}, 7, None, {"id": "2", "content_text": "two"}, {}],
        }
    )
    feed = feed_of(body)
    assert [story.id for story in feed.entries] == ["1", "2", ""]
    assert codes(feed) == ["item-skipped", "item-skipped", "item-empty"]


GROWING: dict[str, Callable[[int], str]] = {
    "items": lambda n: HEAD + "<item><title>t</title></item>" * (n // 8) + TAIL,
    "attributes": lambda n: (
        HEAD + "<item " + " ".join(f'a{i}="1"' for i in range(n)) + "><title>t</title></item>" + TAIL
    ),
    "broken attributes": lambda n: HEAD + "<item " + " ".join(f"a{i}=1" for i in range(n)) + "><b>" + TAIL,
    "text": lambda n: rss("<description>" + "word " * n * 4 + "</description>"),
    "title": lambda n: rss("<title>" + "&lt;b " * n * 4 + "&lt;/b&gt;</title>"),
    "references": lambda n: rss("<description>" + "&amp;" * n * 4 + "</description>"),
    "unknown references": lambda n: rss("<description>" + "&nbsp;&foo;" * n + "</description>"),
    "bare brackets": lambda n: HEAD + "<item><title>" + "< " * n + TAIL,
    "open tags": lambda n: HEAD + "<item><title>" + "<a " * n * 4,
    "open quotes": lambda n: HEAD + "<item><title>" + '<a b="' * n * 4,
    "open sections": lambda n: HEAD + "<item><title>" + "<![CDATA[ " * n * 4,
    "open comments": lambda n: HEAD + "<item><title>" + "<!-- " * n * 4,
    "ampersands": lambda n: HEAD + "<item><title>" + "&" * n * 8 + TAIL,
    "ends": lambda n: HEAD + "</a>" * n + TAIL,
    "subjects": lambda n: rss("<title>t</title>" + "".join(f"<category>c{i}</category>" for i in range(n))),
    "authors": lambda n: rss("<author>" + "a <" * n + "</author>"),
    "groups": lambda n: rss("<media:group><media:content url='http://e/1.jpg'/></media:group>" * (n // 4)),
    "letters declared": lambda n: f"<!DOCTYPE rss [{LETTERS * n}]>{HEAD}{TAIL}",
    "document types": lambda n: HEAD + "<!DOCTYPE rss " * n + TAIL,
    "more": lambda n: rss("<description>" + "read more " * n + "</description>"),
    "dots": lambda n: rss("<description>a" + " [." * n + "</description>"),
    "json": lambda n: JSON_HEAD + '{"id":"1","content_text":"x"},' * (n // 8),
    "json spaces": lambda n: JSON_HEAD + " " * n * 8,
    "roots": lambda n: "<rss " * n,
}


@pytest.mark.parametrize("name", GROWING)
def test_twice_as_much_takes_at_most_two_and_a_half_times_as_long(name: str) -> None:
    def seconds(size: int) -> float:
        body = Input(GROWING[name](size).encode())
        started = time.process_time()
        with suppress(FormatError):
            assert isinstance(parse(body), ParsedFeed)
        return time.process_time() - started

    seconds(100)
    small, large = (min(seconds(size) for _ in range(3)) for size in (8_000, 16_000))
    assert large <= 2.5 * small + 0.03, (small, large)
