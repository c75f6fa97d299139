"""Is every message there, once, translated, explained, and not left in English?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kushk.base.locale.checks.allowed import COGNATES
from kushk.base.locale.checks.model import Catalogue, Complaint, Entry
from kushk.base.locale.tables import INTERFACES


def missing(catalogue: Catalogue, english: Catalogue) -> Iterator[Complaint]:
    """Complain of messages that the English catalogue has and this one lacks."""
    for entry in english.entries:
        if entry.key not in catalogue.by_key:
            yield _about(catalogue, entry, "missing", "not in the catalogue")


def superfluous(catalogue: Catalogue, english: Catalogue) -> Iterator[Complaint]:
    """Complain of messages that the English catalogue does not have, and of those that occur twice."""
    count = Counter(entry.key for entry in catalogue.entries)
    for entry in catalogue.by_key.values():
        if entry.key not in english.by_key:
            yield _about(catalogue, entry, "superfluous", "the English catalogue does not have it")
        if count[entry.key] > 1:
            yield _about(catalogue, entry, "twice", f"occurs {count[entry.key]} times")


def unfinished(catalogue: Catalogue, _: Catalogue) -> Iterator[Complaint]:
    """Complain of messages without text, without a note for translators, or marked as fuzzy."""
    for entry in catalogue.entries:
        if not entry.text.strip():
            yield _about(catalogue, entry, "blank", "no translation")
        if not entry.note.strip():
            yield _about(catalogue, entry, "no-note", "no note that says where and why it is said")
        if entry.fuzzy:
            yield _about(catalogue, entry, "fuzzy", "marked as fuzzy")


def left_in_english(catalogue: Catalogue, _: Catalogue) -> Iterator[Complaint]:
    """Complain of messages that are their English text, but for words that both languages really share."""
    allowed = {msgid for group in COGNATES.get(catalogue.tag, {}).values() for msgid in group}
    for entry in catalogue.entries:
        if catalogue.tag == INTERFACES[0]:
            if entry.text != entry.msgid:
                yield _about(catalogue, entry, "english", "the English text is its own key; it must be the same")
        elif entry.text == entry.msgid and re.search(r"[^\W\d_]", entry.words) and entry.msgid not in allowed:
            yield _about(catalogue, entry, "english", "is the English text")


def _about(catalogue: Catalogue, entry: Entry, rule: str, words: str) -> Complaint:
    return Complaint(catalogue.tag, rule, words, entry.context, entry.msgid)
