"""Compile the interface catalogues (PO) into what the stand reads (MO)."""

from __future__ import annotations

import argparse

from kushk.base.locale.catalogue import compile_all


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments (none)."""
    del parser


def run(parsed: argparse.Namespace) -> int:
    """Compile every catalogue and name what was written."""
    del parsed
    for path in compile_all():
        print(path.name, path.parent.name)
    return 0
