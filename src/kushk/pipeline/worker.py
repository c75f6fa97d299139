"""The worker process: it says that it lives, asks what is due, hands jobs to the engine, stops when told."""

from __future__ import annotations

import fcntl
import gc
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import structlog
from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from kushk.accounts import api as accounts
from kushk.base.options import option
from kushk.library.api import expire_archive, open_embargoed
from kushk.membership import api as membership
from kushk.pipeline.engine import Engine
from kushk.pipeline.follow import narrate_what_is_wished
from kushk.pipeline.jobs import work_of
from kushk.pipeline.models import Job, Worker
from kushk.pipeline.rounds import due_jobs

log = structlog.get_logger()

TICK_SECONDS = 1.0
BEAT_SECONDS = 5.0
DEAD_AFTER = timedelta(seconds=30)
"""A worker that has not said for this long that it lives is taken for dead, and its jobs are taken over."""
TIDY_SECONDS = 600.0
WISH_SECONDS = 15.0
EXPIRE_SECONDS = 3600.0
OPEN_SECONDS = 20.0
RECONCILE_SECONDS = 24 * 3600.0
"""How often stories are withheld that their rights allow no longer."""
KEPT = timedelta(days=2)
"""How long ended jobs are remembered, and with them that their keys have been used."""
GRACE_SECONDS = 3
_HANDED_OVER_AT_ONCE = 200
_MOST_WORKERS = 64


def run_worker(stop: threading.Event) -> None:
    """Work on background jobs until ``stop`` is set.

    A job that outlasts the grace is not waited for: the process ends then and there, as in a crash. The job is
    unfinished on disk and runs again at the next start.
    """
    with _claimed_name(settings.DATA) as name:
        engine = Engine(settings.DATA / "jobs.sqlite3", name, _run_job, at_once=option("JOBS"))
        engine.start()
        settle()
        log.info("worker-started", worker=name)
        try:
            _work(engine, name, stop)
        finally:
            idle = engine.stop(GRACE_SECONDS)
            Worker.objects.filter(name=name).delete()
            connection.close()
            log.info("worker-stopped", worker=name, idle=idle)
        if not idle:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(0)


def settle() -> None:
    """Leave what is loaded out of garbage collection, and collect less often: documents are trees, not cycles."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def _work(engine: Engine, name: str, stop: threading.Event) -> None:
    duties = _duties(engine, name)
    while not stop.is_set():
        for duty in duties:
            duty.when_due(time.monotonic())
        stop.wait(TICK_SECONDS)


@dataclass
class _Duty:
    """Something the worker's loop does now and then. A fault of one neither ends it nor stops the others."""

    act: Any
    every: float
    next_at: float = 0.0

    def when_due(self, now: float) -> None:
        if now < self.next_at:
            return
        self.next_at = now + self.every
        try:
            self.act()
        except DatabaseError as fault:  # locked or full: it heals by itself, and the next turn tries again
            log.warning("worker-database", duty=self.act.__name__, fault=str(fault))
        except Exception:
            log.exception("worker-duty", duty=self.act.__name__)
        finally:
            connection.close()


def _duties(engine: Engine, name: str) -> list[_Duty]:
    started = timezone.now()

    def beat() -> None:
        Worker.objects.update_or_create(
            name=name, defaults={"pid": os.getpid(), "started_at": started, "beat_at": timezone.now()}
        )

    def take_over() -> None:
        taken = engine.take_over(living_workers() | {name})
        if taken:
            log.warning("jobs-taken-over", jobs=taken)

    def hand_over_all() -> None:
        hand_over(engine)

    submitted: set[str] = set()

    def submit() -> None:
        submit_due(engine, submitted)

    def tidy() -> None:
        engine.tidy(KEPT)

    return [
        _Duty(beat, BEAT_SECONDS),
        _Duty(take_over, DEAD_AFTER.total_seconds() / 3),
        _Duty(hand_over_all, TICK_SECONDS),
        _Duty(submit, TICK_SECONDS),
        _Duty(narrate_what_is_wished, WISH_SECONDS),
        _Duty(tidy, TIDY_SECONDS),
        _Duty(expire, EXPIRE_SECONDS),
        _Duty(open_doors, OPEN_SECONDS),
        _Duty(forget, EXPIRE_SECONDS),
        _Duty(reconcile, RECONCILE_SECONDS),
    ]


def expire() -> None:
    """Withhold what the rights no longer allow."""
    withheld = expire_archive()
    if withheld:
        log.info("archive-expired", stories=withheld)


def open_doors() -> None:
    """Open what was held back for members until now."""
    opened = open_embargoed(timezone.now())
    if opened:
        log.info("stories-opened", stories=opened)


def reconcile() -> None:
    """Bring every order to where it stands at its engine."""
    changed, failed = membership.reconcile()
    if changed or failed:
        log.warning("payments-reconciled", changed=changed, failed=failed)


def forget() -> None:
    """Forget what is kept of readers for a while alone."""
    membership.tidy(timezone.now())
    accounts.drop_old()


def living_workers() -> set[str]:
    """Return the names of the workers that have lately said that they live."""
    return set(Worker.objects.filter(beat_at__gte=timezone.now() - DEAD_AFTER).values_list("name", flat=True))


def hand_over(engine: Engine) -> int:
    """Give the jobs that were asked for to the engine and drop their rows; return how many.

    Dying between the two steps is harmless: the row is handed over again, and the same key is the same job.
    """
    rows = list(Job.objects.all()[:_HANDED_OVER_AT_ONCE])
    for row in rows:
        engine.submit(row.name, row.key, row.args)
        row.delete()
    return len(rows)


def submit_due(engine: Engine, submitted: set[str]) -> None:
    """Submit the fetch of each source that is due, unless its key is among the ``submitted`` ones."""
    due = due_jobs(timezone.now())
    for key in due.keys() - submitted:
        engine.submit("fetch", key, due[key])
    submitted.clear()
    submitted.update(due)


def _run_job(name: str, args: dict[str, Any]) -> None:
    """Run one job in a thread of the engine, and give its database connection back."""
    try:
        work_of(name)(**args)
    except Exception:
        log.exception("job-failed", job=name, args=args)
        raise
    finally:
        connection.close()


@contextmanager
def _claimed_name(data: Path) -> Iterator[str]:
    """Hold the first free of ``worker-1``, ``worker-2``, …: the kernel frees it when the process dies.

    A worker that is started again after a crash thus gets its old name, and with it its old jobs.
    """
    folder = data / "workers"
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, _MOST_WORKERS + 1):
        name = f"worker-{number}"
        with (folder / name).open("a") as held:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                continue
            yield name
            return
    raise RuntimeError(f"{_MOST_WORKERS} workers are running already")
