"""What the command line and the desk may ask of the pipeline."""

from __future__ import annotations

import pytest
from django.utils import timezone
from tests.functional.pipeline.conftest import Page, Site
from tests.functional.pipeline.feeds import item, rss

from kushk.library.api import Source, Story
from kushk.pipeline import api
from kushk.sources.formats import parse
from kushk.sources.formats.parsed import FeedList, Input

pytestmark = pytest.mark.django_db


def test_the_table_of_sources_tells_how_each_one_is(fetching: Site) -> None:
    api.add(fetching.feed("/feed.xml", rss([item(1), item(2)])), rights="full")
    (row,) = api.sources()
    assert (row.publication, row.kind, row.state, row.rights, row.stories) == ("The Paper", "feed", "active", "full", 2)
    assert (row.failures, row.error_code) == (0, "")
    fetching.pages["/feed.xml"] = Page(b"", 500)
    (report,) = api.fetch(row.id)
    (row,) = api.sources()
    assert report.error_code == row.error_code == "bad-status"
    assert row.failures == 1


def test_fetch_takes_what_is_due_or_what_is_named(fetching: Site) -> None:
    api.add(fetching.feed("/feed.xml", rss([item(1)])))
    assert api.fetch() == []
    fetching.feed("/feed.xml", rss([item(1), item(2)]))
    (report,) = api.fetch(f"{fetching.url}/feed.xml")
    assert (report.new, report.unchanged) == (1, 1)
    api.fetch_soon(Source.objects.get().pk)
    assert [report.unchanged for report in api.fetch()] == [2]


def test_a_source_can_be_paused_resumed_and_removed(fetching: Site) -> None:
    api.add(fetching.feed("/feed.xml", rss([item(1)])))
    number = Source.objects.get().pk
    api.pause(number)
    api.fetch_soon(number)
    assert (api.sources()[0].state, api.fetch()) == ("paused", [])
    api.resume(number)
    assert api.sources()[0].state == "active"
    api.remove(number, withdraw=True)
    assert (api.sources()[0].state, Story.objects.get().state) == ("gone", "withdrawn")


@pytest.mark.parametrize("source", [0, 99, "99", "https://paper.example/nothing", ""])
def test_a_source_that_is_not_there_is_said_to_be_so(source: int | str) -> None:
    with pytest.raises(api.NoSuchSource):
        api.fetch(source)


def test_the_exported_list_is_read_back(fetching: Site) -> None:
    url = fetching.feed("/feed.xml", rss([item(1)], "Überall & anderswo"))
    api.add(url)
    listed = parse(Input(api.export_opml().encode()))
    assert isinstance(listed, FeedList)
    assert [(link.title, link.url) for link in listed.feeds] == [("Überall & anderswo", url)]


def test_what_is_due_is_due_now(fetching: Site) -> None:
    api.add(fetching.feed("/feed.xml", rss([item(1)])))
    assert Source.objects.get().next_fetch_at > timezone.now()
