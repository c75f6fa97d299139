"""Write the feeds of the stand as an OPML list, to a file or to standard output."""

from __future__ import annotations

import argparse
from pathlib import Path

from kushk.config.setup import ready_stand


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("file", nargs="?", type=Path, help="where to write it (default: standard output)")


def run(parsed: argparse.Namespace) -> int:
    """Write the list."""
    ready_stand()
    from kushk.pipeline import api as pipeline

    listed = pipeline.export_opml()
    if parsed.file:
        parsed.file.write_text(listed, encoding="utf-8")
    else:
        print(listed, end="")
    return 0
