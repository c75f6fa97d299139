"""Are the marks those of the language, and do sentences end as the English ones do?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kushk.base.locale.checks.allowed import ELLIPSES, HIGH_MARKS_WITH_SPACE, NO_LATIN_MARKS, QUESTIONS, STOPS
from kushk.base.locale.checks.model import Entry

_FRENCH_SPACES = "\u00a0\u202f"


def marks(entry: Entry, tag: str) -> Iterator[tuple[str, str]]:
    """Complain of Latin marks where the language has its own."""
    text = re.sub(r"(?<=\d)[.,:](?=\d)", "", entry.words)
    if found := set(text) & set(NO_LATIN_MARKS.get(tag, "")) - set(STOPS.get(tag, "")):
        yield "punctuation", f"{' '.join(sorted(found))} is a Latin mark"
    if tag == "ur" and re.search(r"[\u0600-\u06ff]\.", text):
        yield "punctuation", "an Urdu sentence ends with ۔"


def endings(entry: Entry, tag: str) -> Iterator[tuple[str, str]]:
    """Complain of a sentence without its stop, and of a label with one. A label may well become a question."""
    stop, question, ellipsis = STOPS.get(tag, "."), QUESTIONS.get(tag, "?"), ELLIPSES.get(tag, "…")
    if entry.msgid.endswith(".") and not entry.text.endswith((stop, question)):
        yield "ending", f"the English text is a sentence; this has no {stop}"
    elif entry.text.endswith(stop) and not entry.msgid.endswith("."):
        yield "ending", f"the English text is no sentence; this ends with {stop}"
    for sign, own in (("?", question), ("…", ellipsis)):
        if entry.msgid.endswith(sign) and not entry.text.endswith(own):
            yield "ending", f"does not end with {own}"


def french_spaces(entry: Entry, tag: str) -> Iterator[tuple[str, str]]:
    """Complain of French marks without the space that belongs before them, or with one that breaks."""
    if tag != "fr":
        return
    for found in re.finditer(f"(.)([{re.escape(HIGH_MARKS_WITH_SPACE)}])", _flat(entry)):
        if found[1] not in _FRENCH_SPACES:
            yield "punctuation", f"no space that does not break before {found[2]}"
    if re.search(f"«[^{_FRENCH_SPACES}]", _flat(entry)):
        yield "punctuation", "no space that does not break after «"


def spanish_openings(entry: Entry, tag: str) -> Iterator[tuple[str, str]]:
    """Complain of Spanish questions and exclamations that are closed and not opened."""
    if tag != "es":
        return
    for opening, closing in (("¿", "?"), ("¡", "!")):
        if entry.words.count(opening) != entry.words.count(closing):
            yield "punctuation", f"{closing} without {opening}, or the reverse"


def _flat(entry: Entry) -> str:
    """Return the text with a letter in place of each placeholder, since marks stand next to those."""
    return re.sub(r"\{\w+\}", "x", entry.text) if "plural" not in entry.text else entry.words
