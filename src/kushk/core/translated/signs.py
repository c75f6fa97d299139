"""Everything in a translation that is no word: brackets, question marks, mark-up, scripts, control characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import category

from kushk.core.languages import base, script_of
from kushk.core.scripts import scripts_of, writes
from kushk.core.translated.wording import LATIN, words_of

_PAIRS = dict(zip(")]}）］｝】〕", "([{([{【〔", strict=True))
"""Closing brackets and what opens them. 「 and 《 are quotation marks: a quotation may end in another sentence."""

_OPENING = str.maketrans("（［｛", "([{")
_BRACKET = re.compile("[" + re.escape("".join(_PAIRS) + "".join(_PAIRS.values()) + "（［｛") + "]")
_LISTED = re.compile(r"^\W{0,3}[A-Za-z0-9]{1,2}[)）]|[:;]-?[()]")
"""What is no bracket: "a)" at the beginning, smileys."""


@dataclass(frozen=True, slots=True)
class Brackets:
    """The brackets of a text."""

    pairs: int
    balanced: bool


def brackets(text: str) -> Brackets:
    """Return how many brackets a text closes, and whether each is closed, in order and by its like."""
    opened: list[str] = []
    closed, balanced = 0, True
    for mark in _BRACKET.findall(_LISTED.sub("", text).translate(_OPENING)):
        if mark not in _PAIRS:
            opened.append(mark)
        elif opened and opened[-1] == _PAIRS[mark]:
            opened.pop()
            closed += 1
        else:
            balanced = False
    return Brackets(closed, balanced and not opened)


_QUESTION = "?？؟՞፧;⁇⁉"
_ASKING = re.compile(rf"[{_QUESTION}][\W_]*$")
_MAY_LACK_MARK = frozenset({"th", "lo", "km", "my", "ja", "bo"})


def asks(text: str) -> bool:
    """Say whether a sentence ends with a question mark."""
    return bool(_ASKING.search(text.replace(";", ".")[-12:]))


def may_ask(text: str, language: str) -> bool:
    """Say whether a text has a question mark, or is in a language that asks without one."""
    marks = _QUESTION if base(language) == "el" else _QUESTION.replace(";", "")
    return base(language) in _MAY_LACK_MARK or any(mark in text for mark in marks)


_MARKUP = re.compile(
    r"</?[a-zA-Z][^<>]{0,200}>|<!--|&(?:[a-zA-Z]{2,8}|#\d{1,7}|#x[0-9a-fA-F]{1,6});|\[\[|\]\]|\{\{|\}\}|\]\(|"
    r"\*\*|__|```|⟦|⟧|<\|[^|<>]{1,40}\|>|[▁⁇]|@@(?=\s)|<unk>|\\[nrtu](?![a-z])"
)
"""Tags, entities, templates, Markdown, and what engines leave of their own: pieces of words, unknown words."""


def new_mark_up(source: str, target: str) -> str:
    """Return the first bit of mark-up that a translation has and its original has not."""
    there = set(_MARKUP.findall(source))
    return next((found for found in _MARKUP.findall(target) if found not in there), "")


_FEWEST_FOREIGN = 6
_OWN_SHARE = 0.4
_BEYOND_LATIN = re.compile(r"[^\x00-\u02af\u1e00-\u1eff\u2000-\u22ff]")
_FEWEST_STRANGE = 2


def foreign_script(source: str, target: str, language: str) -> str:
    """Return a script (ISO 15924) that a translation should not be written in, empty where all is well.

    Latin words that stand in the original as well do not count: they are names.
    """
    if not _BEYOND_LATIN.search(target) and _writes(language, "Latn"):
        return ""
    kept = {word for word in words_of(source) if LATIN.match(word)}
    counts = scripts_of(" ".join(word for word in words_of(target) if word not in kept))
    foreign = {script: count for script, count in counts.items() if not _writes(language, script)}
    if not foreign:
        return ""
    first = max(foreign, key=lambda script: foreign[script])
    own = sum(counts.values()) - sum(foreign.values())
    if foreign[first] >= _FEWEST_FOREIGN and own < _OWN_SHARE * sum(counts.values()):
        return first
    there = scripts_of(source)
    strange = {script: count for script, count in foreign.items() if script != "Latn" and script not in there}
    return next((script for script, count in strange.items() if count >= _FEWEST_STRANGE), "")


_NAMED = {"Hans": ("Hani",), "Hant": ("Hani",), "Jpan": ("Hani", "Kana"), "Kore": ("Hang", "Hani")}


def _writes(language: str, script: str) -> bool:
    named = script_of(language)
    if named:
        return script in _NAMED.get(named, (named,))
    return writes(base(language), script)


_DIRECTING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffd\ufeff\u2028\u2029")
_UNSEEN = frozenset({"Cc", "Cs", "Co", "Cn"})


def new_controls(source: str, target: str) -> Sequence[str]:
    """Return the characters of a translation that command or mean nothing, as far as its original lacks them."""
    different = set(target) - set(source)
    return sorted(mark for mark in different if mark in _DIRECTING or (mark != "\t" and category(mark) in _UNSEEN))
