"""One ICU for every number, date, unit, plural and list, and the catalogues with the stand's own words."""

from __future__ import annotations

from kushk.base.locale.catalogue import Wording, compile_all, message, noted, wording
from kushk.base.locale.dates import date, iso
from kushk.base.locale.format import bytes_shown, compact, duration, listing, minutes, money, number, percent, relative
from kushk.base.locale.names import CHOOSER, autonym, country_name, interface_name, language_name
from kushk.base.locale.tables import INTERFACES, SPOKEN, html_tag, pinned
from kushk.base.locale.wishes import best_interface

__all__ = [
    "CHOOSER",
    "INTERFACES",
    "SPOKEN",
    "Wording",
    "autonym",
    "best_interface",
    "bytes_shown",
    "compact",
    "compile_all",
    "country_name",
    "date",
    "duration",
    "html_tag",
    "interface_name",
    "iso",
    "language_name",
    "listing",
    "message",
    "minutes",
    "money",
    "noted",
    "number",
    "percent",
    "pinned",
    "relative",
    "wording",
]
