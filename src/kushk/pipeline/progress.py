"""How long work tells whoever started it how far it is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int, str], None]
"""Called with how much is done, how much there is (0 when unknown), and what is at hand."""


def silent(_done: int, _all: int, _at_hand: str) -> None:
    """Tell nobody."""
