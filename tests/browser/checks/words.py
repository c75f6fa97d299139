"""Words: each in the language that it stands under, names said once, numbers with the right plural."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import polib
from playwright.sync_api import Page
from tests.browser.checks.asking import ask

from kushk.base import locale
from kushk.base.locale.catalogue import FOLDER
from kushk.base.locale.checks.allowed import KEPT
from kushk.base.locale.icu import formatted

Piece = dict[str, Any]
"""A text with what ``pieces.js`` knows of it."""

COUNTS = (*range(13), 20, 21, 22, 25, 59)
"""Numbers that bring out every plural form of every language."""

_WORD = r"[^\W\d_][^\s\d()،,;:·]*"
_NUMBER_AND_WORD = re.compile(
    rf"(?<![\w.,:/-])(?P<after>\d+)\s?(?P<word>{_WORD})|(?P<ahead>{_WORD})\s(?P<before>\d+)(?![\w.,:/-])"
)
_MARKS = "\u2066\u2067\u2068\u2069\u200e\u200f"
_PLACEHOLDER = re.compile(r"\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
_STEM = 3
"""Letters that a wrong plural shares with the right one: "1 mins" and "1 min"."""
_LONGEST_ENDING = 2
_SHORTEST_PART = 8
"""Letters of an English message around its placeholders that are told again when they are met on a page."""
_SHORTEST_NAME = 3


_NAMES = {"".join(filter(str.isalpha, name)) for name in KEPT}
"""Letters of names that every language writes in Latin: what is left of MP3."""


def pieces(page: Page) -> list[Piece]:
    """Return every text of the page's body and of attributes that are read out."""
    return ask(page, "pieces")


def strays(found: Iterable[Piece]) -> list[str]:
    """Return texts with letters that the script of their language does not have: words that nobody marked."""
    return [
        f"stray “{each['strays'][:60]}” under lang={each['language']!r} ({each['kind']}): {each['where']}"
        for each in found
        if each["strays"] and each["strays"] not in _NAMES
    ]


def left_in_english(page: Page, found: Iterable[Piece], interface: str) -> list[str]:
    """Return texts of the stand that were not translated, though the script may be the same: English in a French page.

    A text that the stand itself marks as English for want of a translation counts too: it is marked, but a fault.
    """
    if interface == locale.INTERFACES[0]:
        return []
    whole, parts = _english(interface)
    tag = page.evaluate("document.documentElement.lang")

    def english(text: str) -> bool:
        return text in whole or any(part in text for part in parts)

    complaints = [
        f"English “{each['text'][:60]}” ({each['kind']}): {each['where']}"
        for each in found
        if each["fallback"] or (each["language"] == tag and not each["kept"] and english(each["text"]))
    ]
    return complaints + [f"English “{text[:60]}” outside the body" for text in ask(page, "head") if english(text)]


@lru_cache(maxsize=32)
def _english(interface: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the English messages that this language says otherwise: whole ones, and the parts of those with values."""
    whole, parts, own = set(), set(), set()
    for entry in polib.pofile(str(FOLDER / interface / "LC_MESSAGES" / "django.po")):
        own.add(entry.msgstr)
        if "{" not in entry.msgid:
            whole.add(entry.msgid)
        elif "plural," not in entry.msgid:
            parts |= {part.strip() for part in _PLACEHOLDER.split(entry.msgid)}
    spoken = "\n".join(own)
    long = {part for part in parts if len(part) >= _SHORTEST_PART and part not in spoken}
    return frozenset(whole - own), frozenset(long)


def said_twice(found: Iterable[Piece]) -> list[str]:
    """Return what one card says twice: in its text and for a picture, or for the eye and again for the ear."""
    cards: dict[int, list[Piece]] = {}
    for each in found:
        if each["card"] >= 0 and len(each["text"]) >= _SHORTEST_NAME and each["eye"] == "both" and not each["found"]:
            cards.setdefault(each["card"], []).append(each)
    complaints = []
    for card in cards.values():
        counted = Counter(each["text"] for each in card)
        complaints += [f"said twice in one card: “{text[:60]}”" for text, times in counted.items() if times > 1]
        names = {each["text"] for each in card if each["kept"] and each["kind"] == "text"}
        complaints += [
            f"name said again for the ear: “{name}” in “{each['text'][:60]}”"
            for name in names
            for each in card
            if each["ear"] and name in each["text"] and name != each["text"]
        ]
    return complaints


def wrong_plurals(found: Iterable[Piece], interface: str) -> list[str]:
    """Return counted words of the stand that are not in the form which their number takes."""
    words = _counted(interface)
    return [
        f"wrong plural “{number} {word}”: {each['where']}"
        for each in found
        if not each["code"] and not each["told"] and not each["time"]
        for number, word in _pairs(each["text"])
        if (number, word) not in _right(number, interface) and _is_counted(word, words)
    ]


def _is_counted(word: str, words: frozenset[str]) -> bool:
    """Tell whether a word is one that the stand counts, or a form that it might take by mistake."""
    return word in words or any(
        len(each) >= _STEM
        and word.startswith(each[: max(_STEM, len(each) - _LONGEST_ENDING)])
        and abs(len(word) - len(each)) <= min(_LONGEST_ENDING, len(each) - _STEM + 1)
        for each in words
    )


@lru_cache(maxsize=32)
def _counted(interface: str) -> frozenset[str]:
    """Return every word that the stand counts in a language, in all its forms."""
    return frozenset(word for count in COUNTS for _, word in _right(count, interface))


@lru_cache(maxsize=4096)
def _right(count: int, interface: str) -> frozenset[tuple[int, str]]:
    """Return a number with each word that it takes, as the stand's one ICU and its catalogue say them."""
    said = [locale.duration(each, interface, width) for each in (count, 60 * count) for width in ("long", "short")]
    said += [locale.minutes(count, interface, width) for width in ("long", "short")]
    said += [formatted(text, locale.pinned(interface), {"count": count}) for text in _counting(interface)]
    return frozenset(pair for text in said for pair in _pairs(text))


@lru_cache(maxsize=32)
def _counting(interface: str) -> tuple[str, ...]:
    """Return the messages of a language that are about a number alone."""
    catalogue = polib.pofile(str(FOLDER / interface / "LC_MESSAGES" / "django.po"))
    return tuple(each.msgstr for each in catalogue if re.fullmatch(r"\{count, plural, .*\}", each.msgid, re.DOTALL))


def _pairs(text: str) -> list[tuple[int, str]]:
    """Return each number with the word that follows it, or else comes before it."""
    plain = text.translate(dict.fromkeys(map(ord, _MARKS)))
    return [
        (int(found["after"] or found["before"]), (found["word"] or found["ahead"]).rstrip(".").casefold())
        for found in _NUMBER_AND_WORD.finditer(plain)
    ]
