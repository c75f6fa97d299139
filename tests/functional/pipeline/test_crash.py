"""A worker that is killed at any moment loses nothing and doubles nothing."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.functional.pipeline.conftest import Page, Site
from tests.functional.pipeline.feeds import item, rss
from tests.functional.pipeline.stand import Stand

FEEDS, ITEMS = 4, 400
ADD = """
from django.utils import timezone
from kushk.library.api import add_publication, add_source
for number, url in enumerate({urls!r}):
    add_source(add_publication(f"Paper {{number}}"), url, next_fetch_at=timezone.now())
"""


@pytest.fixture
def stand(site: Site, tmp_path: Path) -> Iterator[Stand]:
    made = Stand(tmp_path / "data", ALLOW_HOSTS=site.host)
    yield made
    if made.worker is not None:
        made.end()


def sound(stand: Stand) -> None:
    assert stand.one("PRAGMA integrity_check") == "ok"
    assert stand.one("PRAGMA integrity_check", jobs=True) == "ok"
    assert stand.ask("PRAGMA foreign_key_check") == []


@pytest.mark.slow
def test_killed_again_and_again_in_mid_ingest(site: Site, stand: Stand) -> None:
    urls = [
        site.feed(f"/{feed}.xml", rss([item(feed * 1000 + number) for number in range(ITEMS)], f"Paper {feed}"))
        for feed in range(FEEDS)
    ]
    stand.python(ADD.format(urls=urls))

    def count() -> int:
        return int(str(stand.one("SELECT count(*) FROM library_story") or 0))

    def pending(name: str) -> bool:
        running = stand.ask("SELECT workflow_uuid FROM workflow_status WHERE status = 'PENDING'", jobs=True)
        return any(str(job).startswith(f"{name}:") for (job,) in running)

    moments = (
        lambda: pending("fetch"),
        lambda: count() > 0,
        lambda: count() > ITEMS,
        lambda: bool(stand.one("SELECT count(*) FROM pipeline_job")),
        lambda: pending("relate"),
        lambda: count() > 3 * ITEMS,
    )
    for moment in moments:
        stand.start()
        stand.wait_for(moment)
        stand.end()
        assert stand.one("PRAGMA integrity_check") == "ok"
    stand.start()
    stand.wait_for(lambda: not stand.ask("SELECT 1 FROM library_source WHERE last_success_at IS NULL"))
    stand.wait_for(lambda: not stand.ask("SELECT 1 FROM pipeline_job"))
    stand.wait_for(lambda: not stand.one("SELECT count(*) FROM workflow_status WHERE status != 'SUCCESS'", jobs=True))
    assert count() == FEEDS * ITEMS
    assert stand.one("SELECT count(*) FROM library_revision") == FEEDS * ITEMS
    assert stand.one("SELECT count(DISTINCT source_guid) FROM library_story") == FEEDS * ITEMS
    assert stand.one("SELECT count(*) FROM library_searchtext") == FEEDS * ITEMS
    assert stand.one("SELECT sum(items_seen) FROM library_source") <= FEEDS * ITEMS
    assert stand.one("SELECT count(*) FROM library_source WHERE last_error_code != ''") == 0
    sound(stand)


def test_told_to_stop_it_goes_within_seconds_even_in_a_slow_fetch(site: Site, stand: Stand) -> None:
    def drip() -> Iterator[bytes]:
        yield rss([item(1)]).encode()[:200]
        for _ in range(100):
            time.sleep(0.2)
            yield b" "

    site.pages["/slow.xml"] = Page(headers={"Content-Type": "application/rss+xml"}, stream=drip)
    stand.python(ADD.format(urls=[f"{site.url}/slow.xml"]))
    stand.start()
    stand.wait_for(lambda: bool(site.asked_for("/slow.xml")))
    status, seconds = stand.end(signal.SIGTERM)
    assert status == 0
    assert seconds < 20
    site.feed("/slow.xml", rss([item(1)]))
    stand.start()
    stand.wait_for(lambda: stand.one("SELECT count(*) FROM library_story") == 1)
    status, seconds = stand.end(signal.SIGTERM)
    assert (status, stand.one("SELECT count(*) FROM pipeline_worker")) == (0, 0)
    assert seconds < 20
    sound(stand)


LEFT_BEHIND = """
import os, time
from django.conf import settings
from kushk.pipeline.engine import Engine
engine = Engine(settings.DATA / "jobs.sqlite3", "worker-99", lambda *_: os._exit(0), at_once=2)
engine.start()
engine.submit("relate", "left-behind", {"stories": []})
time.sleep(30)
"""


def test_a_living_worker_takes_over_what_a_dead_one_left(stand: Stand) -> None:
    stand.python(LEFT_BEHIND)
    status = "SELECT status, executor_id FROM workflow_status WHERE workflow_uuid = 'relate:left-behind'"
    assert stand.ask(status, jobs=True) == [("PENDING", "worker-99")]
    stand.start()
    stand.wait_for(lambda: stand.ask(status, jobs=True) == [("SUCCESS", "worker-1")])
