"""From what is said to the numbers that a voice reads, and from the length of each number back to words. Pure.

A voice of Piper reads the IPA of espeak-ng, character by character in NFD, as numbers of its own: a beginning, every
character with a pause after it, and an end.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kushk.core.spoken import Timed
from kushk.engines.speech.espeak.engine import LATE, Transcript
from kushk.engines.speech.piper.model import BEGIN, END, PAD

_SWITCH = re.compile(r"\([^)]*\)")
"""How espeak-ng marks a word of another language, ``(en)``."""
_STOPS = {"،": ",", "؛": ";", "؟": "?", "。": ".", "，": ",", "、": ",", "！": "!", "？": "?", "：": ":", "；": ";"}
_STOPS |= {"।": ".", "۔": ".", "…": ".", **{mark: mark for mark in ".,;:!?"}}
_CLOSERS = " \t\n\"'”’»)]}「」』"


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as a voice reads it."""

    characters: str
    """IPA, spaces and punctuation; one pause stands after each."""
    numbers: tuple[int, ...]
    owners: tuple[int, ...]
    """Index of the character to which each number belongs; -1 at the beginning, their count at the end."""


def reading(text: str, transcript: Transcript, ids: Mapping[str, Sequence[int]]) -> Reading:
    """Return what a voice is given to read; characters that it does not know are left out."""
    parts, since = [], 0
    for ipa, until in transcript.clauses:
        said = unicodedata.normalize("NFD", _SWITCH.sub("", ipa)).strip()
        if said:
            parts.append(said + _stop(text[since:until]))
        since = until
    characters = "".join(character for character in " ".join(parts) if character in ids)
    numbers, owners = [*ids[BEGIN], *ids[PAD]], [-1] * (len(ids[BEGIN]) + len(ids[PAD]))
    for index, character in enumerate(characters):
        own = [*ids[character], *ids[PAD]]
        numbers += own
        owners += [index] * len(own)
    return Reading(characters, (*numbers, *ids[END]), (*owners, *[len(characters)] * len(ids[END])))


def word_times(
    transcript: Transcript, read: Reading, durations: Sequence[float], seconds_each: float
) -> tuple[Timed, ...]:
    """Return when each word sounds.

    espeak-ng's own run tells which sounds belong to which word, in IPA that differs a little from the written one, so
    the two are matched. A word of which nothing matches is not reported.

    Args:
        transcript: of the text.
        read: made of it.
        durations: length of each number, in the model's frames.
        seconds_each: length of a frame.
    """
    begins, ends = _character_times(read, durations, seconds_each)
    said, owners = _said(transcript)
    written = [index for index, character in enumerate(read.characters) if character not in " .,;:!?"]
    letters = "".join(read.characters[index] for index in written)
    found: dict[int, list[int]] = {}
    for mine, theirs, size in SequenceMatcher(None, said, letters, autojunk=False).get_matching_blocks():
        for offset in range(size):
            found.setdefault(owners[mine + offset], []).append(written[theirs + offset])
    return tuple(
        Timed(word.start, word.end, begins[found[index][0]], ends[found[index][-1]])
        for index, word in enumerate(transcript.words)
        if index in found
    )


def _stop(clause: str) -> str:
    """Return the punctuation at which a clause ends, as voices know it; nothing when it has none."""
    closing = clause.rstrip(_CLOSERS)
    return _STOPS.get(closing[-1:], "")


def _character_times(read: Reading, durations: Sequence[float], each: float) -> tuple[list[float], list[float]]:
    """Return when each character begins and ends, the pause after it included."""
    begins, ends = [0.0] * len(read.characters), [0.0] * len(read.characters)
    at = 0.0
    for position, (owner, frames) in enumerate(zip(read.owners, durations, strict=True)):
        inside = 0 <= owner < len(read.characters)
        if inside and read.owners[position - 1] != owner:
            begins[owner] = at
        at += frames * each
        if inside:
            ends[owner] = at
    return begins, ends


def _said(transcript: Transcript) -> tuple[str, list[int]]:
    """Return the sounds that espeak-ng made, and the word to which each character of them belongs."""
    said, owners, word = [], [], 0
    starts = [timed.begins - LATE for timed in transcript.words]
    for at, ipa in transcript.sounds:
        while word + 1 < len(starts) and starts[word + 1] <= at + 0.0005:  # half of the clock's millisecond
            word += 1
        letters = unicodedata.normalize("NFD", ipa)
        said.append(letters)
        owners += [word] * len(letters)
    return "".join(said), owners
