"""Making catalogues, and keeping them in step with what the pages say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kushk.base.locale.checks.model import Key
from kushk.core.errors import KushkError

if TYPE_CHECKING:
    import polib

ENGLISH = "en"
_WRAP = 110


class CatalogueExists(KushkError):
    """There is a catalogue of the language already."""

    code = "catalogue-exists"
    words = "{path} exists already."


class NotATag(KushkError):
    """The text is no language tag."""

    code = "not-a-language-tag"
    words = "“{tag}” is no language tag; such are “sw” and “pt-BR”."


@dataclass(frozen=True, slots=True)
class Changed:
    """What an update did to one catalogue."""

    tag: str
    added: tuple[Key, ...]
    removed: tuple[Key, ...]


def path_of(tag: str, folder: Path) -> Path:
    """Return where the catalogue of a language lies."""
    return folder / tag / "LC_MESSAGES" / "django.po"


def new_catalogue(tag: str, folder: Path) -> Path:
    """Write a catalogue without translations: the English messages with their notes.

    Raises:
        CatalogueExists: there is one.
        NotATag: the text names no language.
    """
    from kushk.core.languages import normalise_tag

    if not normalise_tag(tag) or normalise_tag(tag) != tag:
        raise NotATag(tag=tag)
    path = path_of(tag, folder)
    if path.exists():
        raise CatalogueExists(path=path)
    catalogue = _opened(path_of(ENGLISH, folder))
    catalogue.metadata["Language"] = tag
    for entry in catalogue:
        entry.msgstr = ""
    path.parent.mkdir(parents=True)
    catalogue.save(str(path))
    return path


def update_catalogues(wanted: Iterable[Key], folder: Path) -> list[Changed]:
    """Add what the pages say and a catalogue lacks, remove what nothing says, and copy the English notes.

    New English messages come last, in the order of the alphabet, and without a note: a person writes it.
    """
    english = _opened(path_of(ENGLISH, folder))
    changes = [_updated_english(english, set(wanted))]
    for path in sorted(folder.glob("*/LC_MESSAGES/django.po")):
        tag = path.parents[1].name
        if tag != ENGLISH:
            changes.append(_updated(path, tag, english))
    return changes


def _updated_english(english: polib.POFile, wanted: set[Key]) -> Changed:
    removed = [entry for entry in english if _key(entry) not in wanted]
    for entry in removed:
        english.remove(entry)
    added = sorted(wanted - {_key(entry) for entry in english}, key=lambda key: (key[1], key[0]))
    for context, msgid in added:
        english.append(_entry(context, msgid, msgid, ""))
    english.save()
    return Changed(ENGLISH, tuple(added), tuple(_key(entry) for entry in removed))


def _updated(path: Path, tag: str, english: polib.POFile) -> Changed:
    catalogue = _opened(path)
    known = {_key(entry): entry for entry in catalogue}
    order = [_key(entry) for entry in english]
    added = tuple(key for key in order if key not in known)
    removed = tuple(key for key in known if key not in set(order))
    catalogue.clear()
    for entry in english:
        kept = known.get(_key(entry)) or _entry(entry.msgctxt or "", entry.msgid, "", "")
        kept.comment = entry.comment
        catalogue.append(kept)
    catalogue.save()
    return Changed(tag, added, removed)


def _opened(path: Path) -> polib.POFile:
    import polib

    return polib.pofile(str(path), wrapwidth=_WRAP)


def _entry(context: str, msgid: str, text: str, note: str) -> polib.POEntry:
    import polib

    return polib.POEntry(msgctxt=context or None, msgid=msgid, msgstr=text, comment=note)


def _key(entry: polib.POEntry) -> Key:
    return entry.msgctxt or "", entry.msgid
