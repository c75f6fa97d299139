"""The four themes: every colour of the pages by its token. Style sheets, cards of the app and tests read this table."""

from __future__ import annotations

from dataclasses import dataclass

from kushk.core.colours import LIGHT_INK, LIGHT_PAPER

STAND_STRIPES = ("#0f6b58", "#f3e3c0")
"""The stand's own awning, on pages that belong to no publication."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A set of colours; every text of ``ink``, ``muted`` and ``accent`` stands at 7:1 or more on both grounds.

    ``paper`` is the page's ground, ``sheet`` that of what lies upon it, ``rule`` a hairline, ``edge`` the outline
    of a control (3:1), ``mark`` the felt pen behind the spoken or found word.
    """

    scheme: str
    """What the browser's own parts (scroll bars, form controls) follow: ``light`` or ``dark``."""
    paper: str
    sheet: str
    ink: str
    muted: str
    rule: str
    edge: str
    mark: str
    added: str
    removed: str


THEMES: dict[str, Theme] = {
    "light": Theme(
        "light", LIGHT_PAPER, "#fffefb", LIGHT_INK, "#4b473f", "#d8d2c4", "#77705f", "#ffe7a0", "#d6efdf", "#f9dcd6"
    ),
    "sepia": Theme(
        "light", "#f4ecd8", "#faf4e4", "#33281a", "#52432d", "#d9cbaa", "#7d6c4c", "#f3d488", "#cfe3c6", "#efcdbb"
    ),
    "dark": Theme(
        "dark", "#151412", "#1d1c19", "#e9e6df", "#b9b3a7", "#3b3831", "#8d8676", "#4d3f05", "#173a26", "#4a1f18"
    ),
    "contrast": Theme(
        "light", "#ffffff", "#ffffff", "#000000", "#000000", "#000000", "#000000", "#ffe14d", "#c4f0d2", "#ffd3ca"
    ),
    "contrast-dark": Theme(
        "dark", "#000000", "#000000", "#ffffff", "#ffffff", "#ffffff", "#ffffff", "#5c4a00", "#0c4022", "#5a1a10"
    ),
}
"""By name. ``contrast-dark`` is not chosen: it is what high contrast looks like on a device set to dark."""

AUTOMATIC = (
    ("light", ""),
    ("dark", "(prefers-color-scheme: dark)"),
    ("contrast", "(prefers-contrast: more)"),
    ("contrast-dark", "(prefers-contrast: more) and (prefers-color-scheme: dark)"),
)
"""Which theme the device's own wishes lead to, the later ones winning."""

ACCENTED = ":root, .striped"
"""What takes the accent of the theme from its own colours (``colours.publication_rules``)."""


def automatic_rules() -> str:
    """Return the style rules for a reader who has chosen nothing."""
    return "".join(_under(query, theme_rules(name)) for name, query in AUTOMATIC)


def chosen_rules(name: str) -> str:
    """Return the style rules for a theme that a reader has chosen; they win over the device's wishes."""
    if name != "contrast":
        return theme_rules(name)
    return theme_rules(name) + _under("(prefers-color-scheme: dark)", theme_rules("contrast-dark"))


def theme_rules(name: str) -> str:
    """Return one theme as style rules."""
    theme = THEMES[name]
    colours = ("paper", "sheet", "ink", "muted", "rule", "edge", "mark", "added", "removed")
    tokens = "".join(f"--{token}:{getattr(theme, token)};" for token in colours)
    return f":root{{color-scheme:{theme.scheme};{tokens}}}\n{ACCENTED}{{--accent:var(--accent-{name})}}\n"


def _under(query: str, rules: str) -> str:
    return f"@media {query}{{{rules}}}\n" if query else rules
