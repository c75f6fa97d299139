"""Fetch now: every source that is due, or one of them by its number or address."""

from __future__ import annotations

import argparse

from kushk.config.progress import Bar
from kushk.config.report import brought_in_line
from kushk.config.setup import ready_stand


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("source", nargs="?", help="number or address of a source (./kushk sources lists them)")


def run(parsed: argparse.Namespace) -> int:
    """Fetch and print one line a source; status 1 when all of them failed."""
    ready_stand()
    from kushk.pipeline import api as pipeline

    with Bar("Fetching") as progress:
        reports = pipeline.fetch(parsed.source, progress=progress)
    for report in reports:
        print(f"{report.title}: {brought_in_line(report)}")
    if not reports:
        print("No source is due.")
    return 1 if reports and all(report.error_code for report in reports) else 0
