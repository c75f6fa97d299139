"""Encodings, declared rightly, wrongly and not at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kushk.sources.formats.charset import decode

TEXTS = {
    "ru": "Сегодня в порту прошёл праздник, на который пришли тысячи жителей и гостей города.",
    "ar": "شهدت المدينة اليوم احتفالا كبيرا حضره آلاف السكان والزوار من أنحاء البلاد",
    "ja": "今日は港で大きな祭りが開かれ、多くの人々が参加しました。天気もよかったです。",
    "zh": "今天港口举行了盛大的庆祝活动,成千上万的市民参加了庆祝。",
    "zh-TW": "今天港口舉行了盛大的慶祝活動,成千上萬的市民參加了慶祝。",
    "ko": "오늘 항구에서 큰 축제가 열려 많은 시민들이 참가했습니다. 날씨도 좋았습니다",
    "fr": "L’été dernier, à Sète, les élèves ont fêté la fin de l’année — déjà.",
    "pl": "Dziś w porcie odbyło się święto, na które przyszły tysiące mieszkańców.",
    "tr": "Bugün limanda büyük bir şenlik düzenlendi, ağaçlar çiçek açtı.",
    "el": "Σήμερα στο λιμάνι έγινε μεγάλη γιορτή με χιλιάδες κατοίκους",
    "he": "היום בנמל התקיימה חגיגה גדולה בהשתתפות אלפי תושבים",
    "th": "วันนี้ที่ท่าเรือมีงานเทศกาลใหญ่ ผู้คนหลายพันคนมาร่วมงาน",
}
ENCODINGS = [
    ("ru", "windows-1251"),
    ("ru", "koi8-r"),
    ("ru", "iso-8859-5"),
    ("ar", "windows-1256"),
    ("ar", "iso-8859-6"),
    ("ja", "shift_jis"),
    ("ja", "euc-jp"),
    ("ja", "iso-2022-jp"),
    ("zh", "gb2312"),
    ("zh", "gbk"),
    ("zh", "gb18030"),
    ("zh-TW", "big5"),
    ("ko", "euc-kr"),
    ("fr", "windows-1252"),
    ("pl", "iso-8859-2"),
    ("tr", "iso-8859-9"),
    ("el", "iso-8859-7"),
    ("he", "windows-1255"),
    ("th", "tis-620"),
]
GUESSED = [pair for pair in ENCODINGS if pair[1] not in ("iso-8859-5", "iso-8859-6", "iso-8859-2", "iso-8859-9")]


def document(text: str, declared: str = "", language: str = "") -> str:
    said = f' encoding="{declared}"' if declared else ""
    return f'<?xml version="1.0"{said}?><rss><language>{language}</language><title>{text}</title></rss>'


@pytest.mark.parametrize(("language", "encoding"), ENCODINGS)
def test_declared_encoding_is_believed(language: str, encoding: str) -> None:
    text = TEXTS[language].encode(encoding, "ignore").decode(encoding)
    whole = document(text, encoding)
    assert decode(whole.encode(encoding)).text == whole
    undeclared = document(text)
    assert decode(undeclared.encode(encoding), f"text/xml; charset={encoding}").text == undeclared


@pytest.mark.parametrize(("language", "encoding"), ENCODINGS)
def test_bytes_that_are_utf_8_are_utf_8_whatever_is_declared(language: str, encoding: str) -> None:
    whole = document(TEXTS[language], encoding)
    decoded = decode(whole.encode(), f"text/xml; charset={encoding}")
    assert (decoded.text, decoded.encoding, decoded.mended) == (whole, "utf-8", False)
    assert decoded.overruled


@pytest.mark.parametrize(("language", "encoding"), GUESSED)
@pytest.mark.parametrize("declared", ["", "utf-8"])
def test_encoding_that_nobody_declared_is_guessed(language: str, encoding: str, declared: str) -> None:
    whole = document(TEXTS[language], declared, language)
    assert decode(whole.encode(encoding)).text == whole


@pytest.mark.parametrize("text", ["Été à la plage, déjà là", "Ærø får færge", "Straße", "¿Qué pasó?"])
def test_few_words_full_of_accents_are_latin_still(text: str) -> None:
    assert decode(document(text).encode("latin-1")).text == document(text)


@pytest.mark.parametrize(("language", "encoding"), [("pl", "windows-1250"), ("tr", "windows-1254")])
def test_language_settles_which_latin_letters_are_meant(language: str, encoding: str) -> None:
    whole = document(TEXTS[language], language=language)
    assert decode(whole.encode(encoding)).text == whole


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
)
def test_unicode_in_every_width(encoding: str) -> None:
    whole = document(TEXTS["ar"], "utf-16")
    assert decode(whole.encode(encoding)).text == whole


def test_few_windows_bytes_in_utf_8_are_read_each_for_themselves() -> None:
    decoded = decode("élève, forêt, ".encode() + b"caf\xe9 \x93x\x94" + ", été".encode())
    assert decoded.text == "élève, forêt, café “x”, été"
    assert decoded.mended


def test_character_cut_in_two_by_the_end_is_left_out() -> None:
    assert decode("élève à été".encode()[:-1]).text == "élève à ét"


@pytest.mark.parametrize("label", ["rot13", "base64", "nonsense", "x" * 500, "utf-16", "hex"])
def test_label_that_is_no_encoding_is_ignored(label: str) -> None:
    assert decode(f'<?xml version="1.0" encoding="{label}"?><a>é</a>'.encode()).text.endswith("<a>é</a>")


@settings(deadline=None)
@given(
    st.binary(max_size=300), st.sampled_from(["", "text/xml; charset=utf-8", "text/html; charset=gbk", "x; charset="])
)
def test_any_bytes_are_some_text(body: bytes, media_type: str) -> None:
    assert isinstance(decode(body, media_type).text, str)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=200))
def test_utf_8_text_survives(text: str) -> None:
    body = ("x" + text).encode()
    assert decode(body).text == "x" + text
