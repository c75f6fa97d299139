"""Dates and times of day by language: what ICU does not know."""

from __future__ import annotations

import re

UNSURE = frozenset({"en", "und", ""})
"""Tags under which 4/11/2026 may be either; it is left to the engine."""
MONTH_FIRST_TAGS = frozenset({"en-US", "en-PH", "es-PR", "en-PR"})
DAY_WORDS = {
    "ru": "d MMMM y 'года'",
    "en": "d MMMM y",
    "en-US": "MMMM d, y",
    "de": "d. MMMM y",
}
"""Patterns of a whole date; everywhere else it is CLDR's long one."""
MONTHS = {
    "en": {"sept": "September"},
    "es": {"sep": "septiembre", "set": "septiembre"},
    "ru": {"сент": "сентября", "янв": "января", "февр": "февраля", "фев": "февраля", "авг": "августа",
           "окт": "октября", "нояб": "ноября", "ноя": "ноября", "дек": "декабря"},
    "de": {"jan": "Januar", "feb": "Februar", "sept": "September", "okt": "Oktober", "dez": "Dezember"},
}  # fmt: skip
"""Shortened months beside those of CLDR."""
YEAR_DIGITS = {
    "zh": (re.compile(r"(?<![0-9])[12][0-9]{3}(?=\s?年)"), str.maketrans("0123456789", "零一二三四五六七八九"))
}
"""Years that are read digit by digit."""

TIMES = {
    "fr": ("# heures", "# heures @"),
    "de": ("# Uhr", "# Uhr @"),
    "zh": ("#点", "#点@分"),
    "ja": ("#時", "#時@分"),
    "ko": ("#시", "#시 @분"),
    "ur": ("# بج", "# بج کر @ منٹ"),
    "fa": ("#", "# و @ دقیقه"),
    "pt": ("# horas", "# e @"),
    "en": ("#", "# @"),
    "es": ("#", "# y @"),
}
"""A time of day on the hour, and with minutes: # is the hour and @ the minute. English with a nought: "10 oh 5"."""
NOUGHT = {"en": "oh "}
"""Said before minutes under ten."""
CLOCK_WORDS = {
    "de": r"\s?Uhr\b",
    "fr": r"\s?heures?\b",
    "pt": r"\s?horas?\b|\s?h\b",
    "es": r"\s?h\b\.?",
    "ur": r"\s?بجے",
}
"""What may follow a time on the page and is then part of it."""
