"""The durable engine behind the jobs, and the only module that knows DBOS (docs/decisions: background work).

What the rest may rely on, so that another engine could take its place: ``submit`` is idempotent by job id
and returns once the job is on disk; a job that was running when its worker died runs again, either when a
worker of the same name starts or when a living one calls ``take_over``; at most ``at_once`` run together.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable, Collection
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

Runner = Callable[[str, dict[str, Any]], None]

QUEUE = "jobs"
VERSION = "1"
"""Of what a stored job means. DBOS's default, a hash of the code, would strand old jobs at each upgrade."""
POLL_SECONDS = 0.25
"""Jobs a second are at most ``at_once`` / ``POLL_SECONDS``."""
RECOVERIES = 8
"""A job that took its worker down this many times is set aside."""
_BATCH = 500


def prepare(path: Path) -> None:
    """Create or migrate the engine's file and put it in WAL, which SQLite remembers in the file."""
    from dbos import DBOS

    logging.getLogger("dbos").setLevel(logging.WARNING)
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=20)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()
    DBOS.migrate(f"sqlite:///{path}")


class Engine:
    """One worker's hold on the queue of jobs."""

    def __init__(self, path: Path, worker: str, run: Runner, *, at_once: int) -> None:
        """Prepare the engine without starting it.

        Args:
            path: the SQLite file of the engine.
            worker: stable name of this worker; jobs that it left unfinished are its own again.
            run: called with a job's name and arguments, in a thread of the engine.
            at_once: how many jobs may run together.
        """
        self.path = path
        self.worker = worker
        self.run = run
        self.at_once = at_once
        self.slots = threading.BoundedSemaphore(at_once)

    def start(self) -> None:
        """Start taking jobs, those first that this worker's last life left behind."""
        from dbos import DBOS

        prepare(self.path)
        DBOS(
            config={
                "name": "kushk",
                "system_database_url": f"sqlite:///{self.path}",
                "application_version": VERSION,
                "executor_id": self.worker,
                "log_level": "ERROR",
                "max_executor_threads": self.at_once + 4,
                "sys_db_pool_size": 4,
                "scheduler_polling_interval_sec": 3600.0,
                "notification_listener_polling_interval_sec": 1.0,
            }
        )

        @DBOS.workflow(name="job", max_recovery_attempts=RECOVERIES)
        def job(name: str, args: dict[str, Any]) -> None:
            # Recovered jobs come through DBOS's own unlimited queue, so the limit is held here as well.
            with self.slots:
                self.run(name, args)

        DBOS.launch()
        DBOS.register_queue(
            QUEUE, worker_concurrency=self.at_once, polling_interval_sec=POLL_SECONDS, on_conflict="always_update"
        )

    def submit(self, name: str, key: str, args: dict[str, Any]) -> None:
        """Put a job on disk; the same name and key again is the same job."""
        from dbos import DBOS

        DBOS.enqueue_workflow_with_options(
            {"workflow_name": "job", "queue_name": QUEUE, "workflow_id": f"{name}:{key}", "app_version": VERSION},
            name,
            args,
        )

    def take_over(self, living: Collection[str]) -> int:
        """Make the jobs of workers that are not among ``living`` runnable again; return how many."""
        from dbos import DBOS

        running = DBOS.list_workflows(status="PENDING", load_input=False, load_output=False)
        orphans = [job.workflow_id for job in running if job.executor_id not in living]
        if orphans:
            DBOS.resume_workflows(orphans, queue_name=QUEUE)
        return len(orphans)

    def tidy(self, older_than: timedelta) -> int:
        """Forget jobs that ended longer ago than this; return how many."""
        from dbos import DBOS

        ended = DBOS.list_workflows(
            status=["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"],
            completed_before=(datetime.now(UTC) - older_than).isoformat(),
            limit=_BATCH,
            load_input=False,
            load_output=False,
        )
        if ended:
            DBOS.delete_workflows([job.workflow_id for job in ended])
        return len(ended)

    def stop(self, grace: int) -> bool:
        """Take no more jobs and wait up to ``grace`` seconds for those under way; tell whether all have ended.

        What still runs after that stays on disk as unfinished and runs again at the next start.
        """
        from dbos import DBOS

        DBOS.destroy(destroy_registry=True, workflow_completion_timeout_sec=grace)
        return all(self.slots.acquire(blocking=False) for _ in range(self.at_once))
