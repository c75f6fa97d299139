"""Which scripts a text is written in, and which languages write them."""

from __future__ import annotations

import re

from kushk.core.language_codes import codes

_RANGES = {
    "Latn": "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a",
    "Cyrl": "\u0400-\u0481\u048a-\u052f",
    "Arab": "\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdfb\ufe70-\ufefc",
    "Hani": "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
    "Kana": "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9d",
    "Hang": "\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e",
    "Deva": "\u0904-\u0939\u0958-\u0961\u0970-\u097f",
    "Beng": "\u0980\u0985-\u09b9\u09ce\u09dc-\u09e1\u09f0\u09f1",
    "Grek": "\u0370-\u0373\u0376-\u0377\u037b-\u037d\u0386-\u03ff\u1f00-\u1ffc",
    "Hebr": "\u05d0-\u05ea\u05ef-\u05f2\ufb1d-\ufb4f",
    "Thai": "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46",
    "Laoo": "\u0e81-\u0eb0\u0ebd\u0ec0-\u0ec6\u0edc-\u0edf",
    "Khmr": "\u1780-\u17b3",
    "Mymr": "\u1000-\u102a\u103f\u1050-\u1055",
    "Geor": "\u10a0-\u10fa\u10fc-\u10ff\u1c90-\u1cbf",
    "Armn": "\u0531-\u0556\u0561-\u0587",
    "Ethi": "\u1200-\u135a\u1380-\u138f\u2d80-\u2dde",
    "Taml": "\u0b83-\u0bb9",
    "Telu": "\u0c05-\u0c39",
    "Knda": "\u0c85-\u0cb9",
    "Mlym": "\u0d05-\u0d3a",
    "Gujr": "\u0a85-\u0ab9",
    "Guru": "\u0a05-\u0a39\u0a59-\u0a5e\u0a72-\u0a74",
    "Orya": "\u0b05-\u0b39\u0b5c-\u0b61",
    "Sinh": "\u0d85-\u0dc6",
    "Tibt": "\u0f40-\u0f6c",
    "Thaa": "\u0780-\u07a5",
    "Syrc": "\u0710\u0712-\u072f",
    "Nkoo": "\u07ca-\u07ea",
    "Adlm": "\U0001e900-\U0001e943",
    "Olck": "\u1c5a-\u1c7d",
    "Mong": "\u1820-\u1878",
}
_LETTERS = {script: re.compile(f"[{ranges}]+") for script, ranges in _RANGES.items()}

ONLY_LANGUAGE: dict[str, str] = {
    "Kana": "ja",
    "Hang": "ko",
    "Grek": "el",
    "Hebr": "he",
    "Thai": "th",
    "Laoo": "lo",
    "Khmr": "km",
    "Mymr": "my",
    "Geor": "ka",
    "Armn": "hy",
    "Ethi": "am",
    "Taml": "ta",
    "Telu": "te",
    "Knda": "kn",
    "Mlym": "ml",
    "Gujr": "gu",
    "Guru": "pa",
    "Orya": "or",
    "Sinh": "si",
    "Tibt": "bo",
    "Thaa": "dv",
    "Syrc": "syr",
    "Nkoo": "nqo",
    "Adlm": "ff",
    "Olck": "sat",
    "Mong": "mn",
    "Hani": "zh",
}
"""The language that a script is written for, or the one that has by far most of its readers."""

_WRITTEN_IN = {
    "Cyrl": "ab av az ba be bg bua ce cv kk kv ky mk mn mo myv os ro ru rue sah sr tg tk tt tyv udm uk uz",
    "Arab": "ar arz ary apc az azb bal ckb fa glk ha kk ks ku ky lrc ms mzn pa pnb prs ps sd skr so tg tk ug ur uz",
    "Hani": "zh ja ko yue wuu gan hak nan lzh vi",
    "Kana": "ja",
    "Hang": "ko",
    "Deva": "hi mr ne sa bho mai awa new kok doi sd ks pi brx gom hne",
    "Beng": "bn as bpy mni",
    "Grek": "el grc",
    "Hebr": "he yi lad jrb arc",
    "Ethi": "am ti tig gez om",
    "Mymr": "my shn mnw ksw kar",
    "Guru": "pa sd",
    "Thai": "th",
    "Geor": "ka xmf",
    "Tibt": "bo dz",
    "Syrc": "syr aii arc",
    "Adlm": "ff",
    "Mong": "mn",
}
_WRITERS = {script: frozenset(languages.split()) for script, languages in _WRITTEN_IN.items()}
_NOT_LATIN = codes(
    "am ar arz as be bg bn bo ckb dv dz el fa gu he hi hy ja ka km kn ko lo mk ml mn mr my ne or pa ps ru sa sd si syr "
    "ta te tg th ti ug uk ur yi zh"
)
"""Languages that are not usually written in Latin letters."""


def scripts_of(text: str) -> dict[str, int]:
    """Return how many letters of each script a text has, the commonest first."""
    different = "".join(set(text))
    found = {script: pattern for script, pattern in _LETTERS.items() if pattern.search(different)}
    counts = {script: len("".join(pattern.findall(text))) for script, pattern in found.items()}
    return dict(sorted(counts.items(), key=lambda item: -item[1]))


def writes(language: str, script: str) -> bool:
    """Return whether a language (a base tag) is written in a script somewhere today."""
    if script == "Latn":
        return language not in _NOT_LATIN
    return language in _WRITERS.get(script, ()) or ONLY_LANGUAGE.get(script) == language
