"""The pieces that models read and write, and where each of them stands in a text. Pure."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kushk.engines.translation.interface import Link

Stretch = tuple[int, int]
"""Characters ``[start, end)`` of a text."""

SPECIAL = re.compile(r"<(?!0x[0-9A-F]{2}>)[^<>\s]*>|>>[^<>\s]*<<|[a-z]{3}_[A-Z][a-z]{3}|__\w+__")
"""Tokens that stand for no text: marks of begin and end, names of languages."""

_BYTE = re.compile(r"<0x([0-9A-F]{2})>")
_SPACE = "▁"
_CLAUSE_END = re.compile(r"[,;:—–،؛](?=\s)|[、，；：。।]")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Scripts that put no space between words: Thai, Lao, Burmese, Khmer, Kana, Han."""
_LEAST = 0.15
"""Of a word's attention, what its best source word must have to be taken for its origin; chosen, not measured."""


@dataclass(frozen=True, slots=True)
class Token:
    """What a model is given, and the stretch of the text that it stands for, if any."""

    text: str
    at: Stretch | None = None


def plain(text: str) -> str:
    """Return a text that every library takes, as long as before: no surrogates, no control characters."""
    kinds = {"Cs": "\ufffd", "Cc": " "}
    return "".join(kinds.get(unicodedata.category(each), each) for each in text)


def places_of_bytes(text: str) -> list[int]:
    """Return the number of the character that each byte of the text in UTF-8 belongs to, and its end."""
    places: list[int] = []
    for number, character in enumerate(text):
        places += [number] * len(character.encode())
    return [*places, len(text)]


def spelled(tokens: Sequence[str]) -> tuple[str, list[Stretch]]:
    """Return the text that a model wrote and where each of its tokens stands."""
    text, at = "", []
    waiting: list[int] = []  # bytes of a character that has no piece of its own
    for number, token in enumerate(tokens):
        if found := _BYTE.fullmatch(token):
            waiting.append(int(found[1], 16))
            following = tokens[number + 1] if number + 1 < len(tokens) else ""
            said = "" if _BYTE.fullmatch(following) else bytes(waiting).decode("utf-8", "replace")
        else:
            said = "" if SPECIAL.fullmatch(token) else token.replace(_SPACE, " ")
        if said:
            waiting = []
        if not text or text.endswith(" "):
            said = said.lstrip(" ")
        at.append((len(text), len(text) + len(said)))
        text += plain(said)
    end = len(text.rstrip())
    return text[:end], [(min(first, end), min(last, end)) for first, last in at]


def words(text: str, pieces: Sequence[Stretch]) -> list[Stretch]:
    """Return the words of a text and its other marks; in scripts without spaces its pieces are taken for words."""
    starts = {first for first, _ in pieces}
    found: list[Stretch] = []
    before = ""
    for place, character in enumerate(text):
        kind = _kind(character)
        split = place in starts and _UNSPACED.match(character)
        if kind != " " and kind == before and not split:
            found[-1] = (found[-1][0], place + 1)
        elif kind != " ":
            found.append((place, place + 1))
        before = kind
    return found


def _kind(character: str) -> str:
    if character.isspace():
        return " "
    return "w" if unicodedata.category(character)[0] in "LMN" or character in "'’-\u200c\u200d" else "."


def links(
    attention: Sequence[Sequence[float]],
    source: Sequence[Stretch | None],
    target: Sequence[Stretch],
    text: str,
    made: str,
) -> tuple[Link, ...]:
    """Return for each word of a translation the source word to which the model paid most attention.

    Args:
        attention: a row for each token that it wrote, a column for each that it read.
        source: where the tokens that it read stand; None for those that stand for no text.
        target: where those that it wrote stand.
        text: that it read.
        made: that it wrote.
    """
    from_words = words(text, [at for at in source if at])
    to_words = words(made, target)
    columns = _shares(source, from_words)
    found = []
    for (start, end), tokens in zip(to_words, _tokens_of(target, to_words), strict=True):
        weights = [0.0] * len(from_words)
        total = 0.0
        for token in tokens:
            total += sum(attention[token])
            for column, word, share in columns:
                weights[word] += attention[token][column] * share
        best = max(range(len(weights)), key=weights.__getitem__, default=-1)
        if best >= 0 and weights[best] > _LEAST * total:
            found.append(Link(*from_words[best], start, end))
    return tuple(found)


def _shares(tokens: Sequence[Stretch | None], found: Sequence[Stretch]) -> list[tuple[int, int, float]]:
    """Return (token, word, share of the token's characters that are in the word)."""
    shares = []
    for token, at in enumerate(tokens):
        inside = [(word, _common(at, found[word])) for word in _near(at, found)] if at else []
        every = sum(common for _, common in inside)
        shares += [(token, word, common / every) for word, common in inside if common]
    return shares


def _tokens_of(tokens: Sequence[Stretch], found: Sequence[Stretch]) -> list[list[int]]:
    holding: list[list[int]] = [[] for _ in found]
    for token, word, _ in _shares(tokens, found):
        holding[word].append(token)
    return holding


def _near(at: Stretch, found: Sequence[Stretch]) -> Iterator[int]:
    """Yield the numbers of the words that a stretch may touch."""
    number = max(bisect_left(found, (at[0], at[0])) - 1, 0)
    while number < len(found) and found[number][0] < at[1]:
        yield number
        number += 1


def _common(one: Stretch, other: Stretch) -> int:
    return max(min(one[1], other[1]) - max(one[0], other[0]), 0)


def clauses(text: str, places: Sequence[int], most: int) -> list[Stretch] | None:
    """Cut a text behind marks of clauses so that no part has more pieces than a model takes.

    Args:
        text: one sentence.
        places: where its pieces begin, rising.
        most: pieces of a part.

    Returns:
        The parts, without the spaces between them; None when a clause alone is too long.
    """
    ends = [*(found.end() for found in _CLAUSE_END.finditer(text)), len(text)]
    parts: list[Stretch] = []
    start = last = 0
    for end in ends:
        if bisect_left(places, end) - bisect_left(places, start) > most:
            if last == start:
                return None
            parts.append((start, last))
            start = last
        if bisect_left(places, end) - bisect_left(places, start) > most:
            return None
        last = end
    parts.append((start, len(text)))
    return [trimmed for part in parts if (trimmed := _trimmed(text, part))[0] < trimmed[1]]


def _trimmed(text: str, part: Stretch) -> Stretch:
    said = text[part[0] : part[1]]
    start = part[0] + len(said) - len(said.lstrip())
    return start, max(start, part[0] + len(said.rstrip()))
