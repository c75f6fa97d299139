"""An engine that needs nothing and whose translations are known beforehand: each word gets a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kushk.engines.translation.interface import (
    Brief,
    Capabilities,
    Health,
    Link,
    Pair,
    Segment,
    Span,
    Translated,
    refuse_unfit,
)

MARK = "’"
"""Stands behind each word of three letters or more in a translation of this engine."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_EVERYWHERE = tuple("ar de en es fa fr he hi id ja ko ms pt ru sw ta th tr ur zh".split())


class NullEngine:
    """Marks words. It is for tests and trials, never a stand's own choice."""

    name = "null"
    title = "Null"
    capabilities = Capabilities(spans=True, align=True, stream=True, quick=True)

    def __init__(self, languages: Sequence[str] = _EVERYWHERE) -> None:
        """Take the languages between which it pretends to translate."""
        self._pairs = frozenset((one, other) for one in languages for other in languages if one != other)
        self.translated = 0
        """Segments translated so far."""
        self.calls = 0

    def pairs(self) -> frozenset[Pair]:
        """Return every pair of its languages."""
        return self._pairs

    def version(self, pair: Pair) -> str:  # noqa: ARG002 - the same for each
        """Return the version of the marking."""
        return "1"

    def via(self, pair: Pair) -> tuple[str, ...]:  # noqa: ARG002 - none ever
        """Return nothing: all is done in one step."""
        return ()

    def translate(self, segments: Sequence[Segment], brief: Brief) -> Iterator[Translated]:
        """Yield each segment with its words marked."""
        refuse_unfit(self, segments, brief)
        self.calls += 1
        for segment in segments:
            self.translated += 1
            yield _marked(segment)

    def check(self) -> Health:
        """Say that it can."""
        return Health(ok=True, detail=f"marks words, {len(self._pairs)} pairs")

    def close(self) -> None:
        """Do nothing: nothing was started."""


def _marked(segment: Segment) -> Translated:
    ends = [found.end() for found in _WORD.finditer(segment.text)]

    def moved(place: int) -> int:
        return place + sum(end <= place for end in ends)

    links = tuple(
        Link(found.start(), found.end(), moved(found.start()), moved(found.end()))
        for found in re.finditer(r"\S+", segment.text)
    )
    spans = tuple(Span(span.id, moved(span.start), moved(span.end)) for span in segment.spans)
    return Translated(_WORD.sub(lambda found: found[0] + MARK, segment.text), spans, links)
