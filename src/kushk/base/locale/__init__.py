"""One ICU for every number, date, unit, plural and list, and the catalogues with the stand's own words."""

from __future__ import annotations

from kushk.base.locale.catalogue import Wording, compile_all, message, wording
from kushk.base.locale.format import compact, date, duration, iso, listing, minutes, number, relative
from kushk.base.locale.names import autonym, country_name, language_name
from kushk.base.locale.tables import INTERFACES, best_interface, pinned

__all__ = [
    "INTERFACES",
    "Wording",
    "autonym",
    "best_interface",
    "compact",
    "compile_all",
    "country_name",
    "date",
    "duration",
    "iso",
    "language_name",
    "listing",
    "message",
    "minutes",
    "number",
    "pinned",
    "relative",
    "wording",
]
