"""Names that are never translated and words with a fixed rendering."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Entry:
    term: str
    rendering: str = ""
    source: str = ""
    target: str = ""

    def holds(self, source: str, target: str) -> bool:
        return self.source in ("", source) and self.target in ("", target)


@dataclass(frozen=True, slots=True)
class Occurrence:
    start: int
    end: int
    entry: Entry


def occurrences(text: str, entries: Sequence[Entry], language: str) -> tuple[Occurrence, ...]:
    out = []
    for e in entries:
        for m in re.finditer(rf"\b{re.escape(e.term)}\b", text):
            out.append(Occurrence(m.start(), m.end(), e))
    return tuple(out)


def enforced(text: str, projected: Any, renderings: Mapping[int, str]) -> Any:
    return text, projected
