"""Digits of every script as engines read them, and numbers without the marks between their thousands."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from kushk.core.languages import base
from kushk.core.spoken.form import Part, Spoken, rewritten, translated
from kushk.core.spoken.tables.words import DECIMAL, DECIMAL_COMMA, DECIMAL_POINT_TAGS

DIGITS = {
    code: str(unicodedata.decimal(chr(code)))
    for code in range(128, sys.maxunicode + 1)
    if unicodedata.category(chr(code)) == "Nd"
}
"""What ``str.translate`` needs to write the digits of every script as Latin ones."""
_SIGNS = dict(zip("٪％﹪＄￥￡￦－﹣＋＆＠＃‐‑", "%%%$¥£₩−−+&@#--", strict=True))
_SPACES = {0xA0: " ", 0x2009: " ", 0x202F: " "}
_LATIN = {**DIGITS, **{ord(sign): plain for sign, plain in _SIGNS.items()}}

NUMBER = r"[0-9]+(?:[.,][0-9]+)?"
"""A number once its thousands are joined."""


def decimal_mark(language: str) -> str:
    """Return what parts the decimals of a number in a language: a comma or a point."""
    return "," if base(language) in DECIMAL_COMMA and language not in DECIMAL_POINT_TAGS else "."


def plain_figures(form: Spoken, language: str) -> Spoken:
    """Return a form whose numbers have Latin digits, no mark between thousands and the language's own decimal mark."""
    mark = decimal_mark(language)
    table = {**_LATIN, ord("٫"): mark, ord("٬"): "." if mark == "," else ","}
    return translated(rewritten(translated(form, table), _grouped(mark), _joined), _SPACES)


def decimals_said(form: Spoken, language: str) -> Spoken:
    """Return a form with a word between a number and its decimals, in the languages that need one."""
    word = DECIMAL.get(base(language))
    if not word:
        return form
    return rewritten(form, _DECIMALS, lambda match: [(f" {word} ", match.start(), match.end())])


_DECIMALS = re.compile(r"(?<=[0-9])\.(?=[0-9])")


@lru_cache(maxsize=2)
def _grouped(mark: str) -> re.Pattern[str]:
    between = "[\u00a0\u2009\u202f'’" + (". ]" if mark == "," else ",،]")
    thousands = rf"[1-9][0-9]{{0,2}}({between})[0-9]{{3}}(?:\1[0-9]{{3}})*(?![0-9]|\1[0-9])"
    lakhs = r"[1-9][0-9]?(?:,[0-9]{2}){1,8},[0-9]{3}(?![0-9]|,[0-9])"
    return re.compile(rf"(?<![0-9.,])(?<![0-9] ){thousands}" + (rf"|(?<![0-9.,]){lakhs}" if mark == "." else ""))


def _joined(match: re.Match[str]) -> Sequence[Part]:
    return [(re.sub("[^0-9]", "", match.group()), match.start(), match.end())]
