"""Are there characters that no reader sees, or that break what is shown?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kushk.base.locale.checks.allowed import KEPT, MUST_JOIN, NAMES, PERSIAN_APART, WITH_JOINERS, WITHOUT_JOINER
from kushk.base.locale.checks.model import Entry

_OVERRIDES = re.compile("[\u202a-\u202e]")
_ISOLATES = re.compile("[\u2066-\u2069]")
_INVISIBLE = re.compile("[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b\u2028\u2029\u2060\ufeff\ufffd]")
_JOINERS = re.compile("[\u200c\u200d]")
_MARKUP = re.compile(r"<[^<>\s][^<>]*>|&#?\w+;")
_SPACES = " \t\n\u00a0\u202f\u3000"


def direction_marks(entry: Entry, _: str) -> Iterator[tuple[str, str]]:
    """Complain of overrides and embeddings, which leak into what follows, and of isolates that are not closed."""
    if found := _OVERRIDES.search(entry.text):
        yield "direction-marks", f"holds U+{ord(found[0]):04X}"
    depth = 0
    for mark in _ISOLATES.findall(entry.text):
        depth += -1 if mark == "\u2069" else 1
        if depth < 0:
            break
    if depth:
        yield "direction-marks", "an isolate is not paired"


def invisible(entry: Entry, tag: str) -> Iterator[tuple[str, str]]:
    """Complain of characters that show nothing, and of joiners in languages that have none."""
    if found := _INVISIBLE.search(entry.text):
        yield "invisible", f"holds U+{ord(found[0]):04X}"
    if tag not in WITH_JOINERS and (found := _JOINERS.search(entry.text)):
        yield "invisible", f"holds U+{ord(found[0]):04X}"


def joiners(entry: Entry, tag: str) -> Iterator[tuple[str, str]]:
    """Complain of Persian words whose parts stand apart, or run together, where a U+200C belongs between them."""
    if tag != "fa":
        return
    if found := PERSIAN_APART.search(entry.words):
        yield "joiner", f"{found[0]!r} has a space where U+200C belongs"
    for wrong in WITHOUT_JOINER.findall(entry.words):
        yield "joiner", f"{wrong!r} lacks its U+200C"
    for whole in MUST_JOIN:
        for wrong in (whole.replace("\u200c", ""), whole.replace("\u200c", " ")):
            if re.search(rf"(?<!\w){wrong}(?!\w)", entry.words):
                yield "joiner", f"{wrong!r} is written {whole!r}"


def quoting(entry: Entry, _: str) -> Iterator[tuple[str, str]]:
    """Complain of the typewriter's quotes: ICU reads U+0027 as syntax."""
    if "'" in entry.text:
        yield "apostrophe", "U+0027 is ICU's sign for quoting; write U+2019"
    if '"' in entry.text:
        yield "quotes", "U+0022 is no quotation mark of any language here"


def spaces(entry: Entry, _: str) -> Iterator[tuple[str, str]]:
    """Complain of two spaces in a row, and of edges that differ from the English text's."""
    if re.search(f"[{_SPACES}]{{2}}", entry.words.replace("\n", "|")):
        yield "spaces", "two in a row"
    for edge in (0, -1):
        if (entry.text[edge:][:1] in _SPACES) != (entry.msgid[edge:][:1] in _SPACES) and entry.text:
            yield "spaces", "a space at the beginning or the end that the English text has not, or the reverse"


def markup(entry: Entry, _: str) -> Iterator[tuple[str, str]]:
    """Complain of HTML."""
    if found := _MARKUP.search(entry.text):
        yield "markup", f"holds {found[0]!r}"


def names(entry: Entry, _: str) -> Iterator[tuple[str, str]]:
    """Complain of names that are words of a message, and of technical terms that were translated."""
    for name in NAMES:
        if re.search(rf"\b{name}\b", f"{entry.msgid}\n{entry.text}"):
            yield "names", f"{name} is a name: a placeholder, never a word"
    for term in KEPT:
        if term in entry.msgid and term not in entry.text:
            yield "names", f"{term} is not translated"
