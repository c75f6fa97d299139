"""The checks of characters complain of faults that were put in."""

from __future__ import annotations

import pytest
from tests.unit.locale.seeds import rules_broken


@pytest.mark.parametrize(
    ("rule", "tag", "msgid", "text"),
    [
        ("direction-marks", "ar", "Share", "\u202bمشاركة\u202c"),
        ("direction-marks", "ar", "Share", "مشا\u202eركة"),
        ("direction-marks", "ar", "Share {x}", "مشاركة \u2068{x}"),
        ("direction-marks", "ar", "Share {x}", "مشاركة {x}\u2069\u2068"),
        ("invisible", "de", "Share", "Tei\u00adlen"),
        ("invisible", "de", "Share", "Teilen\u200b"),
        ("invisible", "de", "Share", "\ufeffTeilen"),
        ("invisible", "ar", "Share", "مشا\u200cركة"),
        ("joiner", "fa", "Share", "هم رسانی"),
        ("joiner", "fa", "Share", "همرسانی"),
        ("joiner", "fa", "Settings are kept", "تنظیمات نگه داشته می شوند"),
        ("joiner", "fa", "All newspapers", "همهٔ روزنامه ها"),
        ("joiner", "fa", "All newspapers", "همهٔ روزنامهها"),
        ("apostrophe", "fr", "More stories", "Plus d'articles"),
        ("quotes", "de", "Press Save", 'Auf "Speichern" drücken'),
        ("spaces", "de", "Save story", "Artikel  speichern"),
        ("spaces", "de", "Save", "Speichern "),
        ("spaces", "de", "Save", "\u00a0Speichern"),
        ("markup", "de", "Save", "<b>Speichern</b>"),
        ("markup", "de", "Save", "Speichern&nbsp;unter"),
        ("names", "de", "Try {plan}", "{plan} testen, auch GOLD"),
        ("names", "de", "Read Kushk", "Kiosk lesen"),
        ("names", "ar", "QR code", "رمز الاستجابة"),
    ],
)
def test_a_character_that_does_not_belong(rule, tag, msgid, text):
    assert rule in rules_broken(tag, msgid, text)


@pytest.mark.parametrize(
    ("tag", "msgid", "text"),
    [
        ("ar", "Share {x}", "مشاركة \u2068{x}\u2069"),
        ("fa", "Share", "هم\u200cرسانی"),
        ("fa", "It is kept", "نگه داشته می\u200cشود"),
        ("fa", "Remains", "باقی"),
        ("fr", "More stories", "Plus d’articles"),
        ("ta", "Save {x}", "{x} சேமி"),
    ],
)
def test_a_character_that_does(tag, msgid, text):
    assert rules_broken(tag, msgid, text) == set()
