"""Write the whole stand (databases, media, key) into one file, while it runs."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from kushk.base.options import option
from kushk.config.progress import Bar
from kushk.config.setup import ready_stand


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("file", nargs="?", type=Path, help="where to (default: kushk-DATE.tar.gz in this folder)")


def run(parsed: argparse.Namespace) -> int:
    """Write the file and say what is in it."""
    ready_stand()
    from kushk.pipeline import api as pipeline

    path = parsed.file or Path(f"kushk-{datetime.now(UTC):%Y-%m-%d-%H%M%S}.tar.gz")
    with Bar("Backing up") as progress:
        report = pipeline.backup(option("DATA"), path.resolve(), progress)
    print(f"{report.path}: {report.files} files, {report.bytes / 1e6:.1f} MB before compression")
    return 0
