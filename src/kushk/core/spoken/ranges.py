"""Two numbers with a dash between them: a range where they rise, a score or a telephone number where they do not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kushk.core.languages import base
from kushk.core.spoken.figures import NUMBER
from kushk.core.spoken.form import Part, Spoken, rewritten
from kushk.core.spoken.tables.words import RANGE

_DASH = r"\s?[-\u2010-\u2014~〜～]\s?"
_CLOCKS = re.compile(rf"(?<=[0-9]:[0-9][0-9]){_DASH}(?=[0-9]{{1,2}}:[0-9]{{2}})|(?<=[0-9][ap]m){_DASH}(?=[0-9])")
_NUMBERS = re.compile(
    rf"(?<![\w.,:/\u2010-\u2014-])(?P<a>{NUMBER})(?:\s?%)?(?P<dash>{_DASH})[$€£¥₹]?(?P<b>{NUMBER})"
    r"(?![0-9]|[-\u2010-\u2014/:.,][0-9])"
)
_YEAR, _SHORT_YEAR = 4, 2


def between(tongue: str) -> str:
    """Return what is said between the two numbers of a range, with its spaces."""
    return f" {RANGE.get(tongue, '–')} "


def ranges_said(form: Spoken, language: str) -> Spoken:
    """Return a form in which "10–12" is "10 to 12" and a score of "3–1" is "3 1"."""
    word = between(base(language))
    form = rewritten(form, _CLOCKS, lambda match: [(word, match.start(), match.end())])

    def say(match: re.Match[str]) -> Sequence[Part]:
        start, end = match.span("dash")
        said = word if _rises(match["a"], match["b"]) else " "
        string = match.string
        return [
            (string[match.start() : start], match.start(), start),
            (said, start, end),
            (string[end : match.end()], end, match.end()),
        ]

    return rewritten(form, _NUMBERS, say)


def _rises(first: str, second: str) -> bool:
    """Tell whether two numbers are a range: 10 and 12, 2019 and 21, but not 555 and 1234 of a telephone."""
    if len(first) == _YEAR and len(second) == _SHORT_YEAR and first.isdigit() and second.isdigit():
        return int(second) > int(first[-_SHORT_YEAR:])
    if second.startswith("0") or (second.isdigit() and first.isdigit() and len(second) == _YEAR > len(first)):
        return False
    a, b = first.replace(",", "."), second.replace(",", ".")
    return len(a) + len(b) < 40 and float(a) < float(b)  # noqa: PLR2004 - no such long number is a range
