"""One clip: a line is put into its spoken form, spoken by one or more voices, and timed word by word."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kushk.core.document import Mark, MarkKind
from kushk.core.languages import base
from kushk.core.spoken import Cue, Timed, speakable_parts, spoken, word_cues, words_of
from kushk.engines.speech.interface import MOST_CHARACTERS, Voice
from kushk.renditions.narration.script import Line
from kushk.renditions.narration.sound.clip import Encoded, encoded
from kushk.renditions.narration.sound.grid import LEAD, RATE
from kushk.renditions.narration.speakers import Speakers

if TYPE_CHECKING:
    from kushk.renditions.narration.sound.pcm import Samples

VERSION = 1
"""Of everything between the document and the engine; raised when the same sentence would sound otherwise."""
_KEY_BYTES = 12


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line in one language, and the voice for it."""

    text: str
    offset: int
    language: str
    voice: Voice
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Planned:
    """A line, the runs that it is spoken in, and the key of its clip."""

    line: Line
    runs: tuple[Run, ...]
    key: str


def planned(line: Line, voice: Voice, speakers: Speakers) -> Planned:
    """Return how a line is spoken. Words in another language are spoken by a voice of that language where there is one.

    The key depends on what is said and by whom, not on the story: stories that share a sentence share its clip.
    """
    runs = tuple(_runs(line, voice, speakers))
    said = [[run.text, base(run.language), _heard(run), *_by(run.voice, speakers)] for run in runs]
    text = json.dumps([VERSION, said], ensure_ascii=False, separators=(",", ":"))
    key = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES).hexdigest()
    return Planned(line, runs, key)


def speak(plan: Planned, speakers: Speakers) -> tuple[Encoded, dict[str, Any]]:
    """Speak a line and return its clip with notes: ``engine``, ``voice`` and ``words``.

    A word is its start and end in characters of the line, its begin and end in seconds from the start of the clip.

    Raises:
        SpeechError: as the engines say.
    """
    import numpy as np

    pieces: list[Samples] = []
    words: list[Cue] = []
    at = 0.0
    for run in plan.runs:
        samples, cues = _spoken_run(run, speakers)
        words += [_moved(cue, run.offset, at + LEAD) for cue in cues]
        pieces.append(samples)
        at += len(samples) / RATE
    whole = np.concatenate(pieces) if pieces else np.zeros(0, np.int16)
    main = max(plan.runs, key=lambda run: len(run.text)).voice
    clip = encoded(whole, RATE)
    rounded = [[cue.start, cue.end, round(cue.begins, 3), round(min(cue.ends, clip.seconds), 3)] for cue in words]
    return clip, {"engine": main.engine, "voice": main.key, "words": rounded}


def _by(voice: Voice, speakers: Speakers) -> tuple[str, str, str]:
    return voice.key, voice.version, speakers.engine_of(voice).version


def _moved(cue: Cue, characters: int, seconds: float) -> Cue:
    return Cue(cue.start + characters, cue.end + characters, cue.begins + seconds, cue.ends + seconds)


def _spoken_run(run: Run, speakers: Speakers) -> tuple[Samples, Sequence[Cue]]:
    """Speak a run, part by part; return its samples at the house rate and the cues of its words."""
    import numpy as np

    from kushk.renditions.narration.sound.pcm import resampled

    said = spoken(run.text, run.language, run.marks)
    engine = speakers.engine_of(run.voice)
    pieces: list[Samples] = []
    timed: list[Timed] = []
    at = 0.0
    for start, end in speakable_parts(said.text, MOST_CHARACTERS):
        speech = engine.speak(said.text[start:end], run.voice)
        samples = resampled(np.frombuffer(speech.samples, np.int16), speech.rate)
        timed += [
            Timed(each.start + start, each.end + start, each.begins + at, each.ends + at) for each in speech.words
        ]
        pieces.append(samples)
        at += len(samples) / RATE
    whole = np.concatenate(pieces) if pieces else np.zeros(0, np.int16)
    return whole, word_cues(words_of(run.text, run.language), said, timed, at)


def _runs(line: Line, voice: Voice, speakers: Speakers) -> Iterator[Run]:
    foreign = sorted((mark for mark in line.marks if mark.kind is MarkKind.LANGUAGE), key=lambda mark: mark.start)
    at = 0
    for mark in foreign:
        other = speakers.voice_for(mark.language) if mark.start >= at else None
        if other is None or other == voice or not any(map(str.isalnum, line.text[mark.start : mark.end])):
            continue
        if line.text[at : mark.start].strip():
            yield _run(line, at, mark.start, line.language, voice)
        yield _run(line, mark.start, mark.end, mark.language, other)
        at = mark.end
    if line.text[at:].strip() or at == 0:
        yield _run(line, at, len(line.text), line.language, voice)


def _run(line: Line, start: int, end: int, language: str, voice: Voice) -> Run:
    inside = (mark for mark in line.marks if mark.start < end and mark.end > start)
    marks = tuple(
        replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start) for mark in inside
    )
    return Run(line.text[start:end], start, language, voice, marks)


_AUDIBLE = frozenset({MarkKind.DELETED, MarkKind.SUPERSCRIPT, MarkKind.CODE})


def _heard(run: Run) -> list[list[Any]]:
    """Return the marks that change what is said."""
    return [[str(mark.kind), mark.start, mark.end] for mark in run.marks if mark.kind in _AUDIBLE]
