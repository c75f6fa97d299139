import subprocess
import sys

import pytest

from kushk.core.detect import detect
from kushk.core.languages import base, direction_of, normalise_tag, script_of


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("en-us", "en-US"),
        ("EN_gb", "en-GB"),
        (" fr ", "fr"),
        ("en_US.UTF-8", "en-US"),
        ("en, fr", "en"),
        ("eng", "en"),
        ("ger", "de"),
        ("deu-AT", "de-AT"),
        ("iw", "he"),
        ("in", "id"),
        ("no", "no"),
        ("sh", "sr-Latn"),
        ("zh-CN", "zh-CN"),
        ("zh_hans_cn", "zh-Hans-CN"),
        ("zh-CHT", "zh-Hant"),
        ("zh-yue-HK", "yue-HK"),
        ("zh-min-nan", "nan"),
        ("sr@latin", "sr-Latn"),
        ("uz-UZ-Cyrl", "uz-Cyrl-UZ"),
        ("es-419", "es-419"),
        ("en-UK", "en-GB"),
        ("de-DE-1996", "de-DE-1996"),
        ("ar-EG-u-nu-latn", "ar-EG"),
        ("Français", "fr"),
        ("العربية", "ar"),
        ("", ""),
        ("xx", ""),
        ("und", ""),
        ("mul", ""),
        ("x-default", ""),
        ("klingonisch", ""),
        ("<script>", ""),
        ("e" * 1000, ""),
    ],
)
def test_tags_are_made_regular(text, tag):
    assert normalise_tag(text) == tag
    assert normalise_tag(tag) == tag


@pytest.mark.parametrize(
    "tag",
    [
        "ar",
        "ar-EG",
        "fa",
        "ur",
        "he",
        "iw",
        "yi",
        "ps",
        "sd",
        "ug",
        "ku-Arab",
        "ckb",
        "dv",
        "syr",
        "nqo",
        "pa-Arab",
        "pa-PK",
        "az-Arab",
        "az-IR",
        "uz-Arab",
        "ks",
        "ff-Adlm",
        "rhg",
    ],
)
def test_languages_from_right_to_left(tag):
    assert direction_of(tag) == "rtl"


@pytest.mark.parametrize("tag", ["en", "az", "ku", "pa", "uz", "sd-Deva", "ar-Latn", "yi-Latn", "zh-Hans", "und", ""])
def test_languages_from_left_to_right(tag):
    assert direction_of(tag) == "ltr"


def test_the_parts_of_a_tag():
    assert base("pt-BR") == "pt"
    assert script_of("pa-Arab-PK") == "Arab"
    assert script_of("pt-BR") == ""


SPANISH = (
    "El presidente del gobierno anunció ayer que las nuevas medidas económicas entrarán en vigor el próximo mes de "
    "enero, según fuentes oficiales consultadas por este periódico."
)


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("هذا نص عربي قصير", "en", "ar"),
        ("هذا نص عربي قصير", "ar-EG", "ar-EG"),
        ("Messi signs", "es", "es"),
        (SPANISH, "en-US", "es"),
        (SPANISH, "es_MX", "es-MX"),
        (SPANISH, "", "es"),
        ("東京都知事選挙", "ja", "ja"),
        ("東京へ行きました", "", "ja"),
        ("台灣總統說明這個國家的未來", "", "zh-Hant"),
        ("中国经济发展", "zh-CN", "zh-CN"),
        ("안녕하세요 여러분", "en", "ko"),
        ("สวัสดีชาวโลก", "", "th"),
        ("Καλημέρα κόσμε", "", "el"),
        ("שלום עולם", "yi", "yi"),
        ("iPhone 17 Pro", "ar", "ar"),
        ("", "fr-CA", "fr-CA"),
        ("42 !", "", "und"),
        ("https://example.org/a/b", "", "und"),
        ("", "nonsense", "und"),
    ],
)
def test_a_language_is_told(text, declared, language):
    assert detect(text, declared) == language


def test_a_long_text_costs_no_more_than_its_beginning():
    assert detect(SPANISH * 20_000) == "es"


ENGLISH_TEMPLATE = "Home News Sport Weather Share this story with your friends. "


def test_words_of_a_template_do_not_confirm_a_declared_language():
    assert detect(ENGLISH_TEMPLATE + SPANISH * 5, "en") == "es"


def test_a_sure_and_declared_language_needs_the_small_model_alone():
    code = "import sys; from kushk.core.detect import detect; print(detect(sys.argv[1], 'es-MX'), *sys.modules)"
    told = subprocess.run([sys.executable, "-c", code, SPANISH * 5], capture_output=True, text=True, check=True)
    language, *imported = told.stdout.split()
    assert language == "es-MX"
    assert "fasttext" in imported
    assert "py3langid" not in imported
