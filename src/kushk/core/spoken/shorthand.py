"""Shortened words in full, initials without full stops, ordinals in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from kushk.core.abbreviations import NUMBERED, TITLES
from kushk.core.languages import base
from kushk.core.spoken import icu
from kushk.core.spoken.form import LETTERS, Part, Spoken, rewritten
from kushk.core.spoken.tables import shortened as table

_MOST_DIGITS = 4
"""Digits of a number that is said as an ordinal; longer ones are left."""


def shorthand_said(form: Spoken, language: str) -> Spoken:
    """Return a form with shortened words in full and no full stop that ends no sentence."""
    tongue = base(language)
    if tongue in _SHORT_YEARS:
        form = rewritten(form, _SHORT_YEARS[tongue], lambda match: _short_year(match, tongue))
    return rewritten(form, _shortened(tongue), lambda match: _in_full(match, tongue))


def ordinals_said(form: Spoken, language: str) -> Spoken:
    """Return a form with the ordinals that engines take for other numbers in words."""
    tongue = base(language)
    if pattern := _ordinals(tongue):
        form = rewritten(form, pattern, lambda match: _ordinal(match, tongue))
    if pointed := _POINTED.get(tongue):
        form = rewritten(form, pointed, lambda match: _pointed(match, tongue))
    return form


def _any_of(keys: Iterable[str]) -> str:
    ordered = sorted(keys, key=lambda key: (-len(key), key))
    return "|".join(re.escape(key).replace(r"\ ", r"\s?") for key in ordered) or "(?!)"


@lru_cache(maxsize=64)
def _shortened(tongue: str) -> re.Pattern[str]:
    before_number = _any_of(table.BEFORE_NUMBER.get(tongue, {}))
    return re.compile(
        rf"(?<![{LETTERS}.'’-])(?:(?P<numbered>{before_number})(?=\s?[0-9])"
        rf"|(?P<two>{_any_of(table.BEFORE_NAME.get(tongue, {}))})(?![{LETTERS}'’-])"
        rf"|(?P<whole>{_any_of(table.SHORTENED.get(tongue, {}))})(?![{LETTERS}-])(?:\.(?=\s\w))?"
        r"|(?P<initials>(?:[^\W\d_]\.(?:\s?(?=[^\W\d_]\.))?){2,12})(?!\w)"
        r"|(?P<other>[^\W\d_][\w.-]{0,10})\.(?=\s+[\w«“\"(]))"
    )


def _in_full(match: re.Match[str], tongue: str) -> Sequence[Part] | None:
    kind, start, end = str(match.lastgroup), match.start(), match.end()
    ends_text = not match.string[end:].strip("\"'”’»)] ")
    stop = "." if ends_text and match.group().endswith(".") else ""
    if kind == "other":
        return _without_stop(match, tongue)
    if kind == "initials":
        letters = re.sub(r"[.\s]+", " ", match.group()).strip()
        return [(letters + stop, start, end)]
    word = match.group()
    if kind == "numbered":
        said = table.BEFORE_NUMBER[tongue][word]
        return [(said + " " * (end < len(match.string) and match.string[end].isdigit()), start, end)]
    if kind == "two":
        return [(table.BEFORE_NAME[tongue][word][not _before_name(match)] + stop, start, end)]
    key = re.sub(r"\s", "", word)
    words = _words(tongue)
    return [((words.get(key) or words[key.removesuffix(".")]) + stop, start, end)]


@lru_cache(maxsize=64)
def _words(tongue: str) -> dict[str, str]:
    return {key.replace(" ", ""): said for key, said in table.SHORTENED.get(tongue, {}).items()}


def _before_name(match: re.Match[str]) -> bool:
    following = match.string[match.end() : match.end() + 2].lstrip()
    return following[:1].isupper()


def _without_stop(match: re.Match[str], tongue: str) -> Sequence[Part] | None:
    """Drop the full stop after a title, or after a word that numbers follow; leave every other."""
    word = match["other"]
    key = word.casefold()
    titles = TITLES.get(tongue, frozenset()) | TITLES.get("", frozenset())
    numbered = NUMBERED.get(tongue, frozenset()) | NUMBERED.get("", frozenset())
    initial = len(word) == 1 and word.isupper()
    before_digit = match.string[match.end() : match.end() + 2].strip()[:1].isdigit()
    if not (initial or key in titles or (key in numbered and before_digit)):
        return None
    return [(word.replace(".", " "), match.start(), match.end() - 1), ("", match.end() - 1, match.end())]


@lru_cache(maxsize=64)
def _ordinals(tongue: str) -> re.Pattern[str] | None:
    endings, words = table.ORDINAL_ENDINGS.get(tongue), table.ORDINAL_BEFORE.get(tongue, {})
    if not endings:
        return None
    return re.compile(
        rf"(?<![\w.,:/-])(?P<number>[0-9]{{1,{_MOST_DIGITS}}})"
        rf"(?:(?P<ending>{_any_of(endings)})(?![\w-])|(?=\s(?P<word>{_any_of(words)})(?!\w)))"
    )


def _ordinal(match: re.Match[str], tongue: str) -> Sequence[Part] | None:
    word, number = match["word"], match["number"]
    if word and word.startswith("год") and len(number) < _MOST_DIGITS:
        return None
    rules = table.ORDINAL_ENDINGS[tongue][match["ending"]] if match["ending"] else table.ORDINAL_BEFORE[tongue][word]
    if by_next := table.BY_NEXT_WORD.get((match["ending"], tongue)):
        rules = by_next[1] if by_next[0].match(match.string, match.end()) else rules
    said = icu.ordinal(tongue, int(number), rules)
    return [(said, match.start(), match.end())] if said else None


def _short_year(match: re.Match[str], tongue: str) -> Sequence[Part]:
    """Say "2026 г." as the case of the preposition before it asks."""
    plain, after_preposition, prepositions = table.SHORT_YEAR[tongue]
    before = re.search(r"(\w+)\s$", match.string[max(0, match.start() - 8) : match.start()])
    word = after_preposition if before and before[1].casefold() in prepositions else plain
    stop = "." if match.end() == len(match.string) else ""
    year = (match["year"], match.start(), match.end("year"))
    return [year, (f" {word}{stop}", match.end("year"), match.end())]


_SHORT_YEARS = {"ru": re.compile(r"(?<![\w.,])(?P<year>[12][0-9]{3})\s?г\.")}

_POINTED = {
    "de": re.compile(
        rf"(?<!\w)(?P<before>{_any_of(table.DATIVE_BEFORE | table.ARTICLES_BEFORE)})\s"
        r"(?P<number>[0-9]{1,4})\.(?=\s[^\W\d_])",
        re.IGNORECASE,
    ),
    "tr": re.compile(r"(?<![\w.,])(?P<before>)(?P<number>[0-9]{1,4})\.(?=\s[a-zçğıöşü])"),
}
"""Languages in which a full stop after a number makes it an ordinal, and where that is certain."""


def _pointed(match: re.Match[str], tongue: str) -> Sequence[Part] | None:
    rules = "n" if match["before"].casefold() in table.DATIVE_BEFORE else ""
    said = icu.ordinal(tongue, int(match["number"]), rules)
    start, number = match.start(), match.start("number")
    return [(match.string[start:number], start, number), (said, number, match.end())] if said else None
