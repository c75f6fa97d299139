"""What must be true before the stand can serve: Django ready, tables up to date, static files gathered."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path


def ready_django() -> None:
    """Load the settings and the apps."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kushk.config.settings")
    django.setup()


def migrate() -> None:
    """Bring the tables up to date; do nothing when they are.

    The triggers that number changes are looked at each time: an update that was broken off may have left none.
    """
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)
    from kushk.library.versions import triggers

    triggers.install(connection)


def gather_static() -> None:
    """Collect and compress the static files, when any of them has changed since the last time."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    root = Path(settings.STATIC_ROOT)
    stamp = root / ".gathered"
    fingerprint = hashlib.blake2b(digest_size=16)
    for finder in get_finders():
        for path, storage in finder.list([]):
            facts = os.stat(storage.path(path))  # noqa: PTH116 - thousands of them
            fingerprint.update(f"{path}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    if stamp.exists() and stamp.read_text(encoding="ascii") == fingerprint.hexdigest():
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=root.exists(), stdout=io.StringIO())
    stamp.write_text(fingerprint.hexdigest(), encoding="ascii")


def ready_stand() -> None:
    """Do all of it for a command that works on the stand."""
    ready_django()
    migrate()
