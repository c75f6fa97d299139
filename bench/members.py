"""What access control costs: the kept page of a story on a stand with plans, beside the same on one without."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from bench.page import _got, _ready
from bench.serving import PLACE, Load, ask, free_port, running

CONNECTIONS = (1, 8)
ROUNDS = 7
SECONDS = 2

_CLOSE = """
import django; django.setup()
from kushk.library import api as library
from kushk.membership.models import Plan, Price
plan = Plan.objects.create(name="GOLD", trial_days=14, seats=5)
Price.objects.create(plan=plan, currency="EUR", amount=490)
for publication in library.Publication.objects.all():
    library.set_access(publication, "metered", preview=99)
library.refresh_pages()
"""


def run(stories: int) -> list[dict[str, object]]:
    """Return the rows of the table. It works on two sample stands, however many stories are asked for."""
    del stories
    path = _ready()["a story (en)"]
    from django.conf import settings

    from kushk.config.commands.up import web_command
    from kushk.config.system import WRK, provide

    provide((WRK,))
    with tempfile.TemporaryDirectory(prefix="kushk-bench-") as folder:
        walled = Path(folder) / "walled"
        shutil.copytree(settings.DATA, walled)
        subprocess.run([sys.executable, "-c", _CLOSE], env=_environment(walled), check=True)
        ports = free_port(), free_port()
        with (
            running(web_command(PLACE, ports[0]), ports[0], {"KUSHK_PORT": str(ports[0])}) as free,
            running(web_command(PLACE, ports[1]), ports[1], _environment(walled, ports[1])) as gated,
        ):
            for port in ports:
                _got(port, path)  # the first reader of a page waits for it
            rows = []
            for connections in CONNECTIONS:
                ask(free, path, 1, 1), ask(gated, path, 1, 1)
                pairs = [
                    (ask(free, path, connections, SECONDS), ask(gated, path, connections, SECONDS))
                    for _ in range(ROUNDS)
                ]
                rows.append(_row(connections, pairs))
    return rows


def _environment(data: Path, port: int = 0) -> dict[str, str]:
    return {
        **os.environ,
        "KUSHK_DATA": str(data),
        "KUSHK_PORT": str(port or 8000),
        "DJANGO_SETTINGS_MODULE": "kushk.config.settings",
    }


def _row(connections: int, pairs: Sequence[tuple[Load, Load]]) -> dict[str, object]:
    before, after = ([pair[side] for pair in pairs] for side in (0, 1))
    return {
        "what": f"kept story page, {connections} connection{'s' if connections > 1 else ''}",
        "without plans, requests/s": f"{median(load.rate for load in before):.0f}",
        "with plans, a metered story": f"{median(load.rate for load in after):.0f}",
        "ratio": f"{median(other.rate / one.rate for one, other in pairs):.2f}",
        "CPU ms before": f"{median(load.cpu_milliseconds for load in before):.3f}",
        "CPU ms after": f"{median(load.cpu_milliseconds for load in after):.3f}",
    }
