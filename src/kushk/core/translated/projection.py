"""Where the marks of a sentence are in its translation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kushk.core.translated.form import How, Projected


def project(
    segment_text: str,
    spans: Sequence[Any],
    target_text: str,
    *,
    engine_spans: Sequence[Any] | None = None,
    links: Any = None,
    hints: Mapping[int, str] | None = None,
    must: frozenset[int] = frozenset(),
) -> tuple[Projected, ...]:
    out = [Projected(s.id, s.start, s.end, How.ENGINE) for s in engine_spans or ()]
    have = {p.id for p in out}
    for s in spans:
        if s.id in have:
            continue
        words = segment_text[s.start : s.end]
        at = target_text.find(words)
        if at >= 0:
            out.append(Projected(s.id, at, at + len(words), How.SAME))
        elif s.id in must:
            out.append(Projected(s.id, 0, len(target_text), How.WHOLE))
    return tuple(out)
