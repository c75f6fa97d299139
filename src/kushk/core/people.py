"""Which people a text names, as far as a text in a script with capitals tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kushk.core.languages import base
from kushk.core.scripts import scripts_of

_CASED = ("Latn", "Cyrl", "Grek", "Armn")
_CAPITAL_NOUNS = frozenset({"de", "lb", "gsw", "nds"})
"""Languages that write every noun with a capital: a run of capitals there is no sign of a name."""

_PARTICLES = frozenset("al bin bint da de del della den der di do dos du el ibn la le ter van von y zu".split())
_PART = r"[^\W\d_](?:[^\W\d_]|['’\-](?=[^\W\d_]))+"
_WORD = re.compile(_PART)
_FEWEST_PARTS, _MOST_PARTS = 2, 4
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


def named_in(text: str) -> Iterator[str]:
    """Yield every run of two to four capitalised words inside a sentence, whoever or whatever it names."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text[:_LONGEST_TEXT]):
        if run and text[run[-1].end() : word.start()] != " ":
            yield from _name(text, run)
            run = []
        named = _capitalised(word[0]) and not _opens_a_sentence(text, word.start())
        if named or (run and word[0] in _PARTICLES):
            run.append(word)
        else:
            yield from _name(text, run)
            run = []
    yield from _name(text, run)


def _name(text: str, run: list[re.Match[str]]) -> Iterator[str]:
    while run and run[-1][0] in _PARTICLES:
        run = run[:-1]
    capitals = [word for word in run if word[0] not in _PARTICLES]
    if _FEWEST_PARTS <= len(capitals) <= _MOST_PARTS:
        yield text[run[0].start() : run[-1].end()]


def _opens_a_sentence(text: str, place: int) -> bool:
    """Tell whether a word stands where every word has a capital, so that its own says nothing."""
    before = text[max(place - 4, 0) : place]
    return not before.strip() or before.rstrip(" \"'«»“”„‘’(¿¡–—-")[-1:] in {"", ".", "!", "?", ":", "…", "\n"}


def _capitalised(word: str) -> bool:
    return word[0].isupper() and not word.isupper()


def shared_people(one: str, other: str, language: str) -> tuple[str, ...]:
    """Return the people whom two texts in one language both name in full, in alphabetical order."""
    people = people_in(one, language) | people_in(other, language)
    return tuple(sorted(name for name in people if name in one and name in other))


def _alone(text: str, full: set[str]) -> set[str]:
    """Return the words that stand in a text outside its full names."""
    for name in full:
        text = text.replace(name, " ")
    return set(_WORD.findall(text))


def _common(name: str, small: set[str]) -> bool:
    return any(part.lower() in small for part in name.split() if part not in _PARTICLES)
