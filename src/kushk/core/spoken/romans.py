"""Roman numerals as digits, where it is certain that they are some: engines say "roman two" or spell them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kushk.core.languages import base
from kushk.core.spoken import icu
from kushk.core.spoken.form import Part, Spoken, rewritten

_ROMAN = "[IVX]{1,7}"
_WELL_FORMED = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10}
_WHERE = {
    "en": re.compile(rf"(?<=[a-z] )(?P<roman>{_ROMAN})(?![\w.-])"),
    "fr": re.compile(
        rf"(?<!\w)(?P<roman>{_ROMAN})(?=(?:er|re|e|ème)(?!\w))|(?<=[a-zé] )(?P<other>[IVX]{{2,7}})(?![\w.-])"
    ),
    "es": re.compile(rf"(?<=[Ss]iglo )(?P<roman>{_ROMAN})(?!\w)|(?<=[a-zé] )(?P<other>[IVX]{{2,7}})(?![\w.-])"),
    "pt": re.compile(rf"(?<=[Ss]éculo )(?P<roman>{_ROMAN})(?!\w)"),
    "ru": re.compile(rf"(?<!\w)(?P<roman>{_ROMAN})(?=\sвек(?:а|е|у|ом)?(?!\w))"),
}
"""By language, a numeral beside what shows it to be one. What follows it makes it an ordinal in a later pass."""
_COUNTED = frozenset(
    "War Part Chapter Type Phase Title Act Volume Bowl Mark Grade Stage Class Article Section Appendix".split()
)
"""English words that are counted; after other words in capitals, which are names, the numeral is "the 2nd"."""


def romans_said(form: Spoken, language: str) -> Spoken:
    """Return a form in which "World War II" is "World War 2", "Henry VIII" "Henry the 8th" and "XXIe" "21e"."""
    pattern = _WHERE.get(base(language))
    if pattern is None:
        return form
    return rewritten(form, pattern, lambda match: _said(match, base(language)))


def _said(match: re.Match[str], tongue: str) -> Sequence[Part] | None:
    numeral = match[match.lastgroup or 0]
    if not numeral or not _WELL_FORMED.fullmatch(numeral):
        return None
    number = str(_value(numeral))
    if tongue == "en":
        before = match.string[max(0, match.start() - 20) : match.start()].split()[-1]
        if (len(numeral) == 1 and before not in _COUNTED) or not before[:1].isupper():
            return None
        number = number if before in _COUNTED else f"the {icu.formatted('{n, ordinal}', 'en', int(number))}"
    return [(number, match.start(), match.end())]


def _value(numeral: str) -> int:
    values = [_VALUES[letter] for letter in numeral]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))
