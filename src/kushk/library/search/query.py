"""What a reader typed, as a query: words, "phrases", -exclusions and begin* of words. No text is an error."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from kushk.library.search.analyzer import words
from kushk.library.search.stems import stem

LONGEST = 256
"""Characters of a query that are read."""

MOST_TERMS = 12
"""Terms of a query that are read."""

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»「」『』〝〞＂", '"'))
_PIECE = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to find: words that stand next to each other, or one word in any of its forms."""

    words: tuple[str, ...]
    stems: tuple[str, ...] = ()
    """Further forms of a single word."""
    prefix: bool = False
    """The last word only begins so."""
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is wanted, and what must not be there."""

    wanted: tuple[Term, ...] = ()
    excluded: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.wanted)


def parse(text: str, languages: Collection[str] = ()) -> Query:
    """Return the query that a text means.

    Args:
        text: what the reader typed, in any script.
        languages: first parts of language tags whose inflection is taken off single words.
    """
    terms: list[Term] = []
    for piece in _PIECE.finditer(text[:LONGEST].translate(_QUOTES)):
        term = _term(piece, languages)
        if term is not None and term not in terms:
            terms.append(term)
    terms = terms[:MOST_TERMS]
    return Query(tuple(term for term in terms if not term.excluded), tuple(term for term in terms if term.excluded))


def _term(piece: re.Match[str], languages: Collection[str]) -> Term | None:
    phrase, typed = piece["phrase"], piece["word"] or ""
    found = tuple(words(typed if phrase is None else phrase, ends=False))
    if not found:
        return None
    excluded = bool(piece["minus"])
    single = len(found) == 1 and phrase is None
    prefix = phrase is None and (typed.endswith("*") or (single and _is_half_a_pair(found[0])))
    stems = _stems(found[0], languages) if single and not prefix else ()
    return Term(found, stems, prefix, excluded)


def _is_half_a_pair(word: str) -> bool:
    """Tell whether a word is one character of a script whose words the index holds in pairs."""
    return len(word) <= _ONE_CLUSTER and words(word) == [word] and words(word + word) != [word + word]


_ONE_CLUSTER = 3
"""A character and two signs."""


def _stems(word: str, languages: Collection[str]) -> tuple[str, ...]:
    forms = {stem(word, language) for language in languages} - {word}
    return tuple(sorted(forms))
