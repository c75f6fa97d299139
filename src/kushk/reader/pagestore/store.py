"""The page store: which kept page still holds, and one rendering at a time for each."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from kushk.library.api import EVERYTHING, Versions
from kushk.reader.pagestore.memory import Memory
from kushk.reader.pagestore.page import Page
from kushk.reader.pagestore.shelf import Shelf

_ASKED = "q="
"""In the key of a page of search results: what readers look for is not written down."""


@dataclass
class PageStore:
    """Pages by key. Without versions nothing is kept."""

    memory: Memory
    shelf: Shelf
    versions: Versions | None
    _turns: dict[str, tuple[threading.Lock, int]] = field(default_factory=dict)
    _gate: threading.Lock = field(default_factory=threading.Lock)

    def find(self, key: str) -> Page | None:
        """Return the kept page of a key if it still shows what the stand would show now."""
        page = self.memory.get(key)
        if page is not None and self._holds(page):
            return page
        page = self.shelf.get(key) if self.versions else None
        if page is not None and self._holds(page):
            self.memory.put(key, page)
            return page
        self.memory.drop(key)
        return None

    def now(self) -> int | None:
        """Return the number of the last change to anything: ask before a page is rendered."""
        return self.versions.newest(EVERYTHING) if self.versions else None

    def keep(self, key: str, page: Page, before: int | None) -> None:
        """Keep a page, unless something that it shows may have changed while it was rendered.

        Args:
            key: under which it is found.
            page: just rendered.
            before: ``now()`` before that; None when it could not be told.
        """
        version = self.versions.newest(page.publications) if self.versions and before is not None else None
        if before is None or version is None or version > before:
            return
        page.version = version
        self.memory.put(key, page)
        if _ASKED not in key:
            self.shelf.put(key, page)

    @contextmanager
    def alone(self, key: str) -> Iterator[None]:
        """Let one thread at a time render the page of a key."""
        with self._gate:
            turn, waiting = self._turns.get(key, (threading.Lock(), 0))
            self._turns[key] = turn, waiting + 1
        try:
            with turn:
                yield
        finally:
            with self._gate:
                turn, waiting = self._turns.pop(key)
                if waiting > 1:
                    self._turns[key] = turn, waiting - 1

    def _holds(self, page: Page) -> bool:
        if self.versions is None or page.until <= time.time():
            return False
        if not page.publications:
            return True
        stamp = self.versions.stamp()
        if stamp is None:
            return False
        if page.stamp != stamp:
            if self.versions.newest(page.publications) != page.version:
                return False
            page.stamp = stamp
        return True
