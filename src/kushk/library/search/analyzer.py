"""The one analyzer: text of any script to the words that search compares, alike for stories and queries.

Letters are folded (case, accents, Arabic and Persian letter forms, vowel points, digits of every script).
Scripts that write no spaces become overlapping pairs of characters. Pure: no Django, no database.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

VERSION = 1
"""Changes when the same text would give other words: the index is then made again (``rebuild_search``)."""

_LETTERS = {
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŋ": "n", "ı": "i", "ə": "e",
    "ی": "ي", "ى": "ي", "ے": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ۃ": "ه", "ہ": "ه", "ە": "ه", "ھ": "ه",
    "ں": "ن", "ٱ": "ا", "ـ": "", "ँ": "ं",
}  # fmt: skip
"""What Unicode's own folding leaves apart although readers type one for the other."""

_KEPT = frozenset("йїў")
"""Letters of their own, although Unicode can take them apart into a letter and an accent."""

_DROPPED_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\u093c\ufe00-\ufe0f]"
)
"""Accents, Hebrew and Arabic points, the nukta: marks that readers leave out when they type."""

_IDEOGRAPHS = (
    "\u3005-\u3007\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U000323af"
)
"""Han, kana, bopomofo and Hangul."""

_SPACELESS = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ebd\u0ec0-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u109d\u1780-\u17d3"
"""Thai, Lao, Burmese and Khmer, whose vowel signs stay with the letter before them."""

_SIGNS = (
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059\u105e-\u1060"
    "\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u109a-\u109d\u17b4-\u17d3\u3099\u309a"
)
_PAIRED = re.compile(f"[{_IDEOGRAPHS}{_SPACELESS}]")
_RUNS = re.compile(f"[{_IDEOGRAPHS}{_SPACELESS}]+|[^{_IDEOGRAPHS}{_SPACELESS}]+")
_SIGN = re.compile(f"[{_SIGNS}]")
_CLUSTER = re.compile(f".[{_SIGNS}]*", re.DOTALL)


def _folded_character(character: str) -> str:
    """Return the letters that stand for a character: a space for what parts words, nothing for what is ignored."""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    lowered = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", character).casefold())
    if lowered not in _KEPT:
        lowered = _DROPPED_MARKS.sub("", unicodedata.normalize("NFD", lowered))
        lowered = unicodedata.normalize("NFC", lowered)
    return "".join(_LETTERS.get(letter, letter if _is_word(letter) else _parting(letter)) for letter in lowered)


def _is_word(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LMN" or unicodedata.category(letter) == "Cn"


def _parting(letter: str) -> str:
    return "" if unicodedata.category(letter) == "Cf" else " "


class _Folding(dict[int, str]):
    """A table for ``str.translate`` that works out each character once."""

    def __missing__(self, code: int) -> str:
        folding = _folded_character(chr(code))
        self[code] = folding
        return folding


_FOLDING = _Folding()
_JOINER = re.compile("(?<=[\u0600-\u077f])\u200c(?=[\u0600-\u077f])")
"""ZWNJ parts Arabic, Persian and Urdu words into their pieces; in other scripts it only shapes letters."""


def folded(text: str) -> str:
    """Return the text in the form in which search compares it, its words parted by white space."""
    if not text.isascii():
        if "\u200c" in text:
            text = _JOINER.sub(" ", text)
        if not unicodedata.is_normalized("NFKC", text):
            text = unicodedata.normalize("NFKC", text)
        if len(text.encode("utf-8", "surrogatepass")) < len(text) * _FEW:
            text = _FOREIGN.sub(lambda found: _FOLDING[ord(found[0])], text)
    return text.translate(_FOLDING)


_FOREIGN = re.compile(r"[^\x00-\x7f]")
_FEW = 1.15
"""Bytes a character up to which a text is folded letter by letter first: plain ASCII is then folded at once."""


def words(text: str, *, ends: bool = True) -> list[str]:
    """Return the words of a text as search compares them, in order.

    Args:
        text: any text.
        ends: let the last character of a run without spaces stand alone as well, so that every character of the
            text begins a word: wanted in the index, not in a query.
    """
    flat = folded(text)
    if flat.isascii() or not _PAIRED.search(flat):
        return flat.split()
    found: list[str] = []
    for word in flat.split():
        if word.isascii() or not _PAIRED.search(word):
            found.append(word)
        else:
            for run in _RUNS.findall(word):
                found.extend(_pairs(run, ends=ends) if _PAIRED.match(run) else (run,))
    return found


def _pairs(run: str, *, ends: bool) -> Iterator[str]:
    clusters = _CLUSTER.findall(run)
    for first, second in pairwise(clusters):
        yield first + second
    if ends or len(clusters) == 1:
        yield clusters[-1]


def word_spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, word) for each word of the original text; a pair covers both of its characters."""
    flat = folded_in_place(text)
    if flat is not None:
        for found in _WORD.finditer(flat):
            word = found.group()
            if word.isascii() or not _PAIRED.search(word):
                yield found.start(), found.end(), word
            else:
                yield from _pair_spans(word, found.start())
        return
    for start, end in _raw_spans(text):
        raw = text[start:end]
        if not _PAIRED.search(unicodedata.normalize("NFKC", raw)):
            for word in folded(raw).split():
                yield start, end, word
            continue
        yield from _pair_spans(raw, start)


_WORD = re.compile(r"\S+")


def has_pairs(text: str) -> bool:
    """Tell whether words of a text are pairs of characters."""
    return not text.isascii() and _PAIRED.search(text) is not None


def folded_in_place(text: str) -> str | None:
    """Return the folded text when each of its characters stands where it stood, else None."""
    if text.isascii():
        return text.translate(_FOLDING)
    if "\u200c" in text or not unicodedata.is_normalized("NFKC", text):
        return None
    if all(len(_FOLDING[ord(character)]) == 1 for character in set(text)):
        return text.translate(_FOLDING)
    return None


def _raw_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans between characters that part words."""
    begin = -1
    for position, character in enumerate(text):
        parts = character == "\u200c" and bool(_JOINER.match(text, position))
        if parts or _FOLDING[ord(character)].isspace():
            if begin >= 0:
                yield begin, position
            begin = -1
        elif begin < 0:
            begin = position
    if begin >= 0:
        yield begin, len(text)


def _pair_spans(raw: str, offset: int) -> Iterator[tuple[int, int, str]]:
    for run in _RUNS.finditer(raw):
        start, text = offset + run.start(), run.group()
        if not _PAIRED.match(text):
            yield from ((start, start + len(text), word) for word in folded(text).split())
            continue
        if _SIGN.search(text) is None and folded(text) == text:
            yield from ((start + at, start + at + 2, text[at : at + 2]) for at in range(len(text) - 1))
            yield start + len(text) - 1, start + len(text), text[-1]
            continue
        clusters = [(match.start(), match.end(), folded(match.group())) for match in _CLUSTER.finditer(run.group())]
        for (begin, _, first), (_, end, second) in pairwise(clusters):
            yield start + begin, start + end, first + second
        begin, end, last = clusters[-1]
        yield start + begin, start + end, last
