"""How often spans are found in a translation without the engine, measured on one that tells where they are."""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from kushk.core.languages import base
from kushk.core.translated.checks import problems
from kushk.core.translated.form import Pair, Span
from kushk.core.translated.projection import project, tidied
from kushk.core.translated.words import Words
from kushk.engines.translation.apertium.engine import Apertium
from kushk.engines.translation.interface import MOST_SEGMENTS, Brief, Engine, Segment, Translated

SPANS = 740
_MOST_WORDS = 3
_FEWEST_WORDS = 6
_OVERLAP = 0.5
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def score(engine: Engine, lines: Sequence[str], pair: Pair) -> dict[str, float]:
    """Return the shares of random spans that are found, and found rightly, by a translation of their words alone."""
    segments = _segments(lines)
    alone = [Segment(one.text[one.spans[0].start : one.spans[0].end]) for one in segments]
    outcome: Counter[str] = Counter()
    for segment, whole, hint in zip(
        segments, _translated(engine, segments, pair), _translated(engine, alone, pair), strict=True
    ):
        told = [(span.start, span.end) for span in whole.spans or ()]
        if told:
            outcome += _judged(segment, whole.text, told, hint.text)
    found, count = outcome["found"], outcome["all"]
    return {
        "spans": count,
        "found": found / count,
        "right": outcome["right"] / count,
        "of found": outcome["right"] / found,
    }


def alarms(engine: Engine, lines: Sequence[str], pair: Pair) -> float:
    """Return the share of an engine's own translations about which the checks alarm."""
    done = _translated(engine, [Segment(line) for line in lines], pair)
    found = [
        any(problem.serious for problem in problems(line, one.text, pair))
        for line, one in zip(lines, done, strict=True)
    ]
    return sum(found) / len(found)


def _segments(lines: Sequence[str]) -> list[Segment]:
    chance = random.Random(7)  # noqa: S311 - the same spans each time
    long = [line for line in lines if len(line.split()) >= _FEWEST_WORDS]
    segments: list[Segment] = []
    while len(segments) < SPANS:
        line = chance.choice(long)
        words = list(_WORD.finditer(line))
        count = min(chance.randint(1, _MOST_WORDS), len(words))
        first = chance.randrange(len(words) - count + 1)
        start, end = words[first].start(), words[first + count - 1].end()
        if not re.search(r'[.,;:"()“”]', line[start:end]):
            segments.append(Segment(line, (Span(0, start, end),)))
    return segments


def _translated(engine: Engine, segments: Sequence[Segment], pair: Pair) -> list[Translated]:
    done: list[Translated] = []
    for first in range(0, len(segments), MOST_SEGMENTS):
        done += engine.translate(segments[first : first + MOST_SEGMENTS], Brief(*pair))
    return done


def _judged(segment: Segment, target: str, told: list[tuple[int, int]], hint: str) -> Counter[str]:
    span = segment.spans[0]
    true = _characters(tidied(told, Words(target), segment.text[span.start : span.end]))
    found = _characters(
        [(one.start, one.end) for one in project(segment.text, [span], target, hints={0: hint}, must=())]
    )
    right = len(true & found) >= _OVERLAP * len(true | found)
    return Counter({"all": 1, "found": int(bool(found)), "right": int(right and bool(found))})


def _characters(pieces: Sequence[tuple[int, int]]) -> set[int]:
    return {place for start, end in pieces for place in range(start, end)}


if __name__ == "__main__":
    files, asked = Path(sys.argv[1]), [tuple(name.split(":")) for name in sys.argv[2:]]
    apertium = Apertium()
    for one, other in asked:
        texts = (files / f"{one}.txt").read_text("utf-8").splitlines()
        languages = base(one), base(other)
        print(one, other, score(apertium, texts, languages), alarms(apertium, texts, languages))  # noqa: T201
    apertium.close()
