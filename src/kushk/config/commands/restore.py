"""Bring a backup back into an empty data folder; every file is checked before anything is moved."""

from __future__ import annotations

import argparse
from pathlib import Path

from kushk.base.options import option
from kushk.config.progress import Bar
from kushk.config.setup import ready_django


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("file", type=Path, help="what ./kushk backup wrote")
    parser.add_argument("--force", action="store_true", help="although there is a stand already; it is set aside")


def run(parsed: argparse.Namespace) -> int:
    """Restore and say what came back."""
    ready_django()
    from kushk.pipeline import api as pipeline

    with Bar("Restoring") as progress:
        report = pipeline.restore(parsed.file.resolve(), option("DATA"), force=parsed.force, progress=progress)
    print(f"{report.files} files are back in {report.path}")
    if report.kept:
        print(f"What was there before is in {report.kept}")
    return 0
