"""Background jobs as the rest of the house sees them: named functions, asked for by key.

A job is asked for by a row in the stand's own database, so it is wanted exactly when the transaction
that needs it commits, and no web process ever loads the engine. The worker hands the rows over under an
id made of name and key: handing one over twice is one job. Jobs run at least once; each is idempotent.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kushk.core.errors import KushkError
from kushk.pipeline.models import Job
from kushk.pipeline.progress import Progress, silent

Work = Callable[..., None]
_WORK: dict[str, Work] = {}


class UnknownJob(KushkError):
    """A job was asked for that no code answers to."""

    code = "unknown-job"
    words = "There is no job named “{name}”."


def job(name: str) -> Callable[[Work], Work]:
    """Register the decorated function as the work of the jobs called ``name``."""

    def register(work: Work) -> Work:
        _WORK[name] = work
        return work

    return register


def enqueue(name: str, key: str, **args: Any) -> None:
    """Ask for the job ``name`` to run once for ``key``, when the current transaction commits.

    Args:
        name: as registered with ``job``.
        key: what makes this run the same as another; the second is dropped.
        args: JSON values handed to the function.

    Raises:
        UnknownJob: nothing is registered under the name.
    """
    if name not in _WORK:
        raise UnknownJob(name=name)
    Job.objects.get_or_create(name=name, key=key, defaults={"args": args})


def work_of(name: str) -> Work:
    """Return the function behind a job's name.

    Raises:
        UnknownJob: nothing is registered under the name.
    """
    try:
        return _WORK[name]
    except KeyError:
        raise UnknownJob(name=name) from None


def run_waiting(progress: Progress = silent) -> int:
    """Do the jobs that wait to be handed over here and now, without the engine; return how many.

    For commands that must leave a finished stand behind. A worker that takes the same jobs does no harm.
    """
    done = 0
    while row := Job.objects.first():
        progress(done, done + Job.objects.count(), row.name)
        work_of(row.name)(**row.args)
        row.delete()
        done += 1
    return done
