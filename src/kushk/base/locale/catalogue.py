"""The stand's own words: ICU messages kept in PO catalogues, one folder a language.

The English text is the key. A message with a number, a date, a choice or a name in it is one ICU
MessageFormat string; nothing is ever glued together from pieces.
"""

from __future__ import annotations

import contextlib
import gettext
import os
import tempfile
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from kushk.base.locale.icu import Value, formatted
from kushk.base.locale.pseudo import FORMS as PSEUDO_FORMS
from kushk.base.locale.tables import INTERFACES, PSEUDO, SPOKEN, pinned

FOLDER = Path(__file__).resolve().parents[2] / "locale"
"""Holds ``<language>/LC_MESSAGES/django.po``; the compiled ``.mo`` lies beside it and is not kept in git."""

_CONTEXT_GLUE = "\x04"


@dataclass(frozen=True, slots=True)
class Wording:
    """A message and the language it is really in, which is not the wanted one when a catalogue has a hole."""

    text: str
    language: str


def compile_all(folder: Path | None = None) -> list[Path]:
    """Compile every catalogue that is newer than its compiled form, and return those that were made."""
    made = []
    for source in sorted((folder or FOLDER).glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if _is_stale(source, target):
            _write(target, _compiled(source))
            made.append(target)
    return made


def wording(msgid: str, locale: str, context: str = "") -> Wording:
    """Return the message's pattern in a language, or the English one with a note that it is English."""
    language = locale if locale in SPOKEN else INTERFACES[0]
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


def noted(msgid: str, context: str = "") -> str:
    """Return an English text as it stands: a mark for ``./kushk strings`` on texts in tables, which are said elsewhere.

    Args:
        msgid: the English ICU MessageFormat string.
        context: its context in the catalogue.
    """
    del context
    return msgid


@cache
def _catalogue(language: str) -> dict[str, str]:
    """Return a language's messages by key; read when the first reader wants the language, and only then."""
    if language in PSEUDO:
        return {key: PSEUDO_FORMS[language](text) for key, text in _catalogue(INTERFACES[0]).items()}
    source = FOLDER / language / "LC_MESSAGES" / "django.po"
    entries = gettext.GNUTranslations(BytesIO(_fresh(source)))._catalog  # type: ignore[attr-defined]  # noqa: SLF001
    return {key: text for key, text in entries.items() if isinstance(key, str) and key}


def _fresh(source: Path) -> bytes:
    """Return a catalogue's compiled form, made anew when the catalogue is newer."""
    target = source.with_suffix(".mo")
    if not _is_stale(source, target):
        return target.read_bytes()
    content = _compiled(source)
    with contextlib.suppress(OSError):  # a stand that may not write beside its code compiles at each start
        _write(target, content)
    return content


def _is_stale(source: Path, target: Path) -> bool:
    return not target.exists() or target.stat().st_mtime < source.stat().st_mtime


def _compiled(source: Path) -> bytes:
    import polib  # only here: a stand whose catalogues are compiled starts without it

    return bytes(polib.pofile(str(source)).to_binary())


def _write(target: Path, content: bytes) -> None:
    """Write a file so that another process never sees half of it."""
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=target.name)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
    Path(name).replace(target)
