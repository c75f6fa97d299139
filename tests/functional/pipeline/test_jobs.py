"""Jobs are wanted exactly when the transaction that needs them commits, and once a key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from kushk.library.api import add_publication, add_source
from kushk.pipeline import jobs
from kushk.pipeline.jobs import UnknownJob, enqueue, job, run_waiting
from kushk.pipeline.models import Job, Worker
from kushk.pipeline.rounds import due_jobs, fetch
from kushk.pipeline.worker import DEAD_AFTER, living_workers

pytestmark = pytest.mark.django_db


@pytest.fixture
def done() -> Iterator[list[int]]:
    numbers: list[int] = []

    @job("count")
    def count(number: int) -> None:
        numbers.append(number)

    yield numbers
    del jobs._WORK["count"]


def test_the_same_key_is_one_job(done: list[int]) -> None:
    enqueue("count", "a", number=1)
    enqueue("count", "a", number=2)
    enqueue("count", "b", number=3)
    assert run_waiting() == 2
    assert done == [1, 3]
    assert Job.objects.count() == 0


def test_what_is_rolled_back_was_never_wanted(done: list[int]) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        enqueue("count", "a", number=1 // 0)
    with transaction.atomic():
        enqueue("count", "b", number=1)
        transaction.set_rollback(True)
    assert run_waiting() == 0


def test_a_job_without_code_is_refused() -> None:
    with pytest.raises(UnknownJob):
        enqueue("no-such-work", "a")


def test_a_worker_that_has_fallen_silent_counts_as_dead() -> None:
    now = timezone.now()
    Worker.objects.create(name="worker-1", pid=1, started_at=now, beat_at=now)
    Worker.objects.create(name="worker-2", pid=2, started_at=now, beat_at=now - DEAD_AFTER * 2)
    assert living_workers() == {"worker-1"}


def test_of_one_host_one_source_is_fetched_at_a_time() -> None:
    now = timezone.now()
    for url in ("https://a.example/1", "https://a.example/2", "https://b.example/1"):
        add_source(add_publication(url), url, next_fetch_at=now - timedelta(minutes=1))
    add_source(add_publication("later"), "https://c.example/", next_fetch_at=now + timedelta(hours=1))
    assert len(due_jobs(now)) == 2


def test_a_source_that_stays_due_gets_another_key_each_hour() -> None:
    now = timezone.now()
    add_source(add_publication("The Paper"), "https://a.example/1", next_fetch_at=now)
    keys = [set(due_jobs(now + timedelta(minutes=minutes))) for minutes in (1, 59, 61, 119)]
    assert keys[0] == keys[1] != keys[2] == keys[3]


def test_a_job_for_a_moment_that_has_passed_does_nothing() -> None:
    now = timezone.now()
    source, _ = add_source(add_publication("The Paper"), "https://no-such-host.invalid/", next_fetch_at=now)
    fetch(source.pk, (now - timedelta(hours=1)).isoformat())
    fetch(source.pk + 1, now.isoformat())
    source.refresh_from_db()
    assert source.last_fetch_at is None
