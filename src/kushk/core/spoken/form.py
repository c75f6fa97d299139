"""The spoken form of a text, and how its characters stand for those of the page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kushk.core.document import Mark, MarkKind
from kushk.core.languages import base
from kushk.core.spoken.numbers import NUMBER, amount, day_in_words, is_one_number, ungrouped, value_of
from kushk.core.spoken.tables import AND, AT, CODES, DOT, LOCAL, MAGNITUDES, MINUS, SHORT, SYMBOLS, TO, UNITS


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of spoken text and the stretch of the page's text for which it stands."""

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """What an engine is given. The pieces cover the text, in order; those of equal length stand letter for letter."""

    text: str
    pieces: tuple[Piece, ...]
    _starts: tuple[int, ...] = field(default=(), repr=False, compare=False)

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the page's characters for a stretch of spoken ones; positions outside the text are taken inside."""
        first = self._source(start, first=True)
        return first, max(first, self._source(end, first=False))

    def _source(self, at: int, *, first: bool) -> int:
        if not self.pieces:
            return 0
        at = min(max(at, 0), len(self.text))
        look_at = at if first else max(0, at - 1)
        piece = self.pieces[max(0, bisect_right(self._starts, look_at) - 1)]
        if piece.end - piece.start == piece.source_end - piece.source_start:
            return min(piece.source_start + at - piece.start, piece.source_end)
        return piece.source_start if first else piece.source_end


Part = tuple[str, int, int]
"""Spoken text, and start and end of what it stands for on the page."""


def made(parts: Sequence[Part]) -> Spoken:
    """Return a spoken form from its parts; those without text are dropped."""
    pieces, at = [], 0
    for text, source_start, source_end in parts:
        if text:
            pieces.append(Piece(at, at + len(text), source_start, source_end))
            at += len(text)
    return Spoken("".join(text for text, _, _ in parts), tuple(pieces), tuple(piece.start for piece in pieces))


def spoken(text: str, language: str, marks: Sequence[Mark] = ()) -> Spoken:
    """Return what a newsreader says of a text.

    Amounts are said with the name of their currency or unit, ranges with a word, what is written short in full; of
    an address on the web its host is said. Emoji, footnote signs, deleted words and what cannot be seen are left out.
    Plain digits stay: engines read them in their own language.

    Args:
        text: a sentence, any characters.
        language: BCP 47 tag.
        marks: those of the sentence; deleted words and raised digits among them are not said.
    """
    parts: list[Part] = []
    at = 0
    for start, end in _unsaid(text, marks):
        parts += _parts(text, at, start, language)
        at = max(at, end)
    parts += _parts(text, at, len(text), language)
    return made(parts)


def _unsaid(text: str, marks: Sequence[Mark]) -> list[tuple[int, int]]:
    def silent(mark: Mark) -> bool:
        raised = mark.kind is MarkKind.SUPERSCRIPT and text[mark.start : mark.end].strip(" []()*†‡,").isdigit()
        return mark.kind is MarkKind.DELETED or raised

    return sorted((mark.start, mark.end) for mark in marks if silent(mark))


def _parts(text: str, start: int, end: int, language: str) -> Iterator[Part]:
    """Yield the parts of a stretch: what a pattern knows is said its way, the rest as it stands."""
    at = start
    for found in _pattern(base(language)).finditer(text, start, end):
        if found.end() == found.start():
            continue
        if found.start() > at:
            yield text[at : found.start()], at, found.start()
        kind = found.lastgroup or ""
        yield from _SAYS[kind](found, language)
        at = found.end()
    if at < end:
        yield text[at:end], at, end


_SYMBOL = "|".join(re.escape(symbol) for symbol in sorted(SYMBOLS, key=len, reverse=True))
_CODE = "|".join(sorted(CODES))
_UNIT = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
_NO_LETTER = r"(?![^\W\d_])"
_HOST = r"(?:[\w-]{1,63}\.){1,6}[^\W\d_]{2,24}"
_EMOJI = "\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\U0001f1e6-\U0001f1ff\U000e0020-\U000e007f\ufe0e\ufe0f\u20e3"
_HIDDEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff"
)
_JOINERS_READ = frozenset("fa ur ps ckb ug hi mr ne bn as gu pa or ta te kn ml si".split())
"""Languages whose words change with the joiners that cannot be seen."""


@lru_cache(maxsize=256)
def _pattern(language: str) -> re.Pattern[str]:
    magnitude = _any_of(MAGNITUDES.get(language, {}))
    short = _any_of(SHORT.get(language, {}))
    joiners = "" if language in _JOINERS_READ else "\u200c\u200d"
    quantity = rf"(?:[\u00a0\u202f ]?(?:{magnitude}){_NO_LETTER})?"
    kinds = (
        rf"(?P<web>(?:https?://|www\.){_HOST}\S{{0,2000}})",
        rf"(?P<mail>[\w.+-]{{1,64}}@{_HOST})",
        rf"(?P<before>(?<![^\W\d_])(?:{_SYMBOL}|(?:{_CODE})(?=[ \u00a0\u202f\d]))[ \u00a0\u202f]?{NUMBER}{quantity})",
        rf"(?P<after>(?<![\d.,]){NUMBER}{quantity}[ \u00a0\u202f]?(?:{_SYMBOL}|{_CODE}){_NO_LETTER})",
        rf"(?P<unit>(?<![\d.,:/]){NUMBER}[ \u00a0\u202f]?(?:{_UNIT})(?![\w/]))",
        r"(?P<clock>(?<!\d)[0-2]?\d[hH][0-5]\d(?!\d))" if language == "fr" else r"(?P<clock>(?!))",
        r"(?P<iso>(?<![\w-])\d{4}-[01]\d-[0-3]\d(?![\w-]))",
        r"(?P<range>(?<=\d)[ ]?\u2013[ ]?(?=\d)|(?<=\d)-(?=\d{1,4}[ ]?[%\u066a\u00b0]))",
        r"(?P<minus>(?<![\w.])[\u2212\u2010-](?=\d))",
        rf"(?P<number>(?<![\w.,]){NUMBER}(?![\w]))",
        rf"(?P<short>(?<!\w)(?:{short})(?!\w))",
        r"(?P<note>\[\d{1,3}\])",
        r"(?P<tag>#(?=\w))",
        r"(?P<and>(?<=\s)&(?=\s))",
        rf"(?P<gone>[{_EMOJI}{_HIDDEN}{joiners}])",
        r"(?P<space>[<>|\\^~_{}\x09-\x0d])",
        r"(?P<again>(?P<mark>[!?.,;:\u2026\u061f\u060c\u3002\uff01\uff1f*=+\u2013\u2014-])(?P=mark)+)",
    )
    return re.compile("|".join(kinds))


def _any_of(words: dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


def _host(found: re.Match[str], language: str) -> Iterator[Part]:
    host = re.sub(r"^https?://|^www\.", "", found[0])
    host = re.sub(r"^www\.", "", re.split(r"[/?#:\s]", host, maxsplit=1)[0]).rstrip(".,;:!?)")
    yield _dotted(host, language), *found.span()


def _mail(found: re.Match[str], language: str) -> Iterator[Part]:
    name, host = found[0].split("@", 1)
    yield f"{_dotted(name, language)} {_word(AT, language)} {_dotted(host, language)}", *found.span()


def _dotted(name: str, language: str) -> str:
    return f" {_word(DOT, language)} ".join(name.split("."))


def _word(table: dict[str, str], language: str) -> str:
    return table.get(base(language), table["en"])


_NUMBER = re.compile(NUMBER)


def _money(found: re.Match[str], language: str) -> Iterator[Part]:
    """Say an amount of money: its number, then its thousands or millions, then the currency as the language has it."""
    number = _NUMBER.search(found[0])
    assert number is not None  # noqa: S101 - the pattern has one
    around = (found[0][: number.start()] + " " + found[0][number.end() :]).split()
    code, larger = _currency_and_magnitude(around, language)
    scale = 1e9 if larger else 1
    said = _amount(number[0], f"currency/{code}", language, scale) if code else ""
    yield from _placed(found, number, said, larger, language)


def _currency_and_magnitude(words: list[str], language: str) -> tuple[str, str]:
    local = LOCAL.get(language.lower(), LOCAL.get(base(language), {}))
    magnitudes = MAGNITUDES.get(base(language), {})
    code, larger = "", ""
    for word in words:
        stripped = word
        for symbol in sorted(SYMBOLS, key=len, reverse=True):
            if not code and (word.startswith(symbol) or word.endswith(symbol)):
                code = local.get(symbol, SYMBOLS[symbol])
                stripped = word.removeprefix(symbol).removesuffix(symbol)
                break
        if word in CODES:
            code, stripped = word, ""
        if stripped in magnitudes:
            larger = f"{larger} {magnitudes[stripped] or stripped}".strip()
    return code, larger


def _unit(found: re.Match[str], language: str) -> Iterator[Part]:
    number = _NUMBER.match(found[0])
    assert number is not None  # noqa: S101 - the pattern begins with one
    unit = found[0][number.end() :].strip("\u00a0\u202f ")
    yield from _placed(found, number, _amount(number[0], UNITS[unit], language), "", language)


def _amount(number: str, skeleton: str, language: str, scale: float = 1) -> str:
    return amount(value_of(number, language) * scale, skeleton, language) if is_one_number(number, language) else ""


_FORMATTED = re.compile(r"[\d.,]*\d")


def _placed(found: re.Match[str], number: re.Match[str], said: str, larger: str, language: str) -> Iterator[Part]:
    """Yield an amount so that its number stands for the number on the page and its words for the rest."""
    start, end = found.span()
    formatted = _FORMATTED.search(said)
    if formatted is None:
        yield found[0], start, end
        return
    first, last = start + number.start(), start + number.end()
    before, after = said[: formatted.start()], said[formatted.end() :]
    yield before, start, first
    yield ungrouped(number[0], language), first if before.strip() else start, last
    yield (f" {larger}" if larger else "") + after, last, end


def _iso(found: re.Match[str], language: str) -> Iterator[Part]:
    yield day_in_words(found[0], language) or found[0], *found.span()


def _clock(found: re.Match[str], _language: str) -> Iterator[Part]:
    hours, minutes = re.split("[hH]", found[0])
    yield f"{hours} heures {minutes.lstrip('0') or ''}".strip(), *found.span()


def _plain_number(found: re.Match[str], language: str) -> Iterator[Part]:
    one = is_one_number(found[0], language)
    yield ungrouped(found[0], language) if one else found[0], *found.span()


def _as(table: dict[str, str]) -> Callable[[re.Match[str], str], Iterator[Part]]:
    def say(found: re.Match[str], language: str) -> Iterator[Part]:
        word = table.get(base(language), "")
        yield f" {word} " if word else found[0], *found.span()

    return say


def _in_full(found: re.Match[str], language: str) -> Iterator[Part]:
    yield SHORT[base(language)][found[0]], *found.span()


def _nothing(_found: re.Match[str], _language: str) -> Iterator[Part]:
    return iter(())


def _space(found: re.Match[str], _language: str) -> Iterator[Part]:
    yield " ", *found.span()


def _once(found: re.Match[str], _language: str) -> Iterator[Part]:
    yield found[0][0], *found.span()


_SAYS: dict[str, Callable[[re.Match[str], str], Iterator[Part]]] = {
    "web": _host,
    "mail": _mail,
    "before": _money,
    "after": _money,
    "unit": _unit,
    "clock": _clock,
    "iso": _iso,
    "range": _as(TO),
    "minus": _as(MINUS),
    "number": _plain_number,
    "short": _in_full,
    "note": _nothing,
    "tag": _space,
    "and": _as(AND),
    "gone": _nothing,
    "space": _space,
    "again": _once,
    "mark": _once,
}
