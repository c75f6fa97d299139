"""How long a text takes to read, and how many words it has.

Reading time counts letters and digits and divides them by a rate of the text's own language, since a minute holds
987 letters of English but 255 characters of Chinese. Captions are left out: they are looked at, not read through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from icu4py.breakers import WordBreaker

from kushk.core.document import CAPTIONED, Document
from kushk.core.languages import base

_MEASURED = {
    "en": 987,
    "ar": 612,
    "zh": 255,
    "ja": 357,
    "de": 920,
    "es": 1025,
    "fi": 1078,
    "fr": 998,
    "he": 833,
    "it": 950,
    "nl": 978,
    "pl": 916,
    "pt": 913,
    "ru": 986,
    "sl": 885,
    "sv": 917,
    "tr": 1054,
}
"""Characters a minute: IReST (Trauzettel-Klosinski and Dietz, 2012), the same ten texts read in 17 languages."""

_DERIVED = {"fa": 768, "hi": 530, "id": 982, "ko": 410, "ms": 940, "sw": 946, "ta": 605, "th": 735, "ur": 779}
"""Languages that IReST lacks: their letters in NTREX-128 (956 sentences of the same news in every language) divided by
the mean of the minutes that those sentences take in the measured languages. See docs/decisions."""

_LIKE = {
    "hi": "as bho bn dty gu kok mai mr ne or pa sa si",
    "ta": "kn ml te",
    "th": "bo dz km lo my",
    "ar": "aeb afb apc ary arz",
    "fa": "bal ckb dv glk ks lrc mzn prs ps sd ug",
    "he": "am ti yi",
    "ru": "be bg kk ky mk mn sr tg tt uk",
    "zh": "gan hak nan wuu yue",
    "sv": "da fo is nb nn no",
    "pl": "cs hsb sk",
    "sl": "bs hr sh",
    "es": "an ast ca eu gl",
    "it": "co mt rm ro sc",
    "nl": "af fy lb",
    "fi": "et hu lt lv",
    "tr": "az crh tk uz",
    "id": "ceb fil jv su tl vi",
    "sw": "ha ig rw so xh yo zu",
}
"""Languages taken to be read like one whose rate is known: the nearest in script and build."""

_MEAN = 940
"""Every other language: the mean of the measured ones written in alphabets with vowels."""

RATES: dict[str, int] = {
    **{language: (_MEASURED | _DERIVED)[like] for like, languages in _LIKE.items() for language in languages.split()},
    **_MEASURED,
    **_DERIVED,
}
"""Letters and digits a minute, by language."""

_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Scripts that put no space between words: Thai, Lao, Burmese, Khmer, kana and Han."""

_DASHES = re.compile(r"[\u2013-\u2015\u2026/]|--+")


def reading_minutes(source: Document | str, language: str = "") -> int:
    """Return the minutes that reading takes, at least 1; 0 where there is nothing to read.

    Args:
        source: a document, of which the body counts, or a text.
        language: BCP 47 tag of a text; of a document its own counts, and that of each block that has another.
    """
    seconds = reading_seconds(source, language)
    return max(1, int(seconds / 60 + 0.5)) if seconds else 0


def reading_seconds(source: Document | str, language: str = "") -> float:
    """Return the seconds that reading takes, as ``reading_minutes`` counts them, not rounded."""
    parts = [(source, language)] if isinstance(source, str) else list(_running_text(source, language))
    return 60 * sum(letters(text) / rate(tag) for text, tag in parts)


def rate(language: str) -> int:
    """Return how many letters and digits of a language are read in a minute."""
    return RATES.get(base(language), _MEAN)


def letters(text: str) -> int:
    """Return how many letters and digits a text has, in any script; marks over and under them are not counted."""
    plain = text.encode("ascii", "ignore").translate(None, _NO_LETTERS)
    return len(plain) + sum(map(str.isalnum, "" if text.isascii() else _ASCII.sub("", text)))


_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())
_ASCII = re.compile("[\x00-\x7f]+")


def _running_text(document: Document, language: str) -> Iterator[tuple[str, str]]:
    for top in document.blocks:
        for block in top.walk():
            if block.kind not in CAPTIONED:
                yield block.text, block.language or language or document.language


def word_count(text: str, language: str = "") -> int:
    """Return how many words a text has, as spaces and dashes part them; in scripts without spaces as ICU finds them."""
    if _UNSPACED.search(text):
        pieces: Iterable[str] = (text[start:end] for start, end in WordBreaker(text, base(language) or "en").segments())
    else:
        pieces = _DASHES.sub(" ", text).split()
    return sum(any(map(str.isalnum, piece)) for piece in pieces)
