"""What became of each sentence between two revisions of a story."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import chain

from kushk.core.document import Document, Sentence
from kushk.core.identity import normalised


class ChangeKind(StrEnum):
    """What happened to a sentence."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence's fate. ``old`` is missing for an added sentence, ``new`` for a removed one."""

    kind: ChangeKind
    old: Sentence | None = None
    new: Sentence | None = None
    old_spans: tuple[tuple[int, int], ...] = ()
    """Of a changed sentence: the stretches of the old text that are gone."""
    new_spans: tuple[tuple[int, int], ...] = ()
    """Of a changed sentence: the stretches of the new text that were not there."""


def diff(old: Document, new: Document) -> tuple[Change, ...]:
    """Return what became of every sentence, in reading order.

    The old sentences of the result, one after the other, are the old document's, and the new ones the new document's.
    A removed and an added sentence that face each other and share words are one changed sentence.
    """
    return tuple(_changes(list(old.sentences()), list(new.sentences())))


def _changes(old: list[Sentence], new: list[Sentence]) -> Iterator[Change]:
    at_old = at_new = 0
    for kept_old, kept_new in chain(_anchors(old, new), [(len(old), len(new))]):
        yield from _gap(old[at_old:kept_old], new[at_new:kept_new])
        if kept_old < len(old):
            yield Change(ChangeKind.KEPT, old[kept_old], new[kept_new])
        at_old, at_new = kept_old + 1, kept_new + 1


def _anchors(old: Sequence[Sentence], new: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Return the longest run of sentences that both have in the same order, as pairs of places.

    Ids are unique in a document, so the longest common subsequence is the longest rising run of places, found in
    n log n steps (patience sorting) whatever the documents hold. Equal ends are taken first, as readers would.
    """
    start, stop = 0, min(len(old), len(new))
    while start < stop and old[start].id == new[start].id:
        start += 1
    tail = 0
    while tail < stop - start and old[-1 - tail].id == new[-1 - tail].id:
        tail += 1
    places = _unique_places(new[start : len(new) - tail], start)
    middle = _unique_places(old[start : len(old) - tail], start)
    pairs = [(place, places[name]) for name, place in middle.items() if name in places]
    ends = zip(range(len(old) - tail, len(old)), range(len(new) - tail, len(new)), strict=True)
    return [*((place, place) for place in range(start)), *_longest_rising(pairs), *ends]


def _unique_places(sentences: Sequence[Sentence], first: int) -> dict[str, int]:
    counted = Counter(sentence.id for sentence in sentences)
    return {sentence.id: first + place for place, sentence in enumerate(sentences) if counted[sentence.id] == 1}


def _longest_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest selection of pairs, ordered by their first places, whose second places rise."""
    lowest: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(lowest, place)
        before.append(last[length - 1] if length else -1)
        lowest[length : length + 1] = [place]
        last[length : length + 1] = [number]
    chosen = []
    number = last[-1] if last else -1
    while number >= 0:
        chosen.append(pairs[number])
        number = before[number]
    return chosen[::-1]


_WIDEST_GAP = 2_500
"""Pairs that are compared in one gap; a wider gap is a rewritten story and is shown as removed and added."""

_ALIKE = 0.4
"""Share of words in common (Dice) from which two sentences that face each other are one changed sentence."""


def _gap(removed: list[Sentence], added: list[Sentence]) -> Iterator[Change]:
    pairs = _facing(removed, added) if len(removed) * len(added) <= _WIDEST_GAP else []
    at_removed = at_added = 0
    for one, other in [*pairs, (len(removed), len(added))]:
        yield from (Change(ChangeKind.REMOVED, old=sentence) for sentence in removed[at_removed:one])
        yield from (Change(ChangeKind.ADDED, new=sentence) for sentence in added[at_added:other])
        if one < len(removed):
            yield _changed(removed[one], added[other])
        at_removed, at_added = one + 1, other + 1


def _facing(removed: list[Sentence], added: list[Sentence]) -> list[tuple[int, int]]:
    """Return the pairs, in order, whose likeness sums up highest (the alignment of Needleman and Wunsch)."""
    ours = [Counter(_folded_words(sentence.text)) for sentence in removed]
    theirs = [Counter(_folded_words(sentence.text)) for sentence in added]
    best = [[0.0] * (len(added) + 1) for _ in range(len(removed) + 1)]
    alike = [[_likeness(one, other) for other in theirs] for one in ours]
    for one in reversed(range(len(removed))):
        for other in reversed(range(len(added))):
            paired = best[one + 1][other + 1] + alike[one][other] if alike[one][other] >= _ALIKE else 0.0
            best[one][other] = max(paired, best[one + 1][other], best[one][other + 1])
    return list(_walk(best))


def _walk(best: list[list[float]]) -> Iterator[tuple[int, int]]:
    one = other = 0
    while one < len(best) - 1 and other < len(best[0]) - 1:
        here = best[one][other]
        if here == best[one + 1][other]:
            one += 1
        elif here == best[one][other + 1]:
            other += 1
        else:
            yield one, other
            one, other = one + 1, other + 1


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


_TOKENS = re.compile(
    r"\d+(?:[.,:/٫٬]\d+)+|"
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|\s+|"
    r"[^\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    r"""!-/:-@\[-`{-~¡«»¿\u2010-\u2027\u2030-\u205e\u3000-\u303f\uff00-\uff20،؛؟۔।॥]+|."""
)
"""Whole numbers, words of spaced scripts, single characters of the others, white space, single marks of punctuation."""

_MOST_TOKENS = 600
"""Tokens of a sentence within which changed words are looked for; a longer one counts as changed throughout."""


def _folded_words(text: str) -> list[str]:
    return [token.casefold() for token in _TOKENS.findall(text[:4000]) if token[0].isalnum()]


def _changed(old: Sentence, new: Sentence) -> Change:
    ours, theirs = _TOKENS.findall(old.text), _TOKENS.findall(new.text)
    if max(len(ours), len(theirs)) > _MOST_TOKENS:
        whole = ((0, len(old.text)),), ((0, len(new.text)),)
        return Change(ChangeKind.CHANGED, old, new, *whole)
    moves = [move for move in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes() if move[0] != "equal"]
    old_spans = _spans(ours, [(move[1], move[2]) for move in moves])
    new_spans = _spans(theirs, [(move[3], move[4]) for move in moves])
    return Change(ChangeKind.CHANGED, old, new, old_spans, new_spans)


def _spans(tokens: list[str], ranges: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Turn ranges of tokens into spans of characters; spans with only white space between them are one."""
    offsets = [0]
    for token in tokens:
        offsets.append(offsets[-1] + len(token))
    text = "".join(tokens)
    spans: list[tuple[int, int]] = []
    for start, end in ((offsets[first], offsets[last]) for first, last in ranges if first < last):
        if spans and not text[spans[-1][1] : start].strip():
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(spans)


def is_correction(old: Document, new: Document) -> bool:
    """Return whether a reader would notice a difference: in words, not in spaces, quote styles or invisible marks."""
    return _noticed(old) != _noticed(new)


_SAME_TO_THE_EYE = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»‹›″＂「」『』", '"'),
        **dict.fromkeys("‘’‚‛′＇`´ʼ", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
    }
)


def _noticed(document: Document) -> str:
    text = normalised("\n".join(sentence.text for sentence in document.sentences()))
    plain = unicodedata.normalize("NFKC", text.translate(_SAME_TO_THE_EYE)).translate(_SAME_TO_THE_EYE)
    return "".join(plain.replace("''", '"').split())
