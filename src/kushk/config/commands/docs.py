"""Write the reference pages of docs/ (settings, errors, commands) from the code."""

from __future__ import annotations

import argparse

from kushk.config.reference import write_pages
from kushk.config.setup import ready_django


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments (none)."""
    del parser


def run(parsed: argparse.Namespace) -> int:
    """Write them and say which changed."""
    del parsed
    ready_django()
    print(", ".join(write_pages()) or "nothing to change")
    return 0
