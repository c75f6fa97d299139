"""ICU MessageFormat patterns as trees: what is text, what is a value, what is said in which case.

Reads what the catalogues may hold: text, ``{name}``, ``{name, number}``, ``{name, plural, one {…} other {…}}`` and
``{name, select, …}``, one inside the other. Apostrophes are text: catalogues write ’, since ICU quotes with '.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_BRANCHED = frozenset({"plural", "select", "selectordinal"})
_OPENING = re.compile(r"\{\s*(\w+)\s*")
_KIND = re.compile(r",\s*(\w+)\s*")
_SELECTOR = re.compile(r"\s*(=\d+|\w+)\s*")


class BadPattern(ValueError):
    """A text that is no ICU MessageFormat pattern."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words that are shown as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Value:
    """A placeholder, with the cases that it chooses between; ``source`` is how a placeholder without cases stands."""

    name: str
    kind: str
    source: str
    cases: tuple[tuple[str, Pattern], ...] = ()


Pattern = tuple[Text | Value, ...]


def parsed(pattern: str) -> Pattern:
    """Return the tree of a pattern.

    Raises:
        BadPattern: a brace is missing, or a case is named without its text.
    """
    tree, end = _message(pattern, 0)
    if end != len(pattern):
        raise BadPattern(f"a }} too many at character {end}")
    return tree


def written(tree: Pattern, change: Callable[[str], str] = str) -> str:
    """Return the pattern of a tree, its texts changed by a function. ``#`` is no text: it stands for the number."""
    return "".join(change(part.text) if isinstance(part, Text) else _value_written(part, change) for part in tree)


def values(tree: Pattern) -> Iterator[Value]:
    """Yield every placeholder, those inside cases too."""
    for part in tree:
        if isinstance(part, Value):
            yield part
            for _, inner in part.cases:
                yield from values(inner)


def texts(tree: Pattern) -> Iterator[str]:
    """Yield every text, those inside cases too; there ``#`` is still the number."""
    for part in tree:
        if isinstance(part, Text):
            yield part.text
        else:
            for _, inner in part.cases:
                yield from texts(inner)


def _value_written(value: Value, change: Callable[[str], str]) -> str:
    if not value.cases:
        return value.source
    cases = " ".join(f"{name} {{{written(tree, _around_number(change))}}}" for name, tree in value.cases)
    return f"{{{value.name}, {value.kind}, {cases}}}"


def _around_number(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: "#".join(change(part) for part in text.split("#"))


def _message(pattern: str, at: int) -> tuple[Pattern, int]:
    """Read texts and values up to the end or to a closing brace."""
    parts: list[Text | Value] = []
    start = at
    while at < len(pattern) and pattern[at] != "}":
        if pattern[at] != "{":
            at += 1
            continue
        if at > start:
            parts.append(Text(pattern[start:at]))
        value, at = _value(pattern, at)
        parts.append(value)
        start = at
    if at > start:
        parts.append(Text(pattern[start:at]))
    return tuple(parts), at


def _value(pattern: str, at: int) -> tuple[Value, int]:
    opening = _OPENING.match(pattern, at)
    if opening is None:
        raise BadPattern(f"no name after {{ at character {at}")
    kind = _KIND.match(pattern, opening.end())
    if kind and kind[1] in _BRANCHED:
        cases, end = _cases(pattern, kind.end())
        return Value(opening[1], kind[1], "", cases), end
    end = pattern.find("}", opening.end())
    if end < 0 or pattern.find("{", opening.end(), end) >= 0 or (kind is None and opening.end() != end):
        raise BadPattern(f"{{{opening[1]} is not closed")
    return Value(opening[1], kind[1] if kind else "", pattern[at : end + 1]), end + 1


def _cases(pattern: str, at: int) -> tuple[tuple[tuple[str, Pattern], ...], int]:
    if pattern[at : at + 1] != ",":
        raise BadPattern(f"no cases at character {at}")
    cases = []
    at += 1
    while found := _SELECTOR.match(pattern, at):
        if pattern[found.end() : found.end() + 1] != "{":
            raise BadPattern(f"no text for the case {found[1]}")
        tree, at = _message(pattern, found.end() + 1)
        if pattern[at : at + 1] != "}":
            raise BadPattern(f"the case {found[1]} is not closed")
        cases.append((found[1], tree))
        at += 1
    closing = re.compile(r"\s*\}").match(pattern, at)
    if closing is None or not cases:
        raise BadPattern(f"the cases are not closed at character {at}")
    return tuple(cases), closing.end()
