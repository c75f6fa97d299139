"""Progress bars for whatever takes longer than two seconds."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

from tqdm import tqdm


class Bar:
    """A progress bar on the terminal's error stream; silent where there is no terminal.

    It is called with how much is done, how much there is (0 when unknown) and, if known, what is at hand.
    """

    def __init__(self, purpose: str) -> None:
        self._bar = tqdm(desc=purpose, file=sys.stderr, disable=None, leave=False, delay=1.0, dynamic_ncols=True)

    def __call__(self, done: int, total: int = 0, at_hand: str = "") -> None:
        """Show how far the work is."""
        self._bar.total = total or None
        self._bar.set_postfix_str(at_hand[:40], refresh=False)
        self._bar.update(done - self._bar.n)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.close()
