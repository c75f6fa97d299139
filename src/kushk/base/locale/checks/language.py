"""Is it the right language: its script, its letters, its words?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from kushk.base.locale.checks.allowed import (
    AS_ONE,
    DIGITS_OF_NEIGHBOURS,
    ENGLISH_WORDS,
    FOREIGN_LETTERS,
    FOREIGN_WORDS,
    LATIN_WORDS,
    NOT_ENGLISH,
    ONLY_LETTERS,
    OWN_WORDS,
    SCRIPTS,
)
from kushk.base.locale.checks.model import Catalogue, Complaint, Entry

LEAST_OWN = 0.9
"""Share of a message's letters that are of the language's own script."""

_WORD = re.compile(r"[^\W\d_](?:\w|[\u0300-\u036f\u0900-\u0963\u0970-\u0dff\u200c\u200d])*")
"""A letter with what belongs to it; the marks of Indian scripts are no letters to Python."""

_ALLOWED_LATIN = re.compile(rf"(?<![A-Za-z])(?:{'|'.join(LATIN_WORDS)})(?![A-Za-z])")


def script(entry: Entry, tag: str) -> Iterator[tuple[str, str]]:
    """Complain of messages that are largely written in another script."""
    letters = [letter for letter in _ALLOWED_LATIN.sub("", entry.words) if letter.isalpha()]
    own = sum(_is_of(letter, tag) for letter in letters)
    if own < LEAST_OWN * len(letters):
        yield "script", f"{own} of {len(letters)} letters are in the language's own script"


def letters(entry: Entry, tag: str) -> Iterator[tuple[str, str]]:
    """Complain of letters and digits that only a neighbouring language has."""
    text = entry.words.lower()
    foreign = set(text) & set(FOREIGN_LETTERS.get(tag, "") + DIGITS_OF_NEIGHBOURS.get(tag, ""))
    if tag in ONLY_LETTERS:
        alphabet = set(ONLY_LETTERS[tag] + "abcdefghijklmnopqrstuvwxyzªº")
        foreign |= {letter for letter in text if letter.isalpha()} - alphabet
    if foreign:
        yield "letters", f"{' '.join(sorted(foreign))} is of another language"


def foreign_words(entry: Entry, tag: str) -> Iterator[tuple[str, str]]:
    """Complain of words that only a neighbouring language, or English, has."""
    said = {word.lower() for word in _WORD.findall(entry.words)}
    foreign = said & set(FOREIGN_WORDS.get(tag, "").split(" "))
    if tag != "en":
        foreign |= said & set(ENGLISH_WORDS.split()) - NOT_ENGLISH.get(tag, frozenset())
    if foreign:
        yield "foreign-words", f"{', '.join(sorted(foreign))} is of another language"


def whole_catalogue(catalogue: Catalogue, _: Catalogue) -> Iterator[Complaint]:
    """Complain when a catalogue, read as one text, is not in its language."""
    text = "\n".join(entry.words for entry in catalogue.entries)
    guess = _guessed(text)
    if guess not in {catalogue.language, AS_ONE.get(catalogue.language)}:
        yield Complaint(catalogue.tag, "language", f"the whole reads like {guess!r}")
    said = set(_WORD.findall(text.lower()))
    lacking = [word for word in OWN_WORDS.get(catalogue.tag, "").split() if not _is_said(word, said, text)]
    if lacking:
        yield Complaint(catalogue.tag, "language", f"nowhere has {', '.join(lacking)}")


def _is_said(word: str, said: set[str], text: str) -> bool:
    """Tell whether a word occurs; languages without spaces between words have it anywhere in the text."""
    return word in said or (_is_of(word[0], "ja") and word in text)


@cache
def _is_of(letter: str, tag: str) -> bool:
    return unicodedata.name(letter, "").startswith(SCRIPTS.get(tag, ("LATIN",)))


def _guessed(text: str) -> str:
    import py3langid

    return str(py3langid.classify(text)[0])
