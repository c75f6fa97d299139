"""Two numbers with a dash between them: a range where they rise, a score or a telephone number where they do not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kushk.core.languages import base
from kushk.core.spoken.figures import NUMBER
from kushk.core.spoken.form import Part, Spoken, rewritten
from kushk.core.spoken.tables.words import RANGE, RANGE_AFTER

WIDE = r"\u1100-\u11ff\u3040-\ud7ff\uff00-\uffef"
"""Scripts whose words stand beside signs and numbers without a space."""
_DASH = r"\s?[-\u2010-\u2014\u2212~〜～]\s?"
_CLOCKS = re.compile(rf"(?<=[0-9]:[0-9][0-9]){_DASH}(?=[0-9]{{1,2}}:[0-9]{{2}})|(?<=[0-9][ap]m){_DASH}(?=[0-9])")
_NUMBERS = re.compile(
    rf"(?<![^\W{WIDE}])(?<![.,:/\u2010-\u2014-])(?P<a>{NUMBER})(?:\s?%)?(?P<dash>{_DASH})[$€£¥₹]?(?P<b>{NUMBER})"
    r"(?![0-9]|[-\u2010-\u2014/:.,][0-9])"
)
_YEAR, _SHORT_YEAR = 4, 2


def between(tongue: str) -> tuple[str, ...]:
    """Return what may be said between the two numbers of a range, with its spaces; the first is the usual word."""
    words = (RANGE.get(tongue, "–"), *RANGE_AFTER.get(tongue, ())[1:])
    return tuple(f" {word} " for word in words)


def ranges_said(form: Spoken, language: str) -> Spoken:
    """Return a form in which "10–12" is "10 to 12" and a score of "3–1" is "3 1"."""
    usual, *others = between(base(language))
    before = f"{RANGE_AFTER.get(base(language), ('',))[0]} "
    form = rewritten(form, _CLOCKS, lambda match: [(usual, match.start(), match.end())])

    def say(match: re.Match[str]) -> Sequence[Part]:
        start, end = match.span("dash")
        string = match.string
        word = others[0] if others and string.endswith(before, 0, match.start()) else usual
        said = word if _rises(match["a"], match["b"]) else " "
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
    if (
        first == "0"
        or second.startswith("0")
        or (second.isdigit() and first.isdigit() and len(second) == _YEAR > len(first))
    ):
        return False
    a, b = first.replace(",", "."), second.replace(",", ".")
    return len(a) + len(b) < 40 and float(a) < float(b)  # noqa: PLR2004 - no such long number is a range
