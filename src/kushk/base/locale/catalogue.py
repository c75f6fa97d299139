"""The stand's own words: ICU messages kept in PO catalogues, one folder a language.

The English text is the key. A message with a number, a date, a choice or a name in it is one ICU
MessageFormat string; nothing is ever glued together from pieces.
"""

from __future__ import annotations

import gettext
import os
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kushk.base.locale.icu import Value, formatted
from kushk.base.locale.tables import INTERFACES, pinned

FOLDER = Path(__file__).resolve().parents[2] / "locale"
"""Holds ``<language>/LC_MESSAGES/django.po``; the compiled ``.mo`` lies beside it and is not kept in git."""

_CONTEXT_GLUE = "\x04"


@dataclass(frozen=True, slots=True)
class Wording:
    """A message and the language it is really in, which is not the wanted one when a catalogue has a hole."""

    text: str
    language: str


def compile_all(folder: Path = FOLDER) -> list[Path]:
    """Compile every catalogue that is newer than its compiled form, and return those that were made."""
    import polib

    made = []
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            _write(target, polib.pofile(str(source)).to_binary())
            made.append(target)
    return made


def wording(msgid: str, locale: str, context: str = "") -> Wording:
    """Return the message's pattern in a language, or the English one with a note that it is English."""
    language = locale if locale in INTERFACES else INTERFACES[0]
    found = _catalogue(language).get(f"{context}{_CONTEXT_GLUE}{msgid}" if context else msgid)
    return Wording(found, language) if found else Wording(msgid, INTERFACES[0])


def message(msgid: str, locale: str, context: str = "", /, **values: Value) -> str:
    """Return a message in a language with its values filled in by ICU.

    Args:
        msgid: the English ICU MessageFormat string.
        locale: language tag of the reader.
        context: tells apart two meanings of one English text.
        **values: what the message's placeholders stand for.
    """
    words = wording(msgid, locale, context)
    return formatted(words.text, pinned(words.language), values)


@lru_cache(maxsize=len(INTERFACES) + 1)
def _catalogue(language: str) -> dict[str, str]:
    path = FOLDER / language / "LC_MESSAGES" / "django.mo"
    if not path.exists():
        compile_all()
    with path.open("rb") as stream:
        entries = gettext.GNUTranslations(stream)._catalog  # type: ignore[attr-defined]  # noqa: SLF001
    return {key: text for key, text in entries.items() if isinstance(key, str) and key}


def _write(target: Path, content: bytes) -> None:
    """Write a file so that another process never sees half of it."""
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=target.name)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
    Path(name).replace(target)
