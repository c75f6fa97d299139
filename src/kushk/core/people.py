"""Which people a text names, as far as a text in a script with capitals tells."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kushk.core.languages import base
from kushk.core.scripts import scripts_of

_CASED = ("Latn", "Cyrl", "Grek", "Armn")
_CAPITAL_NOUNS = frozenset({"de", "lb", "gsw", "nds"})
"""Languages that write every noun with a capital: a run of capitals there is no sign of a name."""

_PARTICLES = "al|bin|bint|da|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|ter|van|von|y|zu"
_PART = r"[^\W\d_](?:[^\W\d_]|['’\-](?=[^\W\d_]))+"
_NAME = re.compile(rf"(?<![\w'’\-])({_PART}(?: (?:(?:{_PARTICLES}) ){{0,3}}{_PART}){{1,3}})(?![\w’])")
_WORD = re.compile(_PART)
_LONGEST_TEXT = 50_000
"""Characters that are looked at."""


def people_in(text: str, language: str) -> frozenset[str]:
    """Return the full names of people in a text; none where its script or language gives no sign of them.

    A name is two to four capitalised words in a row, whose last one stands alone elsewhere in the text (papers
    name a person in full once and by surname after that), and none of which the text also writes in small letters.
    """
    text = text[:_LONGEST_TEXT]
    if base(language) in _CAPITAL_NOUNS or next(iter(scripts_of(text)), "") not in _CASED:
        return frozenset()
    words = _WORD.findall(text)
    small = {word for word in words if word[0].islower()}
    full = set(named_in(text))
    alone = _alone(text, full)
    return frozenset(name for name in full if name.split()[-1] in alone and not _common(name, small))


def named_in(text: str) -> Iterable[str]:
    """Yield every run of two to four capitalised words, whoever or whatever it names."""
    for found in _NAME.finditer(text[:_LONGEST_TEXT]):
        parts = [part for part in found[1].split() if part[0].isupper() and not part.isupper()]
        if len(parts) == len([part for part in found[1].split() if part not in _PARTICLE_WORDS]):
            yield found[1]


def shared_people(one: str, other: str, language: str) -> tuple[str, ...]:
    """Return the people whom two texts in one language both name in full, in alphabetical order."""
    people = people_in(one, language) | people_in(other, language)
    return tuple(sorted(name for name in people if name in one and name in other))


_PARTICLE_WORDS = frozenset(_PARTICLES.split("|"))


def _alone(text: str, full: set[str]) -> set[str]:
    """Return the words that stand in a text outside its full names."""
    for name in full:
        text = text.replace(name, " ")
    return set(_WORD.findall(text))


def _common(name: str, small: set[str]) -> bool:
    return any(part.lower() in small for part in name.split() if part not in _PARTICLE_WORDS)
