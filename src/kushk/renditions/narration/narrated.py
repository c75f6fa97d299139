"""A narrated story: its lines with their clips, and what players, files and captions need of them."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kushk.core.languages import direction_of
from kushk.core.reading import letters, rate
from kushk.engines.speech.interface import Voice
from kushk.renditions.narration.making import Known, Maker
from kushk.renditions.narration.sound.grid import STEP_SECONDS
from kushk.renditions.narration.speaking import Planned

_SLOWER = 0.8
"""Reading aloud takes longer than reading: share of the silent rate, for lengths that are not known yet."""
LAST_OF_ONE_UNIT = "\uffff"
"""Characters beyond it take two units of UTF-16."""
_STEPS_A_SECOND = 1 / STEP_SECONDS


@dataclass(frozen=True, slots=True)
class Narrated:
    """A story as it is spoken. Nothing need have been made yet."""

    story: str
    headline: str
    publication: str
    language: str
    voice: Voice
    plans: tuple[Planned, ...]

    @property
    def version(self) -> str:
        """Changes with whatever is heard or told in the files."""
        heard = "\n".join((self.headline, self.publication, *(f"{plan.key}+{plan.line.pause}" for plan in self.plans)))
        return hashlib.blake2b(heard.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()

    def plan(self, key: str) -> Planned | None:
        """Return the line whose clip has that key, None where the story has none."""
        return next((plan for plan in self.plans if plan.key == key), None)


@dataclass(frozen=True, slots=True)
class Cued:
    """A line on the timeline. Seconds from the start of the narration."""

    plan: Planned
    begins: float
    seconds: float
    """Length of its clip; an estimate where ``known`` is None."""
    known: Known | None

    @property
    def ends(self) -> float:
        """When its clip ends and the silence after it begins."""
        return self.begins + self.seconds


@dataclass(frozen=True, slots=True)
class Timeline:
    """Every line of a narration and when it is heard; exact where ``complete``."""

    narrated: Narrated
    lines: tuple[Cued, ...]

    @property
    def complete(self) -> bool:
        """Whether every clip is made, so that all times are exact."""
        return all(cued.known for cued in self.lines)

    @property
    def seconds(self) -> float:
        """Length of the whole."""
        last = self.lines[-1] if self.lines else None
        return last.ends + last.plan.line.pause_seconds if last else 0.0

    @property
    def opus(self) -> bool:
        """Whether every clip that is made can be had as Opus."""
        return all(cued.known.shape.opus_bytes for cued in self.lines if cued.known)


def timeline_of(narrated: Narrated, maker: Maker) -> Timeline:
    """Return the timeline of a story as far as its clips are made."""
    lines, at = [], 0.0
    for plan in narrated.plans:
        known = maker.known(plan)
        cued = Cued(plan, at, known.shape.seconds if known else estimate(plan), known)
        lines.append(cued)
        at = cued.ends + plan.line.pause_seconds
    return Timeline(narrated, tuple(lines))


def estimate(plan: Planned) -> float:
    """Return about how many seconds a line will take, in whole steps of the grid."""
    minutes = letters(plan.line.text) / (rate(plan.line.language) * _SLOWER)
    return max(1, round(minutes * 60 * _STEPS_A_SECOND)) * STEP_SECONDS


def as_json(timeline: Timeline) -> dict[str, Any]:
    """Return a timeline for the player; offsets of words are in UTF-16 units of the sentence's own text."""
    narrated, voice = timeline.narrated, timeline.narrated.voice
    return {
        "version": narrated.version,
        "story": narrated.story,
        "language": narrated.language,
        "direction": direction_of(narrated.language),
        "headline": narrated.headline,
        "publication": narrated.publication,
        "voice": {
            "key": voice.key,
            "name": voice.name,
            "language": voice.language,
            "engine": voice.engine,
            "synthetic": voice.synthetic,
            "embedded": voice.quality == "embedded",
        },
        "complete": timeline.complete,
        "seconds": round(timeline.seconds, 3),
        "lines": [_line(cued) for cued in timeline.lines],
    }


def words_as_json(plan: Planned, known: Known) -> list[list[float]]:
    """Return the words of a made clip: start and end in UTF-16 units of the sentence, begin and end in seconds."""
    text, offset = plan.line.text, plan.line.offset
    units = list(itertools.accumulate((1 + (character > LAST_OF_ONE_UNIT) for character in text), initial=offset))
    return [[units[start], units[end], begins, ends] for start, end, begins, ends in known.notes["words"]]


def _line(cued: Cued) -> dict[str, Any]:
    line = cued.plan.line
    return {
        "id": line.id,
        "kind": line.kind,
        "clip": cued.plan.key,
        "seconds": round(cued.seconds, 3),
        "made": cued.known is not None,
        "pause": round(line.pause_seconds, 3),
        "words": words_as_json(cued.plan, cued.known) if cued.known else [],
    }


def as_webvtt(timeline: Timeline) -> str:
    """Return a timeline as captions: one cue a line, with the moment of each word inside (WebVTT, W3C)."""
    return "WEBVTT\n\n" + "\n".join(
        f"{_id(cued)}\n{_moment(cued.begins)} --> {_moment(cued.ends)}\n{_timed_text(cued)}\n"
        for cued in timeline.lines
    )


def _id(cued: Cued) -> str:
    return cued.plan.line.id or cued.plan.line.kind


def _timed_text(cued: Cued) -> str:
    text = cued.plan.line.text
    words: Sequence[Sequence[float]] = cued.known.notes["words"] if cued.known else ()
    return "".join(_parts(text, words, cued.begins)).strip() or "…"


def _parts(text: str, words: Sequence[Sequence[float]], since: float) -> Iterator[str]:
    at, last = 0, since
    for number, (start, _, begins, _) in enumerate(words):
        first = int(start)
        yield _escaped(text[at:first])
        if number and since + begins > last:
            last = since + begins
            yield f"<{_moment(last)}>"
        at = first
    yield _escaped(text[at:])


def _escaped(text: str) -> str:
    plain = "".join(character if character.isprintable() else " " for character in text)
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _moment(seconds: float) -> str:
    milliseconds = round(seconds * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest // 1000:02d}.{rest % 1000:03d}"
