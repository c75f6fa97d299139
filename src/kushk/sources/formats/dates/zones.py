"""Time zones by the short names that news sites print, as offsets from Greenwich."""

from __future__ import annotations

import calendar
import re
from datetime import date

from kushk.sources.formats.dates.moment import offset

_HOURS: dict[str, float] = {
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "wet": 0, "tu": 0, "غرينتش": 0, "جرينتش": 0, "гринвичу": 0,
    "west": 1, "bst": 1, "cet": 1, "mez": 1, "wat": 1, "hnec": 1, "سيت": 1,
    "cest": 2, "mesz": 2, "eet": 2, "oez": 2, "cat": 2, "sast": 2, "heec": 2,
    "eest": 3, "oesz": 3, "msk": 3, "мск": 3, "trt": 3, "eat": 3, "idt": 3, "ast": -4, "مكة": 3,
    "irst": 3.5, "irdt": 4.5, "gst": 4, "samt": 4, "aft": 4.5, "pkt": 5, "uzt": 5, "yekt": 5,
    "ist": 5.5, "slst": 5.5, "npt": 5.75, "bdt": 6, "almt": 5, "mmt": 6.5, "ict": 7, "wib": 7, "novt": 7,
    "wita": 8, "sgt": 8, "myt": 8, "hkt": 8, "pht": 8, "pst8": 8, "awst": 8, "wit": 9, "jst": 9, "kst": 9,
    "acst": 9.5, "aest": 10, "acdt": 10.5, "aedt": 11, "nzst": 12, "nzdt": 13,
    "art": -3, "brt": -3, "clst": -3, "adt": -3, "clt": -4, "bot": -4, "vet": -4, "cot": -5, "pet": -5, "ect": -5,
    "edt": -4, "est": -5, "cdt": -5, "cst": -6, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8, "akdt": -8,
    "akst": -9, "hst": -10, "nst": -3.5, "ndt": -2.5,
}  # fmt: skip
_BY_LANGUAGE: dict[tuple[str, str], float] = {
    ("he", "ist"): 2, ("ga", "ist"): 1, ("en-IE", "ist"): 1, ("bn", "bst"): 6, ("zh", "cst"): 8, ("ar", "ast"): 3,
    ("fil", "pst"): 8, ("en-PH", "pst"): 8, ("es", "hora peninsular"): 1, ("ms", "wst"): 8,
}  # fmt: skip
"""What a name that several zones share means in a language."""

_AMERICAN = {"et": -5, "ct": -6, "mt": -7, "pt": -8}
"""Names that leave open whether it is summer time: the law of the United States since 2007 decides."""

_NUMERIC = re.compile(r"(?:utc|gmt|z)?\s?([+\-−–])\s?(\d{1,2}):?(\d{2})?(?![\d:])")
_NAME = re.compile(r"[^\W\d_]{1,9}")


def zone_at(text: str, at: int, language: str, day: date | None) -> tuple[str, int]:
    """Return the offset that the lower-case ``text`` names at ``at`` and where it ends; empty when there is none."""
    numeric = _NUMERIC.match(text, at)
    if numeric:
        sign = 1 if numeric[1] == "+" else -1
        minutes = int(numeric[2]) * 60 + int(numeric[3] or 0)
        if minutes <= 14 * 60:
            return offset(sign * minutes), numeric.end()
    name = _NAME.match(text, at)
    if not name:
        return "", at
    hours = _hours(name[0], language, day)
    return (offset(round(hours * 60)), name.end()) if hours is not None else ("", at)


def _hours(name: str, language: str, day: date | None) -> float | None:
    for tag in (language, language.split("-", maxsplit=1)[0]):
        if (tag, name) in _BY_LANGUAGE:
            return _BY_LANGUAGE[tag, name]
    if name in _AMERICAN:
        return _AMERICAN[name] + (day is not None and _american_summer(day))
    return _HOURS.get(name)


def _american_summer(day: date) -> bool:
    """From the second Sunday of March to the first of November (Energy Policy Act of 2005)."""
    return _sunday(day.year, 3, 2) <= day < _sunday(day.year, 11, 1)


def _sunday(year: int, month: int, number: int) -> date:
    first = calendar.weekday(year, month, 1)
    return date(year, month, 1 + (6 - first) % 7 + 7 * (number - 1))
