"""The words of signs, by language. A language that is missing leaves the sign to the engine."""

from __future__ import annotations

import re

DECIMAL_COMMA = frozenset(
    "fr es ru pt de tr id it nl pl cs sk uk be bg sr hr sl ro hu el sv da nb no nn fi et lv lt ca gl eu az kk vi".split()
)
"""Languages that write 3,5 where others write 3.5, after CLDR 48."""
DECIMAL_POINT_TAGS = frozenset("es-MX es-US es-PR es-GT es-HN es-NI es-PA es-SV es-DO es-419 de-CH".split())
"""Tags of those languages that write 3.5 all the same."""

KNOWN = frozenset(
    "en ar fr es hi zh ms id ur fa he ta sw ru pt de ja ko tr am it nl pl uk cs sk sv da nb no nn fi hu ro bg el hr sr sl "
    "ca gl eu vi th bn mr te kn ml gu pa ne si ka hy az kk uz af is et lv lt mk sq".split()
)
"""Languages in which CLDR 48 names currencies, measures and months; in others they are left as they are written."""

ONE_AFTER = {"en": re.compile(r"(?:\b[Aa]n?|['’]s)\s$")}
"""After these what is counted stands in the singular: "a 5 dollar note"."""

DECIMAL = {"fa": "ممیز", "ko": "점", "he": "נקודה"}
"""Said between the digits of 3.5 where the engine at hand says nothing or another word."""

RANGE = {
    "en": "to",
    "ar": "إلى",
    "fr": "à",
    "es": "a",
    "hi": "से",
    "zh": "到",
    "ms": "hingga",
    "id": "sampai",
    "ur": "سے",
    "fa": "تا",
    "he": "עד",
    "ta": "முதல்",
    "sw": "hadi",
    "pt": "a",
    "de": "bis",
    "ja": "から",
    "ko": "에서",
    "tr": "ila",
    "am": "እስከ",
    "it": "a",
    "nl": "tot",
}
"""Between the two numbers of 10–12. Russian and others say nothing there: two numbers in a row are a range."""

RANGE_AFTER = {
    "en": ("between", "and"),
    "fr": ("entre", "et"),
    "es": ("entre", "y"),
    "pt": ("entre", "e"),
    "de": ("zwischen", "und"),
    "it": ("tra", "e"),
    "nl": ("tussen", "en"),
}
"""A word before a range that asks for another word within it, and that word."""

MINUS = {
    "en": "minus",
    "ar": "ناقص",
    "fr": "moins",
    "es": "menos",
    "hi": "माइनस",
    "zh": "负",
    "ms": "negatif",
    "id": "minus",
    "ur": "منفی",
    "fa": "منفی",
    "he": "מינוס",
    "ta": "மைனஸ்",
    "sw": "hasi",
    "ru": "минус",
    "pt": "menos",
    "de": "minus",
    "ja": "マイナス",
    "ko": "마이너스",
    "tr": "eksi",
    "it": "meno",
    "nl": "min",
}
PLUS = {
    "en": "plus",
    "ar": "زائد",
    "fr": "plus",
    "es": "más",
    "hi": "प्लस",
    "zh": "加",
    "ms": "campur",
    "id": "plus",
    "fa": "به‌علاوه",
    "he": "פלוס",
    "ta": "பிளஸ்",
    "ru": "плюс",
    "pt": "mais",
    "de": "plus",
    "ja": "プラス",
    "ko": "플러스",
    "tr": "artı",
    "it": "più",
    "nl": "plus",
}
AND = {
    "en": "and",
    "ar": "و",
    "fr": "et",
    "es": "y",
    "hi": "और",
    "zh": "和",
    "ms": "dan",
    "id": "dan",
    "ur": "اور",
    "fa": "و",
    "he": "ו",
    "ta": "மற்றும்",
    "sw": "na",
    "ru": "и",
    "pt": "e",
    "de": "und",
    "ja": "アンド",
    "ko": "앤드",
    "tr": "ve",
    "am": "እና",
    "it": "e",
    "nl": "en",
}
"""The sign &."""
NUMBER = {
    "en": "number",
    "ar": "رقم",
    "fr": "numéro",
    "es": "número",
    "hi": "नंबर",
    "zh": "第",
    "ms": "nombor",
    "id": "nomor",
    "ur": "نمبر",
    "fa": "شمارهٔ",
    "he": "מספר",
    "ta": "எண்",
    "sw": "namba",
    "ru": "номер",
    "pt": "número",
    "de": "Nummer",
    "ja": "ナンバー",
    "ko": "넘버",
    "tr": "numara",
    "am": "ቁጥር",
    "it": "numero",
    "nl": "nummer",
}
"""The signs № and, before a number, #."""
HASHTAG = {
    "en": "hashtag",
    "ar": "هاشتاغ",
    "fr": "hashtag",
    "es": "hashtag",
    "hi": "हैशटैग",
    "ms": "tanda pagar",
    "id": "tagar",
    "ur": "ہیش ٹیگ",
    "fa": "هشتگ",
    "he": "האשטאג",
    "ru": "хештег",
    "pt": "hashtag",
    "de": "Hashtag",
    "ja": "ハッシュタグ",
    "ko": "해시태그",
    "tr": "hashtag",
    "it": "hashtag",
    "nl": "hashtag",
}
"""The sign # before a word; dropped elsewhere."""
AT = {
    "en": "at",
    "ar": "آت",
    "fr": "arobase",
    "es": "arroba",
    "hi": "ऐट",
    "zh": "艾特",
    "ms": "di",
    "id": "at",
    "ur": "ایٹ",
    "fa": "ات",
    "he": "שטרודל",
    "ru": "собака",
    "pt": "arroba",
    "de": "ät",
    "ja": "アットマーク",
    "ko": "골뱅이",
    "tr": "et",
    "it": "chiocciola",
    "nl": "apenstaartje",
}
"""In an e-mail address. Before a name it is dropped: a newsreader names the person."""
DOT = {
    "en": "dot",
    "ar": "دوت",
    "fr": "point",
    "es": "punto",
    "hi": "डॉट",
    "zh": "点",
    "ms": "titik",
    "id": "titik",
    "ur": "ڈاٹ",
    "fa": "دات",
    "he": "נקודה",
    "ta": "டாட்",
    "sw": "nukta",
    "ru": "точка",
    "pt": "ponto",
    "de": "Punkt",
    "ja": "ドット",
    "ko": "닷",
    "tr": "nokta",
    "am": "ዶት",
    "it": "punto",
    "nl": "punt",
}
"""Between the names of a host."""
SECTION = {
    "en": "section",
    "fr": "paragraphe",
    "es": "sección",
    "ru": "параграф",
    "pt": "parágrafo",
    "de": "Paragraf",
    "tr": "paragraf",
}
"""The sign §."""
EQUALS = {"en": "equals", "fr": "égale", "es": "es igual a", "de": "gleich", "pt": "é igual a", "ru": "равно"}

HALVES = {
    "en": ("a half", "and a half"),
    "ar": ("نصف", "ونصف"),
    "fr": ("un demi", "et demi"),
    "es": ("medio", "y medio"),
    "hi": ("आधा", ""),
    "zh": ("二分之一", "又二分之一"),
    "ms": ("setengah", "setengah"),
    "id": ("setengah", "setengah"),
    "ur": ("آدھا", ""),
    "fa": ("نیم", "و نیم"),
    "he": ("חצי", "וחצי"),
    "ta": ("அரை", ""),
    "sw": ("nusu", "na nusu"),
    "ru": ("одна вторая", "с половиной"),
    "pt": ("meio", "e meio"),
    "de": ("ein halb", "einhalb"),
    "ja": ("二分の一", "と二分の一"),
    "ko": ("이분의 일", "과 이분의 일"),
    "tr": ("yarım", "buçuk"),
    "it": ("mezzo", "e mezzo"),
}
QUARTERS = {
    "en": ("a quarter", "and a quarter"),
    "fr": ("un quart", "un quart"),
    "es": ("un cuarto", "y cuarto"),
    "pt": ("um quarto", "e um quarto"),
    "de": ("ein Viertel", "ein Viertel"),
    "ru": ("одна четвёртая", "с четвертью"),
}
THREE_QUARTERS = {
    "en": ("three quarters", "and three quarters"),
    "fr": ("trois quarts", "trois quarts"),
    "es": ("tres cuartos", "y tres cuartos"),
    "pt": ("três quartos", "e três quartos"),
    "de": ("drei Viertel", "drei Viertel"),
    "ru": ("три четверти", "и три четверти"),
}
FRACTIONS = {"½": HALVES, "¼": QUARTERS, "¾": THREE_QUARTERS}
"""What is said of a fraction by itself, and after a whole number (empty: nothing fits, it is left)."""
