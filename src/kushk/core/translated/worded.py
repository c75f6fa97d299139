"""Numbers in words: "eighty thousand" for 80,000, as ICU spells them in each language, and Roman numerals."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from unicodedata import normalize

from kushk.core.languages import base
from kushk.core.spoken.icu import formatted
from kushk.core.translated.words import MARKS

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_MOST_ROMAN = 39
_HIDDEN = re.compile("[\u00ad\u200b-\u200f]")
_MOST_WORDS = Decimal(10) ** 12


class Wording:
    """A text in which numbers in words are looked for."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.tongue = base(language) or "en"
        self._flat = ""
        self._known: dict[Decimal, bool] = {}

    def has(self, value: Decimal) -> bool:
        """Say whether a whole number stands in the text in words or as a Roman numeral."""
        if value not in self._known:
            self._known[value] = self._is_roman(value) or self._is_spelled(value)
        return self._known[value]

    def _is_roman(self, value: Decimal) -> bool:
        return value <= _MOST_ROMAN and bool(re.search(rf"(?<![^\W\d_]){_roman(int(value))}(?![A-Z])", self.text))

    def _is_spelled(self, value: Decimal) -> bool:
        stem, pattern = _spelled(value, self.tongue) if value < _MOST_WORDS else ("", None)
        self._flat = self._flat or _HIDDEN.sub("", self.text).casefold()
        return pattern is not None and stem in self._flat and bool(pattern.search(self._flat))


def _roman(value: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        written += letters * (value // worth)
        value %= worth
    return written


_FEWEST = 4
"""Letters of a number's word from which its last ones may be others, as grammar asks."""


_ONE_IS_LEFT_OUT = frozenset({Decimal(100), Decimal(1000)})


@lru_cache(maxsize=1024)
def _spelled(value: Decimal, tongue: str) -> tuple[str, re.Pattern[str] | None]:
    """Return how a number in words begins and a pattern for it: any endings, and "and" or the like between them."""
    said = _HIDDEN.sub("", normalize("NFC", formatted("{n, spellout}", tongue, value))).casefold()
    words = [word for word in _BETWEEN.split(said) if word]
    if not words:
        return "", None
    alone = value in _ONE_IS_LEFT_OUT
    if alone and len(words) > 1:
        words = words[1:] if tongue != "sw" else words[:-1]
    first = _stem(words[0])
    stem = rf"{_LETTER}{{0,4}}\W{{0,3}}(?:\w{{1,3}}\W{{1,3}})?".join(re.escape(_stem(word)) for word in words)
    if tongue in _UNSPACED:
        return first, re.compile(stem)
    joined = rf"{_LETTER}{{0,2}}" if tongue in _PREFIXED else ""
    ending = rf"{_LETTER}{{0,{0 if alone else _ending(words[-1])}}}"
    return first, re.compile(rf"(?<!{_LETTER}){joined}{stem}{ending}(?!{_LETTER})")


_BETWEEN = re.compile(rf"(?:(?![{MARKS}])[\W_])+")
_LETTER = rf"(?:[^\W\d_]|[{MARKS}])"
_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my", "ko"})
_PREFIXED = frozenset({"ar", "he"})
"""Languages that write "and", "in" and "the" with the next word."""


def _stem(word: str) -> str:
    return word if len(word) <= _FEWEST else word[: max(_FEWEST, len(word) - 2)]


def _ending(word: str) -> int:
    return 1 if len(word) <= _FEWEST else 4
