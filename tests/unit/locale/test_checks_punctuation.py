"""The checks of punctuation and length complain of faults that were put in."""

from __future__ import annotations

import pytest
from tests.unit.locale.seeds import rules_broken

from kushk.base.locale.checks.lengths import width


@pytest.mark.parametrize(
    ("rule", "tag", "msgid", "text"),
    [
        ("punctuation", "ar", "Save, then share", "حفظ, ثم مشاركة"),
        ("punctuation", "fa", "What changed", "چه تغییر کرد?"),
        ("punctuation", "ur", "It was saved.", "محفوظ ہو گیا."),
        ("punctuation", "fr", "Text size: {size}", "Taille du texte: {size}"),
        ("punctuation", "fr", "Text size: {size}", "Taille du texte : {size}"),
        ("punctuation", "fr", "Found {words}", "Trouvé «{words}»"),
        ("punctuation", "es", "Again?", "Otra vez?"),
        ("punctuation", "es", "Done!", "Hecho!"),
        ("punctuation", "zh", "Text size: {size}", "文字大小: {size}"),
        ("punctuation", "ja", "Save, then share", "保存, 共有"),
        ("ending", "hi", "It was saved.", "सहेजा गया."),
        ("ending", "ur", "It was saved.", "محفوظ ہو گیا"),
        ("ending", "ja", "It was saved.", "保存しました"),
        ("ending", "zh", "It was saved.", "已保存."),
        ("ending", "de", "Save", "Speichern."),
        ("ending", "de", "Loading…", "Wird geladen"),
        ("ending", "ar", "Again?", "مرة أخرى"),
        ("length", "de", "Save", "Auf diesem Gerät aufbewahren"),
        ("length", "ja", "All", "この売店にあるすべての出版物"),
    ],
)
def test_a_mark_that_does_not_belong_and_a_label_without_room(rule, tag, msgid, text):
    assert rule in rules_broken(tag, msgid, text)


@pytest.mark.parametrize(
    ("tag", "msgid", "text"),
    [
        ("fr", "Text size: {size}", "Taille du texte\u00a0: {size}"),
        ("fr", "Found {words}", "Trouvé «\u00a0{words}\u00a0»"),
        ("es", "Again?", "¿Otra vez?"),
        ("ur", "It was saved.", "محفوظ ہو گیا۔"),
        ("zh", "Loading…", "正在加载……"),
        ("de", "Whose stories these are", "Wem gehören diese Artikel?"),
        ("ar", "Ratio 3.5", "النسبة 3.5"),
        ("de", "It was kept on this device.", "Es wurde auf diesem Gerät für später aufbewahrt, auch ohne Netz."),
    ],
)
def test_marks_as_the_language_has_them(tag, msgid, text):
    assert rules_broken(tag, msgid, text) == set()


def test_the_width_of_a_text_is_what_is_seen():
    assert width("Save") == 4
    assert width("保存") == 4
    assert width("مجانًا") == 5
    assert width("هم\u200cرسانی") == 7
