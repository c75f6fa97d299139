"""How fast composed stories are kept: packed, filed and indexed, on one core; and in what memory."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from bench.memory import Memory
from bench.synthetic import SyntheticStory, stories

if TYPE_CHECKING:
    from kushk.library.api import Arrival, Publication, Source

AT_ONCE = 100
"""Stories that arrive together, as a feed or an archive page brings them."""

PUBLICATIONS = 40


def run(count: int) -> list[dict[str, object]]:
    """Return the rows of the table: compose alone, keep, keep again."""
    from kushk.config.setup import ready_stand

    ready_stand()
    memory = Memory()
    composed, kept = keep(count, memory)
    _, again = keep(count, memory)
    return [
        {"what": "stories composed (cut into sentences, named)", "a CPU second": f"{count / composed:.0f}"},
        {"what": "stories kept, all new", "a CPU second": f"{count / kept:.0f}", "memory": memory.told()},
        {"what": "stories kept again, nothing new", "a CPU second": f"{count / again:.0f}"},
    ]


def keep(count: int, memory: Memory) -> tuple[float, float]:
    """Bring ``count`` synthetic stories into the library; return the CPU seconds of composing and of keeping."""
    from kushk.library.api import store_stories

    composed = kept = 0.0
    for publication, source, some in _batches(count):
        began = time.process_time()
        arrivals = [_arrival(story) for story in some]
        composed += time.process_time() - began
        began = time.process_time()
        store_stories(publication, source, arrivals)
        kept += time.process_time() - began
        memory.look()
    return composed, kept


def _batches(count: int) -> Iterator[tuple[Publication, Source, list[SyntheticStory]]]:
    made = stories(count)
    number = 0
    while some := list(islice(made, AT_ONCE)):
        yield *_source(number % PUBLICATIONS), some
        number += 1


_SOURCES: dict[int, Any] = {}


def _source(number: int) -> tuple[Publication, Source]:
    from dataclasses import replace

    from kushk.library.api import FULL_RIGHTS, add_publication, add_source, set_rights

    if number not in _SOURCES:
        publication = add_publication(f"Paper {number}")
        source, _ = add_source(publication, f"https://paper-{number}.example.org/feed")
        set_rights(source, replace(FULL_RIGHTS, evidence="made for the benchmark"))
        _SOURCES[number] = publication, source
    return _SOURCES[number]


def _arrival(story: SyntheticStory) -> Arrival:
    from kushk.core.compose import compose
    from kushk.core.draft import paragraph
    from kushk.library.api import Arrival

    document = compose(
        story.language,
        [paragraph(text) for text in story.paragraphs],
        headline=story.headline,
        standfirst=story.standfirst,
    )
    return Arrival(document, guid=story.url, url=story.url, published=story.published, section="News")
