"""One source through the whole flow: from a publisher's server on the loopback interface into the library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone
from tests.functional.pipeline.conftest import Page, Site
from tests.functional.pipeline.feeds import WORDS, item, rss

from kushk.library.api import FULL_RIGHTS, Source, Story, add_publication, add_source, diff_of, document_of, set_rights
from kushk.library.models import Revision
from kushk.pipeline import completion, flow
from kushk.pipeline.flow import BroughtIn, Run, bring_in
from kushk.pipeline.models import Job

pytestmark = pytest.mark.django_db


def source_at(url: str, *, full: bool = False) -> Source:
    source, _ = add_source(add_publication("The Paper", language="en"), url, next_fetch_at=timezone.now())
    if full:
        set_rights(source, FULL_RIGHTS)
    return source


def run(source: Source, later: timedelta = timedelta()) -> BroughtIn:
    return bring_in(Run(Source.objects.get(pk=source.pk), timezone.now() + later))


def test_stories_come_in_once(fetching: Site) -> None:
    source = source_at(fetching.feed("/feed.xml", rss([item(1), item(2)])))
    first, second = run(source), run(source, timedelta(hours=2))
    assert (first.new, first.error) == (2, "")
    assert (second.new, second.unchanged, second.corrected) == (0, 2, 0)
    assert Story.objects.count() == Revision.objects.count() == 2
    source.refresh_from_db()
    assert (source.title, source.items_seen, source.failures) == ("The Paper", 2, 0)


def test_an_edited_item_becomes_a_correction_with_a_diff(fetching: Site) -> None:
    source = source_at(fetching.feed("/feed.xml", rss([item(1), item(2)])))
    run(source)
    fetching.feed("/feed.xml", rss([item(1), item(2, text=f"<p>{WORDS}</p><p>It carried seven passengers.</p>")]))
    assert run(source, timedelta(hours=2)).corrected == 1
    story = Story.objects.get(source_guid="id-2")
    assert story.corrected_at is not None
    assert "seven passengers" in document_of(story).text
    assert "passengers" not in document_of(story, 1).text
    assert diff_of(story, 1, 2)


def test_the_same_link_twice_is_one_story(fetching: Site) -> None:
    twice = item(1, link="https://paper.example/same"), item(2, link="https://paper.example/same?utm_source=rss")
    result = run(source_at(fetching.feed("/feed.xml", rss(list(twice)))))
    assert (result.new, result.duplicate) == (1, 1)
    assert Story.objects.count() == 1


def test_what_has_not_changed_is_not_sent_again(fetching: Site) -> None:
    source = source_at(fetching.feed("/feed.xml", rss([item(1)]), etag='W/"odd, but theirs"'))
    run(source)
    second = run(source, timedelta(hours=2))
    assert (second.error, second.new) == ("", 0)
    asked = fetching.asked_for("/feed.xml")
    assert [headers.get("if-none-match") for headers in asked] == [None, 'W/"odd, but theirs"']
    source.refresh_from_db()
    assert source.etag == 'W/"odd, but theirs"'
    assert source.next_fetch_at > timezone.now() + timedelta(hours=2)


def test_retry_after_is_respected(fetching: Site) -> None:
    fetching.pages["/feed.xml"] = Page(b"", 429, {"Retry-After": "7200"})
    source = source_at(f"{fetching.url}/feed.xml")
    before = timezone.now()
    result = run(source)
    source.refresh_from_db()
    assert result.error_code == source.last_error_code == "slow-down"
    assert source.next_fetch_at >= before + timedelta(hours=2)


def test_a_source_that_moved_for_good_is_asked_at_its_new_address(fetching: Site) -> None:
    fetching.pages["/old.xml"] = Page(b"", 301, {"Location": "/new.xml"})
    fetching.feed("/new.xml", rss([item(1)]))
    source = source_at(f"{fetching.url}/old.xml")
    assert run(source).new == 1
    source.refresh_from_db()
    assert source.url == f"{fetching.url}/new.xml"
    assert run(source, timedelta(hours=2)).unchanged == 1
    assert len(fetching.asked_for("/old.xml")) == 1


def test_a_source_that_moved_for_a_while_keeps_its_address(fetching: Site) -> None:
    fetching.pages["/old.xml"] = Page(b"", 302, {"Location": "/new.xml"})
    fetching.feed("/new.xml", rss([item(1)]))
    source = source_at(f"{fetching.url}/old.xml")
    run(source)
    source.refresh_from_db()
    assert source.url == f"{fetching.url}/old.xml"


def test_a_source_that_is_gone_is_never_asked_again(fetching: Site) -> None:
    fetching.pages["/feed.xml"] = Page(b"", 410)
    source = source_at(f"{fetching.url}/feed.xml")
    assert run(source).error_code == "gone"
    source.refresh_from_db()
    assert (source.state, source.next_fetch_at) == ("gone", None)


def endless() -> Iterator[bytes]:
    yield rss([item(1)]).removesuffix("</channel></rss>").encode()
    while True:
        yield b"<item><title>more</title></item>" * 4096


BAD = {
    "html": (Page(b"<!doctype html><html><body><p>Welcome to our shop</p></body></html>"), "not-a-feed"),
    "empty": (Page(b""), "empty-input"),
    "nothing": (Page(b"not here", 404), "bad-status"),
    "broken": (Page(b"", 500), "bad-status"),
    "endless": (Page(stream=endless), "answer-too-large"),
    "lying": (
        Page(b"", headers={"Content-Length": str(10 * 2**30)}, stream=lambda: iter([b"<rss>"])),
        "answer-too-large",
    ),
    "loop": (Page(b"", 302, {"Location": "/feed.xml"}), "too-many-redirects"),
    "inside": (Page(b"", 302, {"Location": "http://169.254.169.254/latest"}), "address-refused"),
    "bomb": (
        Page(
            b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
            b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><rss version="2.0"><channel><title>&c;</title></channel></rss>'
        ),
        "forbidden-markup",
    ),
    "deep": (Page(b"<rss version='2.0'><channel>" + b"<a>" * 100_000), "too-deep"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_source_keeps_its_fault_to_itself(fetching: Site, name: str) -> None:
    page, code = BAD[name]
    good = source_at(fetching.feed("/good.xml", rss([item(1)])))
    fetching.pages["/feed.xml"] = page
    bad = source_at(f"{fetching.url}/feed.xml")
    result = run(bad)
    bad.refresh_from_db()
    assert (result.error_code, bad.last_error_code, bad.failures) == (code, code, 1)
    assert "\n" not in bad.last_error_detail
    assert 0 < len(bad.last_error_detail) < 500
    assert bad.next_fetch_at > timezone.now()
    assert Story.objects.count() == 0
    assert run(good).new == 1


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://no-such-host.invalid/feed", "host-unknown"),
        ("http://127.0.0.1:9/feed", "address-refused"),
        ("http://10.0.0.1/feed", "address-refused"),
        ("gopher://example.org/feed", "unknown-scheme"),
        ("file:/etc/passwd", "unknown-scheme"),
    ],
)
def test_hosts_that_are_refused_or_not_there(fetching: Site, url: str, code: str) -> None:
    assert run(source_at(url)).error_code == code


def test_a_wrong_charset_is_read_all_the_same(fetching: Site) -> None:
    words = "Der Fährmann wartet, weil der Chor später aufhört."
    text = rss([item(1, text=f"<p>{words}</p>")]).encode("latin-1")
    fetching.pages["/feed.xml"] = Page(text, headers={"Content-Type": "application/rss+xml; charset=utf-8"})
    assert run(source_at(f"{fetching.url}/feed.xml")).new == 1
    assert document_of(Story.objects.get()).text == words


@pytest.mark.slow
def test_twenty_thousand_items_are_bounded_and_said(fetching: Site) -> None:
    fetching.feed("/feed.xml", rss([item(number, text=f"<p>Number {number}.</p>") for number in range(20_000)]))
    result = run(source_at(f"{fetching.url}/feed.xml"))
    assert result.ok
    assert 0 < result.new < 20_000
    assert result.warnings


class TestCompletion:
    """Excerpts are completed from their pages where the rights allow it."""

    PAGE = (
        "<!doctype html><html lang='en'><head><title>Story number 1</title></head><body><nav>Home</nav><main><article>"
        f"<h1>Story number 1</h1>{''.join(f'<p>{WORDS} Part {number}.</p>' for number in range(8))}"
        "</article></main></body></html>"
    )

    @pytest.fixture
    def feed(self, fetching: Site) -> str:
        self.link = fetching.page("/story-1", self.PAGE)
        return fetching.feed("/feed.xml", rss([item(1, link=self.link, excerpt=True)]))

    def test_with_full_rights_the_page_gives_the_body(self, fetching: Site, feed: str) -> None:
        result = run(source_at(feed, full=True))
        assert (result.new, result.warnings) == (1, ())
        assert "Part 7." in document_of(Story.objects.get()).text
        assert Story.objects.get().headline == "Story number 1"

    def test_its_page_is_asked_for_once(self, fetching: Site, feed: str) -> None:
        source = source_at(feed, full=True)
        run(source)
        second = run(source, timedelta(hours=2))
        assert (second.unchanged, second.corrected) == (1, 0)
        assert len(fetching.asked_for("/story-1")) == 1
        assert "Part 7." in document_of(Story.objects.get()).text

    def test_without_full_rights_no_page_is_asked_for(self, fetching: Site, feed: str) -> None:
        assert run(source_at(feed)).new == 1
        assert fetching.asked_for("/story-1") == []
        assert Story.objects.get().excerpt

    def test_robots_are_obeyed(self, fetching: Site, feed: str) -> None:
        fetching.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /story")
        result = run(source_at(feed, full=True))
        assert [warning.code for warning in result.warnings] == ["not-completed"]
        assert fetching.asked_for("/story-1") == []
        assert Story.objects.get().excerpt

    def test_a_page_that_fails_is_given_up_in_the_end(self, fetching: Site, feed: str) -> None:
        fetching.pages["/story-1"] = Page(b"", 404)
        source = source_at(feed, full=True)
        for day in range(completion.TRIES + 2):
            assert run(source, timedelta(days=day)).ok
        assert len(fetching.asked_for("/story-1")) == completion.TRIES
        assert Story.objects.count() == 1

    def test_one_run_asks_for_a_bounded_number_of_pages(self, fetching: Site, monkeypatch: pytest.MonkeyPatch) -> None:
        links = [fetching.page(f"/s{number}", self.PAGE.replace("Part", f"{number} part")) for number in range(4)]
        items = [item(number, link=link, excerpt=True) for number, link in enumerate(links)]
        source = source_at(fetching.feed("/feed.xml", rss(items)), full=True)
        monkeypatch.setattr(flow, "Completer", partial(completion.Completer, pages=3))
        assert run(source).new == 4
        assert Story.objects.filter(excerpt=True).count() == 1
        run(source, timedelta(hours=2))
        assert Story.objects.filter(excerpt=True).count() == 0
        assert Revision.objects.count() == 4


def test_what_follows_is_asked_for_once_and_again_after_a_death(fetching: Site) -> None:
    source = source_at(fetching.feed("/feed.xml", rss([item(1), item(2)])))
    run(source)
    assert sorted(Job.objects.values_list("name", flat=True)) == ["illustrate", "narrate", "relate", "translate"]
    Job.objects.all().delete()
    run(source, timedelta(hours=2))
    assert Job.objects.count() == 0
    Source.objects.filter(pk=source.pk).update(last_success_at=None)
    run(source, timedelta(hours=4))
    assert Job.objects.count() == 4
