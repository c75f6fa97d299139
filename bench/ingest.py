"""How fast feeds become kept stories (parsed, cut into sentences, stored, indexed) on one core, in what memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.feeds import ITEMS, MadeFeed, made_feeds, streamed_feeds

PEERS = 541
"""Stories a CPU second of the faster of the two peers that were measured beside Kushk; neither cuts sentences."""
_PARSED = 40
"""Feed documents that are parsed alone, beside the library."""


def run(stories: int) -> list[dict[str, object]]:
    """Return the rows of the table: parse alone, bring in, bring in again."""
    from kushk.config.setup import ready_stand

    ready_stand()

    from kushk.pipeline.worker import settle

    settle()
    rows = [_bring_in(stories, "brought in, all new"), _bring_in(stories, "brought in again, nothing new")]
    return [*rows, _parse_alone(list(made_feeds(min(stories, _PARSED * ITEMS))))]


def _parse_alone(feeds: list[MadeFeed]) -> dict[str, object]:
    import feedparser

    from kushk.sources.formats import parse_feed
    from kushk.sources.formats.parsed import Input

    ours = sum(_cpu(lambda feed=feed: parse_feed(Input(feed.body))) for feed in feeds)
    raw = sum(
        _cpu(lambda feed=feed: feedparser.parse(feed.body, sanitize_html=False, resolve_relative_uris=False))
        for feed in feeds
    )
    size = sum(len(feed.body) for feed in feeds) / len(feeds) / 1024
    return {
        "what": f"feed documents parsed into sentences ({feeds[0].items} items, {size:.0f} kB each)",
        "a CPU second": f"{len(feeds) / ours:.1f}",
        "beside": f"feedparser alone {len(feeds) / raw:.1f}",
        "ratio": f"{raw / ours:.2f}",
    }


def _bring_in(stories: int, what: str) -> dict[str, object]:
    from django.utils import timezone

    from kushk.library.api import add_publication, add_source
    from kushk.pipeline.flow import Run, bring_in
    from kushk.sources.fetch.result import Fetched

    spent, memory = 0.0, _Memory()
    for feed in streamed_feeds(stories):
        publication = add_publication(f"Paper {feed.number}", language=feed.language)
        source, _ = add_source(publication, f"file:paper-{feed.number}", kind="file")
        found = Fetched(feed.body, "", "application/rss+xml")
        began = time.process_time()
        result = bring_in(Run(source, timezone.now(), found=found))
        spent += time.process_time() - began
        if not result.ok:
            raise RuntimeError(result.error)
        memory.look()
    return {
        "what": f"stories {what}",
        "a CPU second": f"{stories / spent:.0f}",
        "beside": f"fastest peer measured {PEERS}",
        "ratio": f"{stories / spent / PEERS:.2f}",
        "memory": memory.told(),
    }


def _cpu(work: Callable[[], Any]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


@dataclass
class _Memory:
    """Resident memory over time, in megabytes."""

    seen: list[float] = field(default_factory=list)

    def look(self) -> None:
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        self.seen.append(_field(status.splitlines(), "VmRSS:") / 1024)

    def told(self) -> str:
        """Return what the first and the last tenth needed, and the most."""
        tenth = max(len(self.seen) // 10, 1)
        first, last = max(self.seen[:tenth]), max(self.seen[-tenth:])
        return f"first tenth {first:.0f} MB, last tenth {last:.0f} MB, most {max(self.seen):.0f} MB"


def _field(lines: Iterable[str], name: str) -> float:
    return next((float(line.split()[1]) for line in lines if line.startswith(name)), 0.0)
