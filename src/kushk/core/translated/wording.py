"""The words of a translation as a whole: too few, the same as before, over and over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from operator import eq

from kushk.core.languages import base
from kushk.core.reading import letters as size
from kushk.core.scripts import scripts_of
from kushk.core.translated.words import MARKS, UNSPACED

__all__ = ["is_copied", "length_share", "repeated", "size"]

_LETTERS = {
    "en": 1.0,
    "ar": 0.92,
    "de": 1.22,
    "es": 1.15,
    "fa": 0.93,
    "fr": 1.16,
    "he": 0.79,
    "hi": 0.64,
    "id": 1.2,
    "ja": 0.51,
    "ko": 0.49,
    "ms": 1.14,
    "pt": 1.07,
    "ru": 1.13,
    "sw": 1.15,
    "ta": 0.74,
    "th": 0.9,
    "tr": 1.1,
    "ur": 0.95,
    "zh": 0.38,
}
"""Letters and digits of a translation for each of the English text: the median over 956 sentences of NTREX-128."""

_SCRIPTS = {
    "Hani": 0.38, "Kana": 0.51, "Hang": 0.49, "Deva": 0.64, "Beng": 0.64, "Gujr": 0.64, "Guru": 0.64, "Orya": 0.64,
    "Sinh": 0.64, "Taml": 0.74, "Telu": 0.7, "Knda": 0.7, "Mlym": 0.74, "Thai": 0.9, "Laoo": 0.9, "Khmr": 0.9,
    "Mymr": 0.9, "Arab": 0.93, "Hebr": 0.79, "Ethi": 0.7,
}  # fmt: skip
"""Other languages are taken to be like the measured one that is nearest in script."""

_USUAL = 1.12
_TOO_SHORT = 0.62
"""Of the expected letters: 0.3 % of human translations have fewer, and 99 % of what is left by a cut of two thirds."""

_TOO_SHORT_OPEN = 0.8
"""The same for a text that lost the mark at its end, as one does that an engine broke off."""

_END = re.compile(r"[.!?…。！？．｡؟۔।॥։።᙮]\W*$")
_NO_MARK = frozenset({"th", "lo"})
_TOO_LONG = 2.2
_SLACK = 14
"""Letters, counted in English ones, that a short text may have too many."""


_LATIN = "a-zA-Z\u00c0-\u024f\u1e00-\u1eff"
LATIN = re.compile(f"[{_LATIN}]")
_WORD = re.compile(rf"[{_LATIN}]+(?:['’][{_LATIN}]+)?|(?:(?![{_LATIN}])[^\W\d_][{MARKS}]*)+")
"""A word; where Latin letters follow others without a space, another begins."""


@lru_cache(maxsize=64)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text. Several checks ask for those of one sentence, one after the other."""
    return tuple(_WORD.findall(text))


def length_share(source: str, target: str, pair: tuple[str, str]) -> float:
    """Return the share of the expected letters that a translation has if they are too few or too many, otherwise 0."""
    theirs = _expected(source, target, pair[0])
    ours = _expected(target, source, pair[1])
    if not theirs:
        return 0.0
    share = ours / theirs
    open_ = base(pair[1]) not in _NO_MARK and _END.search(source) and not _END.search(target)
    fewest = _TOO_SHORT_OPEN if open_ else _TOO_SHORT
    return share if share < fewest or (share > _TOO_LONG and ours - theirs > _SLACK) else 0.0


def _expected(text: str, other: str, language: str) -> float:
    """Return how many letters of English a text would be; names that stand in the other text too are as long there."""
    names = set(words_of(other))
    kept = sum(map(len, names.intersection(words_of(text))))
    return kept + (size(text) - kept) / _letters(text, language)


def _letters(text: str, language: str) -> float:
    known = _LETTERS.get(base(language))
    return known or _SCRIPTS.get(next(iter(scripts_of(text)), ""), _USUAL)


_FEWEST_WORDS = 4
"""Words from which a sentence is expected to be changed by its translation; fewer may be a name."""

_FEWEST_LETTERS = 20
"""The same for scripts without spaces, counted in English letters."""

_LONGEST_NAME = 8
_COPIED = 0.6
_ALIKE = (
    frozenset("id ms".split()),
    frozenset("nb nn no da sv".split()),
    frozenset("hr sr bs sh cnr".split()),
    frozenset("cs sk".split()),
    frozenset("es ca gl pt ast an oc it".split()),
    frozenset("ru uk be bg mk".split()),
    frozenset("hi ur ne mr".split()),
    frozenset("fa tg prs".split()),
    frozenset("nl af".split()),
)
"""Languages that share so many words that only a whole sentence without change tells anything, if that."""

_SAME = frozenset({frozenset({"id", "ms"}), frozenset({"hr", "sr"}), frozenset({"hr", "bs"}), frozenset({"sr", "bs"}),
                   frozenset({"nb", "no"}), frozenset({"nb", "nn"}), frozenset({"nb", "da"}), frozenset({"no", "da"}),
                   frozenset({"zh"})})  # fmt: skip
"""Pairs in which a sentence may well be the same in both."""


def is_copied(source: str, target: str, pair: tuple[str, str]) -> bool:
    """Say whether a translation is its original once more, or for the most part."""
    one, other = base(pair[0]), base(pair[1])
    if frozenset({one, other}) in _SAME:
        return False
    theirs = words_of(source)
    if len(theirs) <= _FEWEST_WORDS and size(source) / _letters(source, pair[0]) < _FEWEST_LETTERS:
        return False
    if _squeezed(source) == _squeezed(target):
        return _has_plain_words(theirs)
    return not any({one, other} <= group for group in _ALIKE) and _copied_share(theirs, target) >= _COPIED


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _has_plain_words(words: Sequence[str]) -> bool:
    """Say whether some words are no names: not all begin with a capital, or more of them than a name has."""
    return len(words) > _LONGEST_NAME or any(not word[0].isupper() for word in words)


def _copied_share(theirs: Sequence[str], target: str) -> float:
    plain = [word for word in theirs[1:] if not word[0].isupper()]
    if len(plain) < _FEWEST_WORDS or len(plain) < len(theirs) / 4:
        return 0.0
    ours = {word.casefold() for word in words_of(target)}
    return sum(word.casefold() in ours for word in plain) / len(plain)


_TIMES = 4
"""Times in a row from which a phrase is repeated too often."""

_SHORTEST = 8
"""Characters that the further times take up together, at least."""

_LONGEST_PHRASE = 40
_LONG_WORD = 16
"""Letters of a word that may be a syllable over and over; shorter ones are compared as they are, which is quicker."""

_WITHOUT_SPACES = re.compile(f"[{UNSPACED}]")
_LONGEST_TEXT = 4000
_BETWEEN = re.compile(rf"(?:(?![{MARKS}])[\W_])+")


def repeated(text: str) -> str:
    """Return a phrase that a text repeats four times or more without anything between, empty where there is none."""
    flat = _BETWEEN.sub(" ", text[:_LONGEST_TEXT].casefold()).strip()
    words = flat.split(" ")
    letters = flat if max(map(len, words)) >= _LONG_WORD or _WITHOUT_SPACES.search(flat) else ""
    if not letters and max(Counter(words).values()) < _TIMES:
        return ""
    return " ".join(_phrase(words, len(words), 1)) or "".join(_phrase(letters, _LONGEST_PHRASE, _SHORTEST))


def _phrase(items: Sequence[str], longest: int, shortest: int) -> Sequence[str]:
    """Return the items that come again and again: those that are the same a period later, for long enough."""
    for period in range(1, min(longest, len(items) // _TIMES) + 1):
        same = bytes(map(eq, items[period:], items))
        start = same.find(b"\1" * max((_TIMES - 1) * period, shortest))
        if start >= 0:
            return items[start : start + period]
    return ()
