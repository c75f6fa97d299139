"""One spelling for what is one name: case, accents, Arabic letter forms, digits. Lengths never change."""

from __future__ import annotations

import unicodedata

_SAME = str.maketrans(
    {
        "ı": "i", "İ": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ς": "σ",
        "ى": "ي", "ی": "ي", "ې": "ي", "ۍ": "ي", "ئ": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ۀ": "ه", "ە": "ه",
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ۆ": "و", "‌": " ",
        "：": ":", "／": "/", "．": ".", "－": "-", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
        "，": ",", "、": ",", "،": ",", "（": "(", "）": ")", "［": "[", "］": "]", "∶": ":", "ㅤ": " ",
        "״": '"', "׳": "'", "’": "'", "‘": "'", "ʼ": "'", "٫": ".", "٬": ",", "۔": ".", "।": ".",
    }
)  # fmt: skip
_DIRECTION = "\u200b\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad"
_ACCENTED = ((0xC0, 0x24F), (0x370, 0x45F), (0x1E00, 0x1FFF))


class _Folding(dict[int, str]):
    """A translation table that fills itself, one character at a time."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded(chr(code))
        return folded


def _folded(character: str) -> str:
    if character in _DIRECTION or character.isspace():
        return " "
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    same = character.translate(_SAME)
    lower = same.lower()
    if len(lower) != 1:
        lower = same
    if any(first <= ord(lower) <= last for first, last in _ACCENTED):
        lower = unicodedata.normalize("NFD", lower)[0]
    return lower.translate(_SAME)


_TABLE = _Folding()


def fold(text: str) -> str:
    """Return ``text`` in small letters, plain digits and plain punctuation, each character in its place."""
    return text.translate(_TABLE)
