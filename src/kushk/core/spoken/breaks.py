"""ICU's breaks of words and letters, in characters: ICU counts UTF-16 units, of which 𠀀 and 😀 have two."""

from __future__ import annotations

import re

from icu4py.breakers import CharacterBreaker, WordBreaker

_SURROGATES = re.compile("[\ud800-\udfff]")
_LAST_OF_ONE_UNIT = "\uffff"

Span = tuple[int, int]


def icu_words(text: str, language: str) -> list[Span]:
    """Return ICU's words of a text, and what is between them, as spans of characters.

    Args:
        text: any text; lone surrogates, which ICU cannot be given, are no part of a word.
        language: a language code; empty is none in particular.
    """
    return _in_characters(text, WordBreaker(_SURROGATES.sub("\ufffd", text), language or "en"))


def icu_letters(text: str) -> list[Span]:
    """Return what a reader sees as one letter each: a letter with its marks, an emoji of several."""
    return _in_characters(text, CharacterBreaker(_SURROGATES.sub("\ufffd", text), "en"))


def _in_characters(text: str, breaker: WordBreaker | CharacterBreaker) -> list[Span]:
    spans = list(breaker.segments())
    if not text or max(text) <= _LAST_OF_ONE_UNIT:
        return spans
    place = [at for at, character in enumerate(text) for _ in range(1 + (character > _LAST_OF_ONE_UNIT))]
    place.append(len(text))
    return [(place[start], place[end]) for start, end in spans]
