"""Arabic with its vowels written, and the way back to the text without them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kushk.core.spoken import Timed


def places(plain: str, vowelled: str) -> tuple[int, ...] | None:
    """Return which character of the plain text each one of the vowelled stands for.

    A mark stands for the letter before it. None when anything but inserting was done.
    """
    found, at = [], 0
    for character in vowelled:
        if at < len(plain) and character == plain[at]:
            at += 1
            found.append(at - 1)
        elif _is_vowel(character):
            found.append(max(0, at - 1))
        else:
            return None
    return tuple(found) if at == len(plain) else None


def plain_words(words: Sequence[Timed], origins: Sequence[int] | None) -> tuple[Timed, ...]:
    """Return the words of a vowelled text at their places in the plain one; as they are where nothing was added."""
    if origins is None:
        return tuple(words)
    return tuple(replace(word, start=origins[word.start], end=origins[word.end - 1] + 1) for word in words)


def _is_vowel(character: str) -> bool:
    return "\u064b" <= character <= "\u0652" or character == "\u0670"
