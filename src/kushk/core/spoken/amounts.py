"""Amounts: money, measures and per cents are said as words after (or before) their number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from kushk.core.languages import base
from kushk.core.spoken import icu
from kushk.core.spoken.figures import NUMBER, decimal_mark
from kushk.core.spoken.form import Part, Spoken, rewritten
from kushk.core.spoken.ranges import WIDE, between
from kushk.core.spoken.tables import measures, money, words
from kushk.core.spoken.tables.words import KNOWN

_NOT_AFTER_LETTER = rf"(?<![^\W{WIDE}\u05d0-\u06ff])(?<![0-9][.,])"
"""Arabic and Hebrew write "and", "in" and "to" as one letter before the number."""
_NOT_BEFORE_LETTER = rf"(?![^\W{WIDE}]|[²³/])"
_SINGLE = re.compile(r"[^\W\d_]")
_MILLION = Decimal(1_000_000)
_CENTS = 2
_VOWELS = frozenset("aeiouéAEIOU")


def amounts_said(form: Spoken, language: str) -> Spoken:
    """Return a form in which "€2.4 million" is "2.4 million euros" and "5 km/h" is "5 kilometers per hour"."""
    if base(language) not in KNOWN:
        return form
    return rewritten(form, _amount(base(language)), lambda match: _said(match, language))


def _any_of(signs: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(signs, key=lambda sign: (-len(sign), sign)))) or "(?!)"


@lru_cache(maxsize=64)
def _amount(tongue: str) -> re.Pattern[str]:
    units = _units(tongue)
    single = [sign for sign in units if _SINGLE.fullmatch(sign)]
    letters = {**money.MONEY_LETTERS[""], **money.MONEY_LETTERS.get(tongue, {})}
    currencies = rf"{_any_of(_currencies(tongue))}|\b(?:{_any_of(money.CODES)})"
    large = _any_of([*money.WHOLE_WORDS.get(tongue, "").split(), *money.LETTERS.get(tongue, {})])
    beside_money = rf"(?(sign)(?:{_any_of(letters)})|(?:{_any_of(letters)})(?=\s?(?:{_any_of('€$£¥₹')})))"
    return re.compile(
        rf"{_NOT_AFTER_LETTER}(?:(?P<sign>%|{currencies})\s?)?"
        rf"(?P<number>(?:{NUMBER}(?:{_any_of(between(tongue))}))?(?P<last>{NUMBER}))(?![0-9]|[.,][0-9])"
        rf"(?:\s?(?P<large>{large}|{beside_money}){_NOT_BEFORE_LETTER})?"
        rf"(?:(?P<after>\s?(?:%|{currencies}|{_any_of(set(units) - set(single))})|\s(?:{_any_of(single)})(?!['’.&]))"
        rf"{_NOT_BEFORE_LETTER})?"
    )


@lru_cache(maxsize=64)
def _units(tongue: str) -> dict[str, str]:
    unused = measures.UNUSED.get(tongue, set())
    everywhere = {sign: unit for sign, unit in measures.UNITS.items() if sign not in unused}
    return {**everywhere, **measures.UNITS_BY_LANGUAGE.get(tongue, {})}


@lru_cache(maxsize=64)
def _currencies(tongue: str) -> dict[str, str]:
    return {**money.SIGNS, **money.SIGNS_BY_LANGUAGE.get(tongue, {})}


def _said(match: re.Match[str], language: str) -> Sequence[Part] | None:
    """Return the parts of an amount: a word before the number, the number, and what comes after it."""
    tongue = base(language)
    sign = (match["sign"] or match["after"] or "").strip()
    number = icu.decimal(match["last"], decimal_mark(language))
    letters = match["large"] or ""
    if number is None or not (sign or letters):
        return None
    large = _large(letters, number, language) if letters else ""
    counted = _counted(match, number, large, tongue)
    around = _named(sign, counted, language) if sign else ("", "")
    around = _of(around, large, tongue) if sign in _currencies(tongue) or sign in money.CODES else around
    if around is None:
        return None
    start, first, last, end = match.start(), match.start("number"), match.end("number"), match.end()
    if match["sign"] and match["after"]:
        end = match.start("after")
    is_there = bool(around[0]) and match.string.endswith(around[0], 0, start)
    head = ("" if is_there else around[0], start, first)
    if not large:
        return [head, *_coins(match, around[1], tongue, end), (match.string[end : match.end()], end, match.end())]
    middle = (match["number"], first, last)
    word = (match.string[last : match.end("large")], last, match.end("large"))
    is_glued = match.end("number") == match.start("large") and letters.isascii()
    if large != letters or is_glued:
        word = (f" {large}", last, match.end("large"))
    return [head, middle, word, (around[1], word[2], end), (match.string[end : match.end()], end, match.end())]


def _coins(match: re.Match[str], suffix: str, tongue: str, end: int) -> Sequence[Part]:
    """Return a number and what comes after it, "3 dollars 50" where a language says money so."""
    first, last = match.span("number")
    whole, mark, coins = match["number"].replace(",", ".").partition(".")
    if not _has_coins(match, tongue):
        return [(match["number"], first, last), (suffix, last, end)]
    tail = suffix if coins == "00" else f"{suffix}{money.CENTS[tongue]}{coins}"
    return [(whole, first, first + len(whole)), (tail, first + len(whole + mark), end)]


def _has_coins(match: re.Match[str], tongue: str) -> bool:
    whole, _, coins = match["number"].replace(",", ".").partition(".")
    sign = (match["sign"] or match["after"] or "").strip()
    is_money = tongue in money.CENTS and (sign in _currencies(tongue) or sign in money.CODES)
    return is_money and len(coins) == _CENTS and whole.isdigit() and int(whole[:9]) > 0


def _large(letters: str, number: Decimal, language: str) -> str:
    """Return the word for a large number, which may be there already."""
    tongue = base(language)
    powers = {
        **money.MONEY_LETTERS[""],
        **money.MONEY_LETTERS.get(tongue, {}),
        **money.LETTERS.get(tongue, {}),
    }
    power = powers.get(letters)
    if power is None or letters in money.WHOLE_WORDS.get(tongue, "").split():
        return letters
    return icu.magnitude(language, number, power) or money.PLAIN_MAGNITUDES.get(tongue, {}).get(power, letters)


def _counted(match: re.Match[str], number: Decimal, large: str, tongue: str) -> Decimal:
    """Return the number by which a plural is chosen: "a 5 dollar note", "3 dollars 50", "5 million dollars"."""
    before = match.string[max(0, match.start() - 4) : match.start()]
    if tongue in words.ONE_AFTER and words.ONE_AFTER[tongue].search(before):
        return Decimal(1)
    if large:
        return _MILLION
    return Decimal(int(number)) if _has_coins(match, tongue) else number


def _named(sign: str, number: Decimal, language: str) -> icu.Around | None:
    tongue = base(language)
    unit = measures.PERCENT if sign == "%" else _units(tongue).get(sign)
    code = _currencies(tongue).get(sign) or (sign if sign in money.CODES else None)
    if code is not None:
        return _currency(code, number, language)
    if unit is None:
        return None
    return measures.SAID.get((tongue, unit)) or icu.around(
        f"measure-unit/{unit} unit-width-full-name", language, number
    )


def _currency(code: str, number: Decimal, language: str) -> icu.Around | None:
    tongue = base(language)
    if first := money.FIRST.get(tongue, {}).get(code):
        return f"{first} ", ""
    if code == "$" and language in money.PESOS:
        return "", f" {icu.formatted(money.PESOS[language], language, number)}"
    if everyday := money.EVERYDAY.get(code, {}).get(tongue):
        return "", f"{money.SPACE.get(tongue, ' ')}{icu.formatted(everyday, language, number)}"
    return icu.around(f"currency/{money.OFFICIAL.get(code, code)} unit-width-full-name", language, number)


def _of(around: icu.Around | None, large: str, tongue: str) -> icu.Around | None:
    if around is None or not large or tongue not in money.OF or large in money.WITHOUT_OF:
        return around
    name = around[1].lstrip()
    return around[0], f" {money.OF[tongue][name[:1] in _VOWELS]}{name}"
