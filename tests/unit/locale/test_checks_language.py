"""The checks of language complain of English, of neighbours, and of other scripts."""

from __future__ import annotations

import pytest
from tests.unit.locale.seeds import catalogue_with, rules_broken

from kushk.base.locale import INTERFACES
from kushk.base.locale.checks import Catalogue, catalogue, check

WHOLES = [("fa", "ar"), ("ar", "fa"), ("ur", "fa"), ("es", "pt-BR"), ("pt-BR", "es"), ("zh", "ja"), ("ru", "de")]


@pytest.mark.parametrize(
    ("rule", "tag", "text"),
    [
        ("script", "fa", "Reading settings"),
        ("script", "ru", "Настройки of the text"),
        ("script", "ja", "Settings 設定"),
        ("script", "zh", "설정"),
        ("letters", "fa", "المزيد من"),
        ("letters", "fa", "كتاب"),
        ("letters", "ar", "کتاب"),
        ("letters", "ur", "كتاب"),
        ("letters", "fa", "٣ دقیقه"),
        ("letters", "pt-BR", "Configuraçiones del año"),
        ("letters", "es", "Configurações"),
        ("letters", "ru", "Налаштування її"),
        ("letters", "zh", "文字設定"),
        ("letters", "sw", "Mipangilió"),
        ("foreign-words", "fa", "أحدث هذه"),
        ("foreign-words", "ur", "این متن"),
        ("foreign-words", "de", "Settings of the text"),
        ("foreign-words", "es", "Os ajustes do texto são uma coisa"),
        ("foreign-words", "pt-BR", "Los ajustes del texto"),
        ("foreign-words", "ms", "Bagikan tautan"),
        ("foreign-words", "id", "Kongsi pautan"),
        ("foreign-words", "hi", "हे नाही"),
    ],
)
def test_a_message_in_another_language(rule, tag, text):
    assert rule in rules_broken(tag, "A text", text)


@pytest.mark.parametrize(
    ("tag", "text"),
    [("ja", "QRコード"), ("zh", "需要JavaScript"), ("ar", "رمز QR"), ("ru", "Код QR"), ("ko", "QR 코드")],
)
def test_latin_terms_may_stand_in_any_script(tag, text):
    assert rules_broken(tag, "A text", text) == set()


@pytest.mark.parametrize(("tag", "really"), WHOLES)
def test_a_whole_catalogue_in_another_language(tag, really):
    swapped = Catalogue(tag, catalogue(really).entries)
    assert "language" in {complaint.rule for complaint in check(swapped, catalogue("en"))}


def test_malay_and_indonesian_are_told_apart_by_their_words():
    for tag, really in (("ms", "id"), ("id", "ms")):
        swapped = Catalogue(tag, catalogue(really).entries)
        assert "foreign-words" in {complaint.rule for complaint in check(swapped, catalogue("en"))}


def test_an_english_catalogue_under_another_name():
    for tag in set(INTERFACES) - {"en"}:
        swapped = Catalogue(tag, catalogue("en").entries)
        assert {"language", "english"} <= {complaint.rule for complaint in check(swapped, catalogue("en"))}, tag


def test_a_few_words_are_too_few_for_a_catalogue():
    found = check(catalogue_with("fa", ("A", "ب")), catalogue_with("en", ("A", "A")))
    assert "language" in {complaint.rule for complaint in found}
