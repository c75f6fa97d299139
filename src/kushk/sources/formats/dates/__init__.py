"""Dates as people and machines write them, in any language, calendar and digits, read into ISO 8601."""

from __future__ import annotations

from kushk.sources.formats.dates.read import find_date, is_about_date, is_date_line, parse_date

__all__ = ["find_date", "is_about_date", "is_date_line", "parse_date"]
