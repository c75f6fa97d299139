"""Signs that stand for words: minus and plus, fractions, "and", "number", the stroke."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kushk.core.languages import base
from kushk.core.spoken.form import LETTERS, Part, Spoken, rewritten
from kushk.core.spoken.tables import words

_MONEY = "[$€£¥₹]"


def signs_said(form: Spoken, language: str) -> Spoken:
    """Return a form with the signs before numbers and between words said as words."""
    pattern, said = _signs(base(language))
    return rewritten(form, pattern, lambda match: _said(match, said))


def strokes_said(form: Spoken, language: str) -> Spoken:  # noqa: ARG001 - each pass is called alike
    """Return a form without the strokes of "and/or" and "24/7", which nobody says. Shortened words keep theirs."""
    return rewritten(form, _STROKE, lambda match: [(" ", match.start(), match.end())])


_STROKE = re.compile(r"(?<=\w)/(?=\w)")


@lru_cache(maxsize=64)
def _signs(tongue: str) -> tuple[re.Pattern[str], dict[str, str]]:
    said = {
        "minus": words.MINUS.get(tongue),
        "plus": words.PLUS.get(tongue),
        "and": words.AND.get(tongue),
        "number": words.NUMBER.get(tongue),
        "section": words.SECTION.get(tongue),
        "equals": words.EQUALS.get(tongue),
    }
    for sign, table in words.FRACTIONS.items():
        said[sign], said["0" + sign] = table.get(tongue, (None, None))
    pattern = re.compile(
        rf"(?P<minus>(?<![{LETTERS}.,)-])[-\u2012\u2013\u2212](?={_MONEY}?[0-9]))|(?P<plus>(?<![\w.,)+])\+(?={_MONEY}?[0-9]))"
        r"|(?P<and>\s&\s|(?<=[a-z])&(?=[a-z]))|(?P<number>(?:№|℡)\s?)|(?P<section>§{1,2}\s?)|(?P<equals>\s=\s)"
        r"|(?P<fraction>\s?[½¼¾])"
    )
    return pattern, {kind: word for kind, word in said.items() if word is not None}


def _said(match: re.Match[str], said: dict[str, str]) -> Sequence[Part] | None:
    kind, start, end = str(match.lastgroup), match.start(), match.end()
    if kind == "fraction":
        after_number = match.string[start - 1 : start].isdigit()
        kind = "0" * after_number + match.group().strip()
    word = said.get(kind)
    return [(f" {word} ", start, end)] if word else None
