"""The table of languages in ``docs/translations.md``, written from the catalogues and from ICU."""

from __future__ import annotations

import re

from kushk.base.options import ROOT

PAGE = ROOT / "docs" / "translations.md"

_BETWEEN = re.compile(r"(?<=<!-- table: ./kushk docs -->\n).*?(?=<!-- end of table -->)", re.DOTALL)

_UNCHECKED = "first pass, by no native speaker"
_ORIGINAL = "the original"
_NOBODY = "nobody yet"
_ORDER = ("zero", "one", "two", "few", "many", "other")


def translations_page() -> str:
    """Return ``docs/translations.md`` with its table as it should be; people write the rest of the page."""
    return _BETWEEN.sub(lambda _: _table(), PAGE.read_text(encoding="utf-8"))


def _table() -> str:
    from kushk.base.locale import INTERFACES

    rows = "".join(f"| {' | '.join(_row(tag))} |\n" for tag in INTERFACES)
    return (
        "| Language | Tag | Messages | Written by | Checked by | Plural cases | Numbers and dates |\n"
        f"| --- | --- | --- | --- | --- | --- | --- |\n{rows}"
    )


def _row(tag: str) -> tuple[str, ...]:
    import polib

    from kushk.base.locale import date, interface_name, number
    from kushk.base.locale.catalogue import FOLDER
    from kushk.base.locale.checks.plurals import categories

    catalogue = polib.pofile(str(FOLDER / tag / "LC_MESSAGES" / "django.po"))
    known = catalogue.metadata
    return (
        interface_name(tag),
        f"`{tag}`",
        str(len([entry for entry in catalogue if entry.msgstr])),
        known.get("X-Written-By") or (_ORIGINAL if tag == "en" else _UNCHECKED),
        known.get("X-Checked-By") or (_ORIGINAL if tag == "en" else _NOBODY),
        ", ".join(case for case in _ORDER if case in categories(tag)),
        f"{number(1234.5, tag)} · {date('2026-11-04', tag)}",
    )
