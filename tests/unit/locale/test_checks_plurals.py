"""The checks of placeholders and plurals complain of faults that were put in; ICU and Babel agree on the plurals."""

from __future__ import annotations

import pytest
from tests.unit.locale.seeds import rules_broken

from kushk.base.locale import INTERFACES
from kushk.base.locale.checks.plurals import case_of, categories

FOUND = "{count, plural, one {# story found} other {# stories found}}"
NUMBERS = [*range(1100), 1_000_000, 2_000_000, 1.5, 2.5, 0.5, 10.1]


@pytest.mark.parametrize("tag", INTERFACES)
def test_icu_and_babel_know_the_same_plurals(tag):
    assert {case_of(number, tag) for number in NUMBERS} == categories(tag)


@pytest.mark.parametrize(
    ("tag", "msgid", "text"),
    [
        ("ar", "Try {plan} free", "يحاول ذهب - حر"),
        ("fr", "More from {publication}", "Plus d’articles"),
        ("ta", "Reading time: {duration}", "வாசிப்பு நேரம்: {கால_அளவு}"),
        ("de", "More from {publication}", "Mehr von {publication} und {other}"),
        ("de", "More from {publication}", "{publication}: mehr von {publication}"),
        ("de", "Reading time: {duration}", "Lesezeit: {duration}, %(minutes)s"),
        ("ta", "Reading time", "% வாசிப்பு நேரம் %"),
    ],
)
def test_placeholders_that_were_lost_made_up_repeated_or_translated(tag, msgid, text):
    assert "placeholders" in rules_broken(tag, msgid, text)


@pytest.mark.parametrize("text", ["Mehr von {publication", "Mehr } von", "{2 Wörter}", "{n, plural, one}", "{{x}}"])
def test_what_is_no_pattern(text):
    assert "pattern" in rules_broken("de", "More from {publication}", text)


def test_a_kind_of_value_that_icu_does_not_know():
    assert "pattern" in rules_broken("de", "{count, number}", "{count, nummer}")


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ru", "{count, plural, one {# статья} many {# статей} other {# статьи}}"),
        ("he", "{count, plural, one {נמצאה כתבה #} other {נמצאו # כתבות}}"),
        ("fr", "{count, plural, one {# article trouvé} other {# articles trouvés}}"),
        ("ja", "{count, plural, one {#件} other {#件}}"),
        ("de", "Artikel"),
    ],
)
def test_plurals_without_one_of_their_cases_or_with_one_too_many(tag, text):
    assert "plural-cases" in rules_broken(tag, FOUND, text)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("fr", "{count, plural, one {un article trouvé} many {# d’articles} other {# articles}}"),
        ("ru", "{count, plural, one {одна статья} few {# статьи} many {# статей} other {# статьи}}"),
        ("de", "{count, plural, one {ein Artikel} other {mehrere Artikel}}"),
    ],
)
def test_a_case_of_several_numbers_shows_its_number(tag, text):
    assert "plural-number" in rules_broken(tag, FOUND, text)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("de", "{count, plural, one {ein Artikel} other {# Artikel}}"),
        ("de", "{count, plural, =0 {kein Artikel} one {ein Artikel} other {# Artikel}}"),
        (
            "ar",
            "{count, plural, zero {لا شيء} one {نتيجة واحدة} two {نتيجتان} few {# نتائج} many {# نتيجة} other {#}}",
        ),
        ("he", "{count, plural, one {נמצאה כתבה אחת} two {נמצאו שתי כתבות} other {נמצאו # כתבות}}"),
        ("zh", "找到{count, number}篇文章"),
    ],
)
def test_a_case_of_one_number_need_not_show_it(tag, text):
    assert (
        rules_broken(tag, FOUND, text) <= {"plural-cases"} if tag == "zh" else rules_broken(tag, FOUND, text) == set()
    )
