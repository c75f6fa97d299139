"""Numbers, dates, units and lists in many locales: golden values of CLDR 48, read by people."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from threading import Thread

import pytest

from kushk.base import locale
from kushk.base.locale.tables import pinned

SAMPLES = (0, 1, 2, 3, 5, 11, 21, 100, 101, 1_000_000)


@pytest.mark.parametrize(
    ("tag", "two", "eight", "short"),
    [
        ("en", "2 minutes", "8 minutes", "8 min"),
        ("ar", "دقيقتان", "8 دقائق", "8 دقائق"),
        ("fr", "2 minutes", "8 minutes", "8 min"),
        ("es", "2 minutos", "8 minutos", "8 min"),
        ("hi", "2 मिनट", "8 मिनट", "8 मि॰"),
        ("zh-Hans", "2分钟", "8分钟", "8分钟"),
        ("ms", "2 minit", "8 minit", "8 min."),
        ("id", "2 menit", "8 menit", "8 mnt"),
        ("ur", "2 منٹ", "8 منٹ", "8 منٹ"),
        ("fa", "۲ دقیقه", "۸ دقیقه", "۸ دقیقه"),
        ("he", "שתי דקות", "8 דקות", "8 דק׳"),
        ("ta", "2 நிமிடங்கள்", "8 நிமிடங்கள்", "8 நிமி."),
        ("sw", "dakika 2", "dakika 8", "dakika 8"),
        ("ru", "2 минуты", "8 минут", "8 мин"),
        ("pt-BR", "2 minutos", "8 minutos", "8 min"),
        ("de", "2 Minuten", "8 Minuten", "8 Min."),
        ("ja", "2分", "8分", "8分"),
        ("ko", "2분", "8분", "8분"),
        ("yo", "ìṣẹ́jú 2", "ìṣẹ́jú 8", "ìṣẹ́jú 8"),
    ],
)
def test_minutes_take_the_locales_own_unit_and_plural(tag, two, eight, short):
    spoken = [locale.minutes(2, tag), locale.minutes(8, tag), locale.minutes(8, tag, "short")]
    assert [text.replace("\u00a0", " ").replace("\u202f", " ") for text in spoken] == [two, eight, short]


@pytest.mark.parametrize(
    ("count", "tag", "long", "short"),
    [
        (59, "en", "59 minutes", "59 min"),
        (60, "en", "1 hour", "1 hr"),
        (125, "en", "2 hours, 5 minutes", "2 hr, 5 min"),
        (60, "ar", "ساعة", "ساعة"),
        (122, "ar", "ساعتان ودقيقتان", "ساعتان ودقيقتان"),
        (191, "ar", "3 ساعات و11 دقيقة", "3 ساعات و11 دقيقة"),
        (75, "de", "1 Stunde, 15 Minuten", "1 Std., 15 Min."),
        (75, "ja", "1時間15分", "1時間15分"),
    ],
)
def test_an_hour_or_more_is_told_in_hours(count, tag, long, short):
    spoken = [locale.duration(count, tag), locale.duration(count, tag, "short")]
    assert [text.replace("\u00a0", " ").replace("\u202f", " ") for text in spoken] == [long, short]


@pytest.mark.parametrize("tag", ["ar", "ta", "ru", "pl", "he", "ckb", "yo", "hi", "sw"])
@pytest.mark.parametrize("width", ["long", "short"])
def test_minutes_are_never_english_elsewhere(tag, width):
    for count in SAMPLES:
        assert "min" not in locale.minutes(count, tag, width).replace("minut", "") or tag == "pl"


def test_the_arabic_dual_does_not_repeat_the_number():
    assert locale.minutes(2, "ar") == "دقيقتان"
    assert locale.minutes(1, "ar") == "دقيقة واحدة"
    assert locale.minutes(1, "ta") == "1 நிமிடம்"


@pytest.mark.parametrize(
    ("value", "tag", "style", "shown"),
    [
        ("2026", "en", "long", "2026"),
        ("2026-11", "en", "long", "November 2026"),
        ("2026-11-04", "en", "long", "November 4, 2026"),
        ("2026-11-04", "en", "short", "Nov 4, 2026"),
        ("2026-11-04T22:05:00+02:00", "en", "time", "November 4, 2026 at 10:05 PM"),
        ("2026-11-04", "en", "time", "November 4, 2026"),
        ("2026", "ar", "long", "2026"),
        ("2026-11", "ar", "long", "نوفمبر 2026"),
        ("2026-11-04", "ar", "full", "الأربعاء، 4 نوفمبر 2026"),
        ("2026-11-04T22:05Z", "ar", "time", "4 نوفمبر 2026 في 10:05 م"),
        ("2026", "zh-Hans", "long", "2026年"),
        ("2026-11-04", "fa", "short", "۱۳ آبان ۱۴۰۵"),
        ("2026-11-04", "fa", "long", "۱۳ آبان ۱۴۰۵ (۴ نوامبر ۲۰۲۶)"),
        ("2026-11-04", "fa", "full", "چهارشنبه ۱۳ آبان ۱۴۰۵ (۴ نوامبر ۲۰۲۶)"),
        ("2026-11-04T22:05", "fa", "time", "۱۳ آبان ۱۴۰۵ ساعت ۲۲:۰۵ (۴ نوامبر ۲۰۲۶)"),
        ("2026", "fa", "long", "۲۰۲۶"),
        ("2026-11", "fa", "short", "نوامبر ۲۰۲۶"),
        ("2026-01-01", "fr", "full", "jeudi 1er janvier 2026"),
        ("2026-01-11", "fr", "long", "11 janvier 2026"),
        ("2026-01", "fr", "long", "janvier 2026"),
        ("2026-01-01", "pt-BR", "short", "1º de jan. de 2026"),
        ("2026-01-04T22:05", "de", "time", "4. Januar 2026 um 22:05 Uhr"),
        ("2026-01-04T22:05", "hi", "time", "4 जनवरी 2026 को रात 10:05 बजे"),
        ("2026-11-04", "id", "full", "Rabu, 4 November 2026"),
        ("2026-11-04", "hi", "long", "4 नवंबर 2026"),
    ],
)
def test_a_date_is_as_precise_as_its_source(value, tag, style, shown):
    assert locale.date(value, tag, style).replace("\u202f", " ") == shown


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-01", "2026-02-30", "0000", "2026-11-04T25:00", "9" * 5000])
def test_what_is_no_date_shows_nothing(text):
    assert locale.date(text, "en") == ""
    assert locale.iso(text) == ""


@pytest.mark.parametrize(
    ("value", "machine"),
    [
        ("2026", "2026"),
        ("2026-11", "2026-11"),
        ("2026-11-04T22:05:01.25+02:00", "2026-11-04T22:05:01.25+02:00"),
        ("2026-11-04 22:05", "2026-11-04T22:05"),
        (" 2026-11-04T22:05Z ", "2026-11-04T22:05Z"),
        ('2026-11-04T22:05"onload=x', "2026-11-04T22:05"),
    ],
)
def test_the_machine_date_is_what_html_takes(value, machine):
    assert locale.iso(value) == machine


def test_the_wall_clock_never_moves_with_the_machines_zone(monkeypatch):
    monkeypatch.setenv("TZ", "America/New_York")
    assert locale.date("2026-03-08T02:30", "en", "time").replace("\u202f", " ") == "March 8, 2026 at 2:30 AM"


def test_dates_and_moments_are_taken_too():
    assert locale.date(date(2026, 11, 4), "en") == "November 4, 2026"
    assert locale.iso(date(2026, 11, 4)) == "2026-11-04"
    assert locale.date(datetime(2026, 11, 4, 9, 30, tzinfo=UTC), "de", "short") == "4. Nov. 2026"


def test_digits_are_pinned():
    assert locale.number(1234567.5, "en") == "1,234,567.5"
    assert locale.number(1234567, "hi") == "12,34,567"
    assert locale.number(1234, "ar") == "1,234"
    assert locale.number(1234, "ar-EG") == "١٬٢٣٤"
    assert locale.number(1234, "fa") == "۱٬۲۳۴"
    assert pinned("ar") == "ar-u-ca-gregory-nu-latn-tz-utc"
    assert locale.compact(1_200_000, "ar") == "1.2\u00a0مليون"


@pytest.mark.parametrize("tag", ["", "x", "en'}{", "a" * 100, "../../etc", "en-u-nu-arab-ca-islamic-co-phonebk", "٣"])
def test_a_hostile_tag_counts_as_the_fallback_language(tag):
    assert locale.number(1234, tag) == "1,234"
    assert locale.listing(["a", "b"], tag) == "a and b"


@pytest.mark.parametrize(
    ("tag", "shown"),
    [("en", "a, b, and c"), ("ar", "a وb وc"), ("zh-Hans", "a、b和c"), ("es", "a, b y c"), ("de", "a, b und c")],
)
def test_lists_are_joined_as_the_locale_joins_them(tag, shown):
    assert locale.listing(["a", "b", "c"], tag) == shown
    assert locale.listing([], tag) == ""
    assert locale.listing(["a"], tag) == "a"


def test_how_long_ago_is_told_under_a_day_only():
    now = datetime(2026, 11, 4, 12, tzinfo=UTC)
    assert locale.relative(now - timedelta(hours=2), now, "ar") == "قبل ساعتين"
    assert locale.relative(now - timedelta(minutes=5), now, "en") == "5 minutes ago"
    assert locale.relative(now - timedelta(seconds=5), now, "en") == "1 minute ago"
    assert locale.relative(now - timedelta(days=2), now, "en") == "Nov 2, 2026"
    assert locale.relative(now + timedelta(hours=1), now, "en") == "Nov 4, 2026"


@pytest.mark.parametrize(
    ("tag", "half", "amount"),
    [("en", "50%", "3.2 MB"), ("fr", "50 %", "3,2 Mo"), ("fa", "۵۰٪", "۳٫۲ مگابایت"), ("ar", "50%", "3.2 ميغابايت")],
)
def test_shares_and_amounts_of_storage(tag, half, amount):
    plain = [locale.percent(0.5, tag), locale.bytes_shown(3_240_000, tag)]
    spaces = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u200e": None})
    assert [text.translate(spaces) for text in plain] == [half, amount]


def test_little_is_a_kilobyte_and_nothing_is_nothing():
    shown = [locale.bytes_shown(count, "en") for count in (0, 1, 1000, 1500, 999_000, 1_000_000, 7_500_000_000)]
    assert shown == ["0 kB", "1 kB", "1 kB", "1.5 kB", "999 kB", "1 MB", "7.5 GB"]


def test_names_of_languages_and_countries():
    assert locale.language_name("ar", "en") == "Arabic"
    assert locale.language_name("zh-Hant", "ar") == "الصينية التقليدية"
    assert locale.language_name("qqq", "en") == "qqq"
    assert locale.language_name("en-GB", "ar") == "الإنجليزية"
    assert locale.language_name("pt-BR", "en") == "Portuguese"
    assert locale.language_name("zh-TW", "en") == locale.language_name("zh-Hant-TW", "en") == "Traditional Chinese"
    assert locale.language_name("sr-Latn-RS", "en") == locale.language_name("sr-Latn", "en")
    assert locale.language_name("und", "ar") == "لغة غير معروفة"
    assert locale.country_name("eg", "ar") == "مصر"
    assert locale.country_name("ZZZ", "en") == "ZZZ"


def test_many_threads_format_at_once():
    shown = []

    def work():
        shown.extend(locale.minutes(count % 12, "ar") for count in range(2000))

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert shown.count("دقيقتان") == 4 * len([count for count in range(2000) if count % 12 == 2])
