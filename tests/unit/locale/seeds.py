"""Making small catalogues with a fault in them."""

from __future__ import annotations

from kushk.base.locale.checks import Catalogue, Entry, check

NOTE = "A note."


def catalogue_with(tag: str, *texts: tuple[str, str]) -> Catalogue:
    """Return a catalogue of pairs of English text and translation."""
    return Catalogue(tag, tuple(Entry("", msgid, text, NOTE) for msgid, text in texts))


def rules_broken(tag: str, msgid: str, text: str) -> set[str]:
    """Return the names of the rules that one translation breaks."""
    faulty = catalogue_with(tag, (msgid, text))
    english = catalogue_with("en", (msgid, msgid))
    return {complaint.rule for complaint in check(faulty, english) if complaint.msgid}
