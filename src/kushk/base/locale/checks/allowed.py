"""What the checks know of each language, as data: a translator changes these tables, not the checks."""

from __future__ import annotations

import re

NAMES = ("Kushk", "GOLD")
"""Names of the program and of its plans. They come in through placeholders, so that nobody can translate them."""

KEPT = ("MP3", "QR", "WhatsApp", "Telegram")
"""Terms that stay as they are where the English text has them."""

LATIN_WORDS = ("JavaScript", "MP3", "QR", "Cookie", "cookies", "cookie")
"""Latin words that may stand in a message of another script."""

_HANDS = ("Nastaliq", "Naskh")
_NAME = "the name of a way of writing, which these languages borrow as English does"
_SAME = "the word is the same"
_COLOUR = "the colour has this name"

COGNATES: dict[str, dict[str, tuple[str, ...]]] = {
    "de": {
        _NAME: _HANDS,
        _COLOUR: ("Sepia",),
        _SAME: ("Website", "Normal", "Religion", "Sport", "Pause", "Podcast", "Original", "Code", "Passkeys"),
    },
    "es": {_NAME: _HANDS, _COLOUR: ("Sepia",), _SAME: ("Normal", "Original")},
    "fr": {
        _NAME: _HANDS,
        "English has the word from French": ("Publication", "Publications", "Pages", "Correction", "Corrections"),
        _SAME: ("Normal", "Pause", "Podcast", "Original", "Code", "Arts", "Culture", "Nature", "Religion", "Sport"),
    },
    "id": {_NAME: _HANDS, _COLOUR: ("Sepia",), "typographers say it so": ("Serif", "Sans-serif"), _SAME: ("Normal",)},
    "ms": {
        _NAME: _HANDS,
        _COLOUR: ("Sepia",),
        "typographers say it so": ("Serif", "Sans-serif"),
        _SAME: ("Normal", "Podcast"),
    },
    "pt-BR": {_NAME: _HANDS, _SAME: ("Normal", "Podcast", "Original")},
    "sw": {_NAME: _HANDS, _COLOUR: ("Sepia",), "typographers say it so": ("Serif", "Sans-serif")},
}
"""By language and reason, the English texts that are right as they stand."""

WITH_JOINERS = frozenset({"fa", "ur", "hi", "ta"})
"""Languages that write U+200C or U+200D inside words."""

MUST_JOIN = (
    "هم\u200cرسانی",
    "می\u200cشود",
    "می\u200cشوند",
    "می\u200cتوان",
    "می\u200cتواند",
    "می\u200cدهد",
    "می\u200cدهند",
    "می\u200cکند",
    "می\u200cکنید",
    "می\u200cماند",
    "می\u200cمانند",
    "نمی\u200cشود",
    "نمی\u200cکنند",
    "روزنامه\u200cها",
    "نوشته\u200cها",
    "رسانه\u200cها",
    "نشریه\u200cها",
    "پیش\u200cفرض",
    "میان\u200cبر",
    "صفحه\u200cکلید",
    "هیچ\u200cیک",
    "بین\u200cالملل",
)
"""Persian words that have a U+200C inside; written together or with a space they are faults."""

PERSIAN_APART = re.compile(
    r"(?<!\w)(?:ن?می) (?=[\u0600-\u06ff]{2})|(?<=[\u0600-\u06ff]) (?:ها|های|هایی|هایش|ترین|ای|اند)(?!\w)"
)
"""Persian prefixes and endings that are joined to their word by U+200C, never by a space."""

WITHOUT_JOINER = re.compile(r"(?<!\w)\w*ه(?:ها|های|هایی)(?!\w)")
"""Persian plurals of words in ه that run together."""

SCRIPTS: dict[str, tuple[str, ...]] = {
    "ar": ("ARABIC",),
    "fa": ("ARABIC",),
    "he": ("HEBREW",),
    "hi": ("DEVANAGARI",),
    "ja": ("CJK", "HIRAGANA", "KATAKANA"),
    "ko": ("HANGUL",),
    "ru": ("CYRILLIC",),
    "ta": ("TAMIL",),
    "ur": ("ARABIC",),
    "zh": ("CJK",),
}
"""How Unicode names the letters of each language; Latin ones where nothing is said."""

ONLY_LETTERS = {
    "de": "äöüß",
    "en": "",
    "es": "áéíñóúü",
    "fr": "àâæçèéêëîïôœùûüÿ",
    "id": "é",
    "ms": "é",
    "pt-BR": "àáâãçéêíóôõú",
    "sw": "",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
}
"""Every letter of a language beside a to z (for Russian: every one); any other is of a neighbour."""

FOREIGN_LETTERS = {
    "ar": "پچژگکیےہھٹڈڑںۀۂۓ۔",
    "fa": "يكىةےہھٹڈڑںۂۓ۔",
    "ur": "يكىةه",
    "hi": "ळऴऩॲ",
    "he": "װױײ",
    "zh": "們來個國這說對時會學開關點過還進體與為從後東長門問間電車馬見語話讀寫買賣員應實現發經濟總統臺灣區頁儲設",
}
"""Letters of a language with the same script, and traditional characters, that are wrong in this one."""

DIGITS_OF_NEIGHBOURS = {"ar": "۰۱۲۳۴۵۶۷۸۹", "fa": "٠١٢٣٤٥٦٧٨٩", "ur": "٠١٢٣٤٥٦٧٨٩"}

FOREIGN_WORDS = {
    "ar": "است این را برای که از نیست کے کی ہے میں اور",
    "fa": "هذا هذه إلى على التي الذي في أو أحدث لا يوجد کے کی ہے میں اور نہیں",
    "ur": "هذا هذه است این برای نیست التی الذی",
    "hi": "आहे आणि नाही झाले गर्नुहोस् भयो",
    "es": "não você uma mais em são ou das dos também",
    "pt-BR": "los las el una más y con del usted",
    "ms": "bisa karena tautan pengaturan bagikan unduh ponsel bahwa perangkat situs daring beranda",
    "id": "kerana pautan tetapan kongsi peranti baharu ialah",
    "ru": "це або немає",
}
"""Words of a neighbour that cannot be words of this language."""

ENGLISH_WORDS = "the and of this that these with your was were is are it not story stories found nothing kept"
"""English words that mean nothing in the other languages that are written in Latin letters."""

NOT_ENGLISH = {"sw": frozenset({"it"}), "de": frozenset({"was", "is"})}
"""Those of them that are words after all."""

OWN_WORDS = {
    "ar": "من في على هذه",
    "fa": "از در این را",
    "ur": "کے کی میں ہے",
    "hi": "के की में है",
    "es": "el de en los",
    "pt-BR": "o de em não",
    "fr": "le de les est",
    "de": "die der auf nicht",
    "ms": "dan di ini dengan",
    "id": "dan di ini yang",
    "sw": "ya na kwa hii",
    "ru": "на в не и",
    "he": "של את על לא",
    "ta": "இந்த இல்லை",
    "ja": "この",
    "ko": "이 수",
    "zh": "",
    "en": "the of this and",
}
"""Words that every catalogue of the language is bound to have, all of them."""

AS_ONE = {"ms": "id"}
"""A language that the model may take for another one, which is as near as that."""

STOPS = {"ar": ".", "fa": ".", "ur": "۔", "hi": "।", "zh": "。", "ja": "。"}
"""What ends a sentence, where it is not the English stop."""

QUESTIONS = {"ar": "؟", "fa": "؟", "ur": "؟", "zh": "？", "ja": "？"}

ELLIPSES = {"zh": "……"}

NO_LATIN_MARKS = {"ar": "?,;", "fa": "?,;", "ur": "?,;", "zh": ",.?!;:()", "ja": ",.?!;:()"}
"""Latin marks that the language has marks of its own for."""

HIGH_MARKS_WITH_SPACE = ":;?!»"
"""Before these, and after «, French sets a space that does not break."""
