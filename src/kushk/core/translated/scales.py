"""Words that multiply the number beside them: "3 million", "300万", "30 लाख", "milioni 3"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from unicodedata import normalize

from kushk.core.languages import base
from kushk.core.spoken.icu import formatted

_THOUSAND, _LAKH, _MILLION, _CRORE, _BILLION, _TRILLION = 3, 5, 6, 7, 9, 12

_BORROWED: dict[str, dict[int, str]] = {
    "en": {_THOUSAND: "k", _LAKH: "lakh lakhs", _MILLION: "m mn mln", _CRORE: "crore crores", _BILLION: "bn b bln",
           _TRILLION: "tn trn", 2: "hundred"},
    "de": {_THOUSAND: "tsd", _MILLION: "mio mill", _BILLION: "mrd milliarde"},
    "es": {_MILLION: "millón mm", _BILLION: "millardo millardos", _TRILLION: "billón"},
    "fr": {_THOUSAND: "milliers", _MILLION: "m", _BILLION: "md mds milliard"},
    "pt": {_MILLION: "milhão", _BILLION: "bilhão mil-milhões", _TRILLION: "trilhão"},
    "it": {_MILLION: "mln milione", _BILLION: "mld miliardo", _THOUSAND: "mila mille"},
    "tr": {_THOUSAND: "bin bine bini binin binden binlik bininin"},
    "id": {_THOUSAND: "rb", _MILLION: "jt", _BILLION: "milyar miliar"},
    "ms": {_BILLION: "billion", _MILLION: "million"},
    "sw": {_LAKH: "laki", _BILLION: "bilioni", _MILLION: "milioni", _THOUSAND: "elfu"},
    "ar": {_THOUSAND: "ألف ألفا ألفًا آلاف الاف الف", _MILLION: "ملايين مليون", _BILLION: "بليون مليارات",
           _TRILLION: "تريليون"},
    "fa": {_BILLION: "بیلیون میلیارد", _TRILLION: "تریلیون"},
    "ur": {_MILLION: "ملین", _BILLION: "بلین", _TRILLION: "ٹریلین"},
    "he": {_THOUSAND: "אלפים אלפי", _MILLION: "מיליוני מליון", _BILLION: "מיליארדי"},
    "hi": {_THOUSAND: "हजार", _MILLION: "मिलियन", _CRORE: "करोड", _BILLION: "बिलियन", _TRILLION: "ट्रिलियन"},
    "ta": {_LAKH: "லட்சம் லட்ச இலட்சம்", _CRORE: "கோடி", _MILLION: "மில்லியன்", _BILLION: "பில்லியன்"},
    "zh": {2: "百", _THOUSAND: "千", _MILLION: "百万", 4: "万 萬", 8: "亿 億", 12: "兆"},
    "ja": {2: "百", _THOUSAND: "千", 4: "万", 8: "億", 12: "兆"},
    "ko": {2: "백", _THOUSAND: "천", 4: "만", 8: "억", 12: "조"},
    "th": {2: "ร้อย", _THOUSAND: "พัน", 4: "หมื่น", _LAKH: "แสน", _MILLION: "ล้าน"},
    "ru": {_THOUSAND: "тыс тысячи", _MILLION: "млн", _BILLION: "млрд", _TRILLION: "трлн"},
}  # fmt: skip
"""What ICU lacks: words taken over from English, spellings without diacritics, what newspapers shorten."""

_UNSPACED = frozenset({"zh", "ja", "ko", "th", "lo", "km", "my", "yue"})
_COUNTS = (1, 2, 3, 5, 11, 20)
_STEM = 5
"""Letters from which a word may have any ending."""

_DOUBTFUL = 2
"""Latin letters up to which a word may as well be a unit: ``m``, ``mm``, ``bn``."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What stands beside a number: its factor, and whether it may as well mean something else."""

    factor: Decimal
    doubtful: bool
    end: int


@dataclass(frozen=True, slots=True)
class Scales:
    """The multiplying words of one language."""

    words: dict[str, int]
    after: re.Pattern[str]
    before: re.Pattern[str]
    inherits: bool
    """Number and word may follow each other with a second pair to add: 1億2000万."""

    def behind(self, text: str, place: int) -> Scale | None:
        """Return what multiplies the number that ends at ``place``; several words multiply each other."""
        power, doubtful, at = 0, False, place
        while found := self.after.match(text, at):
            power += self._power(found[1])
            doubtful |= len(found[1]) <= _DOUBTFUL and found[1].isascii()
            at = found.end()
        return Scale(Decimal(10) ** power, doubtful, at) if power else None

    def ahead(self, text: str, place: int) -> Scale | None:
        """Return what multiplies the number that begins at ``place``, as in Swahili."""
        found = self.before.search(text, max(0, place - 24), place)
        return Scale(Decimal(10) ** self._power(found[1]), doubtful=True, end=place) if found else None

    def _power(self, word: str) -> int:
        if word in self.words:
            return self.words[word]
        return next(self.words[word[:end]] for end in range(len(word), 0, -1) if word[:end] in self.words)


@lru_cache(maxsize=128)
def scales_of(language: str) -> Scales:
    """Return the multiplying words of a language (a BCP 47 tag), from ICU's compact numbers and a table of our own."""
    tongue = base(language) or "en"
    words: dict[str, int] = {"million": _MILLION, "trillion": _TRILLION}
    for power in range(2, 13):
        words |= dict.fromkeys(_icu_words(tongue, power), power)
    for power, listed in _BORROWED.get(tongue, {}).items():
        words |= dict.fromkeys((normalize("NFC", word).casefold() for word in listed.split()), power)
    ordered = sorted(words, key=len, reverse=True)
    one = "|".join(map(re.escape, ordered))
    ending = "" if tongue in _UNSPACED else rf"(?:(?<=\w{{{_STEM}}})\w*|(?![^\W\d_]))"
    return Scales(
        words,
        re.compile(rf"[ \u00a0\u202f\u200b-]?((?:{one}){ending})"),
        re.compile(rf"(?<![^\W\d_])({one})\s+$") if tongue == "sw" else re.compile("(?!)()"),
        tongue in _UNSPACED,
    )


def _icu_words(tongue: str, power: int) -> set[str]:
    words = set()
    for count in _COUNTS:
        shown = formatted("{n, number, ::compact-long .# group-off}", tongue, Decimal(count).scaleb(power))
        number, word = _split(shown)
        if number == str(count) and word:
            words.add(normalize("NFC", word).casefold())
    stem = _beginning(min(words), max(words)) if words else ""
    return words | {stem} if len(stem) >= _STEM and " " not in stem else words


def _beginning(one: str, other: str) -> str:
    same = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    return one[:same]


def _split(shown: str) -> tuple[str, str]:
    found = re.search(r"\d+", shown)
    return (found[0], (shown[: found.start()] + shown[found.end() :]).strip(" \u00a0.\u202f")) if found else ("", "")
