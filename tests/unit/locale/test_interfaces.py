"""What each interface is called, in addresses, in HTML, by its speakers and by Django."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from django.utils import translation

from kushk.base import locale
from kushk.base.locale import INTERFACES
from kushk.base.locale.tables import PSEUDO, django_tag
from kushk.core.languages import direction_of, normalise_tag

NAMES = {
    "en": "English",
    "ar": "العربية",
    "id": "Bahasa Indonesia",
    "ms": "Bahasa Melayu",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "sw": "Kiswahili",
    "pt-BR": "Português (Brasil)",
    "ru": "Русский",
    "he": "עברית",
    "ur": "اردو",
    "fa": "فارسی",
    "hi": "हिन्दी",
    "ta": "தமிழ்",
    "zh": "中文（简体）",
    "ja": "日本語",
    "ko": "한국어",
}
"""The interfaces in the chooser's order, each as its speakers write it."""


def test_the_chooser_lists_every_interface_by_its_own_name():
    assert {tag: locale.interface_name(tag) for tag in locale.CHOOSER} == NAMES
    assert list(locale.CHOOSER) == list(NAMES)
    assert set(locale.CHOOSER) == set(INTERFACES)


@pytest.mark.parametrize(
    ("tag", "own"),
    [
        ("ar", "العربية"),
        ("fr", "Français"),
        ("zh-Hans", "简体中文"),
        ("zh-Hant", "繁體中文"),
        ("he", "עברית"),
        ("hi", "हिन्दी"),
    ],
)
def test_autonyms_of_stories_are_fit_to_stand_in_a_list(tag, own):
    assert locale.autonym(tag) == own


@pytest.mark.parametrize("tag", INTERFACES)
def test_tags_are_language_tags_and_tell_the_script_where_one_may_doubt(tag):
    html = locale.html_tag(tag)
    assert html == normalise_tag(html)
    assert html == ("zh-Hans" if tag == "zh" else tag)
    assert direction_of(html) == ("rtl" if tag in {"ar", "fa", "he", "ur"} else "ltr")


@pytest.mark.parametrize("tag", [*INTERFACES, *PSEUDO])
def test_django_has_words_of_its_own_in_each(tag):
    with translation.override(django_tag(tag)):
        assert translation.get_language() == django_tag(tag)
        shown = translation.gettext("Yes")
    assert (shown == "Yes") == tag.startswith("en")


@pytest.mark.parametrize("tag", INTERFACES)
def test_no_name_of_a_language_or_country_is_left_in_english(tag):
    languages = [language for language in INTERFACES if "-" not in language]
    countries = "EG SA IR IN PK CN MY ID IL KE TZ RU BR DE JP KR FR ES PE BE IE OM US GB LK".split()
    for name in [locale.language_name(language, tag) for language in languages]:
        assert tag == "en" or _is_native(name, tag), name
    for name in [locale.country_name(country, tag) for country in countries]:
        assert tag == "en" or _is_native(name, tag), name


def _is_native(name: str, tag: str) -> bool:
    return bool(re.search(r"[^\W\d_]", name)) and (
        name.isascii() <= (tag in {"de", "es", "fr", "id", "ms", "pt-BR", "sw"})
    )


def test_made_up_languages_are_no_addresses_unless_they_are_switched_on():
    script = (
        "import os; os.environ.pop('KUSHK_PSEUDO', None);"
        "from kushk.base.locale import SPOKEN, INTERFACES; assert SPOKEN == set(INTERFACES)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
    assert set(PSEUDO) <= locale.SPOKEN
    assert not set(PSEUDO) & set(INTERFACES)
