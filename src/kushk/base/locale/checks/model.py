"""A catalogue as the checks see it, and what they say about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from kushk.base.locale import catalogue as catalogues
from kushk.base.locale.patterns import BadPattern, Pattern, parsed, texts

Key = tuple[str, str]
"""Context and English text: what names a message."""


@dataclass(frozen=True)
class Entry:
    """One message of a catalogue."""

    context: str
    msgid: str
    text: str
    note: str = ""
    fuzzy: bool = False

    @property
    def key(self) -> Key:
        """Return what names the message in every catalogue."""
        return self.context, self.msgid

    @property
    def tree(self) -> Pattern:
        """Return the translation's tree, an empty one when it is no pattern: one check alone complains of that."""
        return _tree(self.text)

    @cached_property
    def words(self) -> str:
        """Return what is said, each case on a line of its own, without placeholders and their syntax."""
        return "\n".join(texts(self.tree))


@dataclass(frozen=True)
class Catalogue:
    """The messages of one language."""

    tag: str
    entries: tuple[Entry, ...]

    @property
    def language(self) -> str:
        """Return the language without its region."""
        return self.tag.split("-", maxsplit=1)[0]

    @cached_property
    def by_key(self) -> dict[Key, Entry]:
        """Return the messages by what names them."""
        return {entry.key: entry for entry in self.entries}


@dataclass(frozen=True, slots=True)
class Complaint:
    """A fault of one message, or of the whole catalogue when it names none."""

    tag: str
    rule: str
    words: str
    context: str = ""
    msgid: str = ""

    def __str__(self) -> str:
        about = f" [{self.context}]" if self.context else ""
        return f"{self.rule}: {self.msgid!r}{about}: {self.words}" if self.msgid else f"{self.rule}: {self.words}"


def catalogue_at(path: Path, tag: str) -> Catalogue:
    """Return the catalogue in a PO file."""
    import polib

    return catalogue_of(polib.pofile(str(path)), tag)


def catalogue_of(entries: Iterable[object], tag: str) -> Catalogue:
    """Return the catalogue that polib's entries make."""
    read = [
        Entry(entry.msgctxt or "", entry.msgid, entry.msgstr, entry.comment, entry.fuzzy)  # type: ignore[attr-defined]
        for entry in entries
        if not entry.obsolete  # type: ignore[attr-defined]
    ]
    return Catalogue(tag, tuple(read))


def catalogue(tag: str, folder: Path | None = None) -> Catalogue:
    """Return the stand's own catalogue of a language, or that of another folder."""
    return catalogue_at((folder or catalogues.FOLDER) / tag / "LC_MESSAGES" / "django.po", tag)


@lru_cache(maxsize=8192)
def _tree(text: str) -> Pattern:
    try:
        return parsed(text)
    except BadPattern:
        return ()
