"""Run the background work alone: fetching, storing, deriving. “./kushk up” does this by itself."""

from __future__ import annotations

import argparse
import contextlib
import signal
import threading

from kushk.config.setup import ready_stand


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments (none)."""
    del parser


def run(parsed: argparse.Namespace) -> int:
    """Work until SIGTERM or SIGINT."""
    del parsed
    ready_stand()
    from kushk.pipeline import api as pipeline

    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    threading.Thread(target=_prepare_cards, daemon=True).start()
    pipeline.run_worker(stop)
    return 0


def _prepare_cards() -> None:
    """Unpack the fonts of the share cards before the first reader shares a story."""
    from kushk.renditions.cards import api as cards

    with contextlib.suppress(OSError):
        cards.prepare()
