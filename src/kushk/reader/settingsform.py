"""The form of text settings: what each choice is called, and which of its values is chosen."""

from __future__ import annotations

from dataclasses import dataclass

from kushk.base.locale import message, percent
from kushk.reader.preferences import CHOICES, SIZES, Preferences

Words = tuple[str, str]
"""An English message and its context in the catalogues."""

_SPACES: dict[str, Words] = {
    "normal": ("Normal", "spacing"),
    "wide": ("Wide", "spacing"),
    "wider": ("Very wide", "spacing"),
}
_LINES: Words = ("{count, plural, one {# line} other {# lines}}", "line focus")

LEGENDS: dict[str, Words] = {
    "size": ("Text size", ""),
    "theme": ("Colours", ""),
    "face": ("Typeface", ""),
    "urdu": ("Urdu typeface", ""),
    "line": ("Line spacing", ""),
    "word": ("Word spacing", ""),
    "letter": ("Letter spacing", ""),
    "measure": ("Line length", ""),
    "focus": ("Line focus", ""),
    "keys": ("Keyboard shortcuts", ""),
}
"""What each choice is called, in the order of the form."""

VALUES: dict[str, dict[str, Words]] = {
    "theme": {
        "auto": ("As on this device", "colours"),
        "light": ("Light", "colours"),
        "sepia": ("Sepia", "colours"),
        "dark": ("Dark", "colours"),
        "contrast": ("High contrast", "colours"),
    },
    "face": {"serif": ("Serif", "typeface"), "sans": ("Sans-serif", "typeface")},
    "urdu": {"nastaliq": ("Nastaliq", "typeface"), "naskh": ("Naskh", "typeface")},
    "line": _SPACES,
    "word": _SPACES,
    "letter": _SPACES,
    "measure": {
        "short": ("Short", "line length"),
        "normal": ("Normal", "line length"),
        "long": ("Long", "line length"),
    },
    "focus": {"off": ("Off", "line focus"), "1": _LINES, "3": _LINES, "5": _LINES},
    "keys": {"off": ("Off", "shortcuts"), "on": ("On", "shortcuts")},
}
"""What each value is called; the names of typefaces are names, the sizes numbers."""

NAMES = {"atkinson": "Atkinson Hyperlegible", "opendyslexic": "OpenDyslexic"}

SHORTCUTS = {"next": ("N",), "previous": ("P",), "save": ("S",), "size": ("+", "−")}
"""Keys by what they do, once a reader has switched them on (``js/turning.js``)."""

LETTERS_HELP: Words = ("Letters are spaced only in scripts that allow it; wider letters widen the words as well.", "")


@dataclass(frozen=True, slots=True)
class Option:
    """One value that can be chosen. ``name`` holds a proper name in place of words of the interface."""

    value: str
    label: str
    chosen: bool
    usual: bool
    """Whether it is what a reader has who chose nothing."""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One choice with its values."""

    key: str
    legend: str
    options: tuple[Option, ...]
    help: str = ""


def fields(chosen: Preferences, interface: str) -> list[Field]:
    """Return the form's choices in an interface language."""
    return [
        Field(
            key,
            _said(words, interface),
            tuple(_option(key, value, chosen[key], interface) for value in CHOICES[key].values),
            _said(LETTERS_HELP, interface) if key == "letter" else "",
        )
        for key, words in LEGENDS.items()
    ]


def form_words() -> list[Words]:
    """Return every message that the form may say."""
    return [LETTERS_HELP, *LEGENDS.values(), *(words for values in VALUES.values() for words in values.values())]


def shown_sizes(interface: str) -> dict[str, str]:
    """Return every text size as the interface language writes a percentage."""
    return {size: percent(float(size) / 100, interface, decimals=1) for size in SIZES}


def _option(key: str, value: str, chosen: str, interface: str) -> Option:
    label = "" if value in NAMES else _label(key, value, interface)
    return Option(value, label, value == chosen, value == CHOICES[key].default, NAMES.get(value, ""))


def _label(key: str, value: str, interface: str) -> str:
    if key == "size":
        return shown_sizes(interface)[value]
    return _said(VALUES[key][value], interface, int(value) if value.isdecimal() else 0)


def _said(words: Words, interface: str, count: int = 0) -> str:
    msgid, context = words
    return message(msgid, interface, context, count=count)
