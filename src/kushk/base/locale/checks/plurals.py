"""Are placeholders kept, and is every plural of the language there?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from babel import Locale

from kushk.base.locale.checks.model import Entry
from kushk.base.locale.icu import formatted
from kushk.base.locale.patterns import BadPattern, Pattern, Text, Value, parsed, values
from kushk.base.locale.tables import pinned

SAMPLES = (0, 1, 2, 3, 5, 11, 21, 100, 101, 1_000_000)

_CASES = ("zero", "one", "two", "few", "many", "other")
_ECHO = "{{n, plural, {}}}".format(" ".join(f"{case} {{{case}}}" for case in _CASES))
_FOREIGN = re.compile(r"%\(\w+\)|%[sd]\b|%[^%\n]+%|\$\{|\{\{|\}\}")
"""Placeholders of other systems; a translated one looks like this as well."""


def categories(tag: str) -> frozenset[str]:
    """Return CLDR's plural cases of a language, as Babel has them."""
    return frozenset(Locale.parse(tag, sep="-").plural_form.tags) | {"other"}


@cache
def case_of(number: float, tag: str) -> str:
    """Return the plural case of a number as ICU has it."""
    return formatted(_ECHO, pinned(tag), {"n": number})


@cache
def numbers_of(case: str, tag: str) -> frozenset[int]:
    """Return which of the first thousand whole numbers, and of the samples, take a plural case."""
    return frozenset(number for number in (*range(1001), *SAMPLES) if case_of(number, tag) == case)


def broken(entry: Entry, tag: str) -> Iterator[tuple[str, str]]:
    """Complain of what is no pattern, and of what ICU cannot format."""
    try:
        tree = parsed(entry.text)
        for number in SAMPLES:
            filled = formatted(entry.text, pinned(tag), {value.name: _sample(value, number) for value in values(tree)})
            if re.search(r"[{}]", filled):
                yield "pattern", f"a brace is left in {filled!r}"
    except (BadPattern, ValueError) as error:
        yield "pattern", str(error) or "ICU cannot read it"


def placeholders(entry: Entry, _: str) -> Iterator[tuple[str, str]]:
    """Complain of placeholders that were lost, made up, repeated or translated."""
    wanted, found = _named(parsed(entry.msgid)), _named(entry.tree)
    if set(wanted) != set(found):
        lost, new = sorted(set(wanted) - set(found)), sorted(set(found) - set(wanted))
        yield "placeholders", f"lost {lost}, new {new}"
    elif not any(value.cases for value in values(entry.tree)) and wanted != found:
        yield "placeholders", "one is said twice"
    for foreign in _FOREIGN.findall(entry.text):
        if foreign not in entry.msgid:
            yield "placeholders", f"{foreign!r} looks like a placeholder of another system"


def plural_cases(entry: Entry, tag: str) -> Iterator[tuple[str, str]]:
    """Complain of plurals that do not name exactly the language's cases, or that hide their number."""
    for value in values(entry.tree):
        if value.kind != "plural":
            continue
        named = {case for case, _ in value.cases if not case.startswith("=")}
        if named != categories(tag):
            yield "plural-cases", f"has {sorted(named)}, needs {sorted(categories(tag))}"
        for case, tree in value.cases:
            if not _shows_number(tree, value.name) and _is_for_many(case, tag):
                yield "plural-number", f"the case {case!r} holds for several numbers and shows none"
    if any(value.kind == "plural" for value in values(parsed(entry.msgid))):
        yield from _lost_plural(entry)


def _lost_plural(entry: Entry) -> Iterator[tuple[str, str]]:
    counted = [value for value in values(entry.tree) if value.kind in {"plural", "number"}]
    if not counted:
        yield "plural-cases", "the English text counts and the translation does not"


def _is_for_many(case: str, tag: str) -> bool:
    return not case.startswith("=") and len(numbers_of(case, tag)) != 1


def _shows_number(tree: Pattern, name: str) -> bool:
    texts = "".join(part.text for part in tree if isinstance(part, Text))
    return "#" in texts or any(isinstance(part, Value) and part.name == name for part in tree)


def _named(tree: Pattern) -> Counter[str]:
    return Counter(value.name for value in values(tree))


def _sample(value: Value, number: int) -> int | str:
    return number if value.kind in {"plural", "number", "selectordinal"} else "X"
