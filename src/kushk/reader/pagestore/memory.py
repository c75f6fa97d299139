"""The pages asked for last, in this process's memory, bounded in bytes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field

from kushk.reader.pagestore.page import Page

_SHARE = 8
"""A page that takes more than this part of the whole is not kept: it would drive out too many others."""


@dataclass
class Memory:
    """Pages by key; the one that was not asked for the longest goes first."""

    bound: int
    size: int = 0
    _pages: OrderedDict[str, Page] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, key: str) -> Page | None:
        """Return the page of a key, which thereby counts as asked for last."""
        with self._lock:
            page = self._pages.get(key)
            if page is not None:
                self._pages.move_to_end(key)
            return page

    def put(self, key: str, page: Page) -> None:
        """Keep a page, and drop others until all fit."""
        with self._lock:
            self._forget(key)
            if page.size * _SHARE > self.bound:
                return
            self._pages[key] = page
            self.size += page.size
            while self.size > self.bound:
                self._forget(next(iter(self._pages)))

    def drop(self, key: str) -> None:
        """Keep the page of a key no longer."""
        with self._lock:
            self._forget(key)

    def _forget(self, key: str) -> None:
        page = self._pages.pop(key, None)
        if page is not None:
            self.size -= page.size
