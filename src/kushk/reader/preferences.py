"""How a reader wants text: the choices, the cookie that holds them, and the style rules that they come to.

Pages are the same for everybody. A reader's choices lie in one cookie, and one small style sheet made from it
(``/reading.css``) is all that differs: so nothing flashes, and nothing needs a script or an account.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kushk.base.cookies import cookie_name
from kushk.reader.themes import chosen_rules

CHOSEN = "reading"
"""Query parameter in which the page store hands the choices on."""

COOKIE = cookie_name(CHOSEN)
COOKIE_SECONDS = 400 * 24 * 3600
"""The longest that browsers keep a cookie (RFC 6265bis)."""

LONGEST_COOKIE = 400
"""Characters of the cookie that are read."""

SIZES = ("87.5", "100", "112.5", "125", "137.5", "150", "175", "200", "225", "250", "300")
"""Text sizes in percent of the usual one."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a reader may choose: its key in the cookie and its values, with the one that needs no cookie."""

    key: str
    values: tuple[str, ...]
    default: str


CHOICES: dict[str, Choice] = {
    choice.key: choice
    for choice in (
        Choice("size", SIZES, "100"),
        Choice("face", ("serif", "sans", "atkinson", "opendyslexic"), "serif"),
        Choice("urdu", ("nastaliq", "naskh"), "nastaliq"),
        Choice("line", ("normal", "wide", "wider"), "normal"),
        Choice("word", ("normal", "wide", "wider"), "normal"),
        Choice("letter", ("normal", "wide", "wider"), "normal"),
        Choice("measure", ("short", "normal", "long"), "normal"),
        Choice("theme", ("auto", "light", "sepia", "dark", "contrast"), "auto"),
        Choice("focus", ("off", "1", "3", "5"), "off"),
        Choice("keys", ("off", "on"), "off"),
    )
}

_LINE = {"wide": "1.2", "wider": "1.45"}
_WORD = {"wide": "0.12em", "wider": "0.24em"}
_LETTER = {"wide": ("0.05em", "0.12em"), "wider": ("0.12em", "0.24em")}
"""Space between letters, and the least between words then: letters alone, spaced, slow a reader (Galliussi 2020)."""
_MEASURE = {"short": "0.75", "long": "1.3"}
_FACES = {
    "sans": "var(--face-sans)",
    "atkinson": '"Kushk Atkinson",var(--face-sans)',
    "opendyslexic": '"Kushk OpenDyslexic",var(--face-sans)',
}
_NASKH = ":lang(ur){--face-serif:var(--naskh);--script:1.12;--script-leading:1.8;--head-leading:1.42;--head-rise:0em}\n"
_LARGEST_INTERFACE = 1.25
"""Labels and buttons grow along with the text up to here; beyond it they would leave it no room."""

Preferences = dict[str, str]
"""Every choice by its key."""


def defaults() -> Preferences:
    """Return what a reader has who chose nothing."""
    return {key: choice.default for key, choice in CHOICES.items()}


def from_cookie(text: str) -> Preferences:
    """Return the choices that a cookie holds; what it does not hold, or holds wrongly, is as by default."""
    pairs = (part.partition("-")[::2] for part in text[:LONGEST_COOKIE].split("_"))
    return sound(dict(pairs))


def sound(wanted: Mapping[str, str]) -> Preferences:
    """Return those of these choices that exist, and the defaults for the others."""
    return {
        key: value if (value := wanted.get(key, "")) in choice.values else choice.default
        for key, choice in CHOICES.items()
    }


def as_cookie(chosen: Preferences) -> str:
    """Return the cookie that holds these choices: ``size-125_theme-dark``, empty when all are as by default."""
    return "_".join(f"{key}-{chosen[key]}" for key, choice in CHOICES.items() if chosen[key] != choice.default)


def resized(chosen: Preferences, step: int) -> Preferences:
    """Return the choices with the text this many steps larger, or smaller, as far as sizes go."""
    place = min(max(SIZES.index(chosen["size"]) + step, 0), len(SIZES) - 1)
    return {**chosen, "size": SIZES[place]}


def style_rules(chosen: Preferences) -> str:
    """Return the style rules that these choices come to, empty when all are as by default."""
    return "".join((_tokens(chosen), _theme(chosen), _face(chosen), _focus(chosen)))


def _tokens(chosen: Preferences) -> str:
    tokens = {**_sizes(chosen), **_spaces(chosen)}
    return f":root{{{';'.join(f'--{name}:{value}' for name, value in tokens.items())}}}\n" if tokens else ""


def _sizes(chosen: Preferences) -> dict[str, str]:
    """Return the factors of text, headlines and interface; headlines grow by the root, so that words still fit."""
    size = float(chosen["size"]) / 100
    interface = min(max(size, 1.0), _LARGEST_INTERFACE)
    tokens = {"text-size": size / interface, "head-size": size**0.5 / interface, "interface-size": interface}
    return {name: f"{value:.4g}" for name, value in tokens.items()} if size != 1 else {}


def _spaces(chosen: Preferences) -> dict[str, str]:
    letters, words = _LETTER.get(chosen["letter"], ("", ""))
    wanted = {
        "line-more": _LINE.get(chosen["line"], ""),
        "letter-more": letters,
        "word-more": max(_WORD.get(chosen["word"], ""), words),
        "measure-by": _MEASURE.get(chosen["measure"], ""),
    }
    return {name: value for name, value in wanted.items() if value}


def _theme(chosen: Preferences) -> str:
    return "" if chosen["theme"] == "auto" else chosen_rules(chosen["theme"])


def _face(chosen: Preferences) -> str:
    face = _FACES.get(chosen["face"], "")
    rules = f":root,[lang]{{--serif:{face}}}\n" if face else ""
    return rules + (_NASKH if chosen["urdu"] == "naskh" else "")


def _focus(chosen: Preferences) -> str:
    return "" if chosen["focus"] == "off" else f":root{{--focus-lines:{chosen['focus']};--focus:block}}\n"
