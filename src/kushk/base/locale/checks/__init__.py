"""The checks of the catalogues: pure functions from a catalogue to what is wrong with it.

A check of one message takes the message and the language's tag and yields the name of a rule and some words. What a
language needs stands as data in ``allowed.py``. ``./kushk strings --check`` prints what they say; the tests fail on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kushk.base.locale.checks import characters, complete, language, lengths, plurals, punctuation
from kushk.base.locale.checks.model import Catalogue, Complaint, Entry, catalogue, catalogue_at, catalogue_of

__all__ = ["Catalogue", "Complaint", "Entry", "catalogue", "catalogue_at", "catalogue_of", "check"]

OF_CATALOGUES: tuple[Callable[[Catalogue, Catalogue], Iterator[Complaint]], ...] = (
    complete.missing,
    complete.superfluous,
    complete.unfinished,
    complete.left_in_english,
    language.whole_catalogue,
)

OF_MESSAGES: tuple[Callable[[Entry, str], Iterator[tuple[str, str]]], ...] = (
    plurals.broken,
    plurals.placeholders,
    plurals.plural_cases,
    characters.direction_marks,
    characters.invisible,
    characters.joiners,
    characters.quoting,
    characters.spaces,
    characters.markup,
    characters.names,
    language.script,
    language.letters,
    language.foreign_words,
    punctuation.marks,
    punctuation.endings,
    punctuation.french_spaces,
    punctuation.spanish_openings,
    lengths.labels,
)


def check(catalogue: Catalogue, english: Catalogue) -> list[Complaint]:
    """Return everything that is wrong with a catalogue.

    Args:
        catalogue: the one to look at; the English one may be looked at as well.
        english: the English catalogue, which says what there is to translate.
    """
    found = [complaint for look in OF_CATALOGUES for complaint in look(catalogue, english)]
    for entry in catalogue.entries:
        found += [
            Complaint(catalogue.tag, rule, words, entry.context, entry.msgid)
            for look in OF_MESSAGES
            if entry.text
            for rule, words in look(entry, catalogue.tag)
        ]
    return found
