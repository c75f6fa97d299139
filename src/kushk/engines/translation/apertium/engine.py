"""Apertium as an engine: installed pairs, pairs through a third language, and pipelines that close when idle."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from kushk.engines.translation.apertium.modes import FOLDER, Mode, installed
from kushk.engines.translation.apertium.pipe import SECONDS, Pipe
from kushk.engines.translation.apertium.stream import read, written
from kushk.engines.translation.interface import (
    Brief,
    Capabilities,
    Health,
    NoPair,
    Pair,
    Segment,
    Translated,
    TranslationError,
    refuse_unfit,
)

IDLE_SECONDS = 300.0
"""After which a pipeline that nobody uses is ended: each takes 40 to 150 MB (measured, PSS)."""

MIDDLES = ("es", "ca", "fr", "en")
"""Languages through which a pair may go, the preferred one first."""

WEAK = frozenset({"sh", "eu", "is", "mk", "eo", "br"})
"""Languages whose steps from or to English are too rough to be one of two (hbs-eng: chrF 37 on NTREX, measured)."""


class Apertium:
    """Translates by rules, in one step or two."""

    name = "apertium"
    title = "Apertium"
    capabilities = Capabilities(spans=True, stream=True, quick=True, draft=True)

    def __init__(self, folder: Path = FOLDER, seconds: float = SECONDS) -> None:
        """Prepare; nothing is started.

        Args:
            folder: of the mode files.
            seconds: for one sentence.
        """
        self.folder = folder
        self.seconds = seconds
        self._pipes: dict[Pair, Pipe] = {}
        self._lock = threading.Lock()
        self._tidier: threading.Timer | None = None

    def pairs(self) -> frozenset[Pair]:
        """Return what is installed, and what two good steps come to."""
        modes = installed(self.folder)
        return frozenset(modes) | _by_two_steps(frozenset(modes))

    def version(self, pair: Pair) -> str:
        """Return the modes with a hash of their data."""
        return "+".join(mode.version for mode in self._steps(pair))

    def via(self, pair: Pair) -> tuple[str, ...]:
        """Return the language between, if any."""
        return tuple(mode.pair[1] for mode in self._steps(pair)[:-1])

    def translate(self, segments: Sequence[Segment], brief: Brief) -> Iterator[Translated]:
        """Yield translations as they come out of the pipeline."""
        refuse_unfit(self, segments, brief)
        self._tidy_later()
        stream: Iterator[Translated] = iter([Translated(segment.text, segment.spans) for segment in segments])
        for mode in self._steps(brief.pair):
            stream = self._step(stream, self._pipe(mode))
        yield from stream

    def check(self) -> Health:
        """Translate one word with the first pair."""
        modes = installed(self.folder)
        if not modes:
            return Health(ok=False, detail="no language pair is installed")
        pair = min(modes)
        try:
            found = next(self.translate([Segment("1")], Brief(*pair)))
        except TranslationError as fault:
            return Health(ok=False, detail=str(fault))
        return Health(ok=bool(found.text), detail=f"{len(modes)} pairs, {len(self.pairs())} with those in two steps")

    def close(self) -> None:
        """End every pipeline."""
        with self._lock:
            pipes, self._pipes = list(self._pipes.values()), {}
            if self._tidier is not None:
                self._tidier.cancel()
                self._tidier = None
        for pipe in pipes:
            pipe.close()

    def _step(self, stream: Iterator[Translated], pipe: Pipe) -> Iterator[Translated]:
        """Yield what one pipeline makes of translated segments, some at a time, so that the next can begin."""
        while batch := list(islice(stream, _AT_ONCE)):
            sent = [written(Segment(each.text or ".", each.spans or ())) for each in batch]
            answers = pipe.ask([message for message, _ in sent])
            for answer, (_, pieces) in zip(answers, sent, strict=True):
                text, spans = read(answer, pieces)
                yield Translated(text, spans)

    def _steps(self, pair: Pair) -> list[Mode]:
        modes = installed(self.folder)
        if pair in modes:
            return [modes[pair]]
        for middle in MIDDLES:
            if _may_be_two_steps(pair, middle, modes):
                return [modes[pair[0], middle], modes[middle, pair[1]]]
        raise NoPair(engine=self.name, source=pair[0], target=pair[1])

    def _pipe(self, mode: Mode) -> Pipe:
        with self._lock:
            if mode.pair not in self._pipes:
                self._pipes[mode.pair] = Pipe(self.name, mode.pipeline, self.seconds)
            return self._pipes[mode.pair]

    def _tidy_later(self) -> None:
        with self._lock:
            if self._tidier is None:
                self._tidier = threading.Timer(IDLE_SECONDS, self._tidy)
                self._tidier.daemon = True
                self._tidier.start()

    def _tidy(self) -> None:
        with self._lock:
            self._tidier = None
            pipes = list(self._pipes.values())
        for pipe in pipes:
            pipe.close_if_idle(IDLE_SECONDS)
        if any(pipe.pid for pipe in pipes):
            self._tidy_later()


_AT_ONCE = 16
"""Segments that go through one step before the next begins."""


def _by_two_steps(direct: frozenset[Pair]) -> frozenset[Pair]:
    return frozenset(
        (source, target)
        for source, middle in direct
        for other, target in direct
        if middle == other and (source, target) not in direct and _may_be_two_steps((source, target), middle, direct)
    )


def _may_be_two_steps(pair: Pair, middle: str, direct: frozenset[Pair] | dict[Pair, Mode]) -> bool:
    source, target = pair
    there = (source, middle) in direct and (middle, target) in direct
    same = source.partition("-")[0] == target.partition("-")[0]
    return there and middle in MIDDLES and not same and not {source, target} & WEAK
