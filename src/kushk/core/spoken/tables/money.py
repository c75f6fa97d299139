"""Signs of currencies, their everyday names, and the words and letters for large numbers."""

from __future__ import annotations

SIGNS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "NT$": "TWD", "MX$": "MXN", "R$": "BRL", "$": "$", "€": "EUR", "£": "£", "¥": "JPY", "₹": "₹", "₽": "RUB", "₩": "KRW",
    "₪": "ILS", "₺": "TRY", "₫": "VND", "₦": "NGN", "₱": "PHP", "₴": "UAH", "฿": "THB", "₵": "GHS", "₸": "KZT",
    "৳": "BDT", "₼": "AZN", "₾": "GEL", "﷼": "SAR", "₡": "CRC", "₲": "PYG", "₭": "LAK", "₮": "MNT", "៛": "KHR",
    "Rs.": "₹", "Rs": "₹", "Rp": "IDR", "Rp.": "IDR", "RM": "MYR", "SR": "SAR", "KSh": "KES", "Ksh": "KES", "KSh.": "KES",
    "Sh.": "KES", "TSh": "TZS", "Tsh": "TZS", "USh": "UGX", "zł": "PLN", "Kč": "CZK", "Fr.": "CHF",
}  # fmt: skip
"""Currency by sign. A sign alone here has an everyday name in ``EVERYDAY``: nobody says "US dollars" for every $."""
SIGNS_BY_LANGUAGE = {
    "zh": {"¥": "CNY"},
    "ur": {"Rs": "PKR", "Rs.": "PKR", "₨": "PKR"},
    "ar": {"ر.س": "SAR", "د.إ": "AED", "ج.م": "EGP", "د.ك": "KWD", "د.أ": "JOD", "د.م": "MAD", "د.ج": "DZD"},
    "ru": {"руб.": "RUB", "руб": "RUB", "р.": "RUB", "долл.": "$", "долл": "$", "грн": "UAH"},
    "sw": {"Sh": "KES", "Sh.": "KES", "Shs.": "KES"},
    "am": {"Br": "ETB"},
    "de": {"Fr.": "CHF", "sFr.": "CHF"},
    "sv": {"kr": "SEK"},
    "da": {"kr": "DKK", "kr.": "DKK"},
    "no": {"kr": "NOK"},
    "nb": {"kr": "NOK"},
}
CODES = frozenset(
    "USD EUR GBP JPY CNY INR RUB KRW ILS TRY VND NGN PHP UAH THB GHS KZT BDT PKR LKR NPR IDR MYR SGD HKD TWD AUD NZD "
    "CAD MXN BRL ARS CLP COP PEN SAR AED QAR KWD BHD OMR JOD EGP MAD DZD TND LBP IQD SYP IRR AFN KES TZS UGX ETB RWF "
    "ZAR CHF SEK NOK DKK PLN CZK HUF RON BGN RSD".split()
)
"""ISO 4217 codes that are currencies beside a number."""

EVERYDAY = {
    "$": {
        "en": "{n, plural, one {dollar} other {dollars}}",
        "ar": "{n, plural, few {دولارات} other {دولار}}",
        "fr": "{n, plural, one {dollar} other {dollars}}",
        "es": "{n, plural, one {dólar} other {dólares}}",
        "hi": "डॉलर",
        "ms": "dolar",
        "id": "dolar",
        "ur": "ڈالر",
        "fa": "دلار",
        "he": "דולר",
        "ta": "டாலர்",
        "ru": "{n, plural, one {доллар} few {доллара} many {долларов} other {доллара}}",
        "pt": "{n, plural, one {dólar} other {dólares}}",
        "de": "Dollar",
        "ja": "ドル",
        "ko": "달러",
        "tr": "dolar",
        "am": "ዶላር",
        "it": "{n, plural, one {dollaro} other {dollari}}",
        "nl": "dollar",
    },
    "£": {
        "en": "{n, plural, one {pound} other {pounds}}",
        "fr": "{n, plural, one {livre} other {livres}}",
        "es": "{n, plural, one {libra} other {libras}}",
        "ru": "{n, plural, one {фунт} few {фунта} many {фунтов} other {фунта}}",
        "pt": "{n, plural, one {libra} other {libras}}",
        "de": "Pfund",
        "hi": "पाउंड",
        "ur": "پاؤنڈ",
    },
    "₹": {
        "en": "{n, plural, one {rupee} other {rupees}}",
        "hi": "{n, plural, one {रुपया} other {रुपये}}",
        "ur": "{n, plural, one {روپیہ} other {روپے}}",
        "ta": "ரூபாய்",
        "fr": "{n, plural, one {roupie} other {roupies}}",
        "es": "{n, plural, one {rupia} other {rupias}}",
        "de": "{n, plural, one {Rupie} other {Rupien}}",
    },
    "JPY": {"en": "yen", "de": "Yen", "fr": "{n, plural, one {yen} other {yens}}"},
    "BRL": {"pt": "{n, plural, one {real} other {reais}}"},
    "RUB": {"ru": "{n, plural, one {рубль} few {рубля} many {рублей} other {рубля}}"},
    "UAH": {"ru": "{n, plural, one {гривна} few {гривны} many {гривен} other {гривны}}"},
    "ILS": {"he": "{n, plural, one {שקל} other {שקלים}}"},
    "IDR": {"id": "rupiah"},
    "MYR": {"ms": "ringgit"},
    "TRY": {"tr": "lira"},
    "CNY": {"zh": "元"},
    "KRW": {"ko": "원"},
    "PKR": {"ur": "{n, plural, one {روپیہ} other {روپے}}"},
    "ETB": {"am": "ብር"},
    "SAR": {"ar": "{n, plural, few {ريالات} other {ريال}}"},
    "CHF": {"de": "Franken"},
}
"""What a sign is called after a number, or a currency at home; languages that are missing say CLDR's name."""
PESOS = dict.fromkeys(
    ("es-MX", "es-AR", "es-CL", "es-CO", "es-UY", "es-CU", "es-DO"), "{n, plural, one {peso} other {pesos}}"
)
"""What $ alone is called by tag, where it is no dollar."""
SPACE = {"zh": "", "ja": ""}
"""Between a number and an everyday name."""
OFFICIAL = {"$": "USD", "£": "GBP", "₹": "INR"}
FIRST = {"sw": {"$": "dola", "£": "pauni", "KES": "shilingi", "TZS": "shilingi"}}
"""Everyday names that stand before the number."""

CENTS = {"en": " ", "fr": " ", "de": " ", "es": " con ", "pt": " e ", "it": " e "}
"""Languages that say "3 dollars 50" for 3.50, and what stands before the 50."""

WHOLE_WORDS = {
    "en": "thousand million billion trillion crore lakh",
    "ar": "ألف آلاف مليون ملايين مليار مليارات تريليون",
    "fr": "mille million millions milliard milliards",
    "es": "mil millón millones billón billones",
    "hi": "हज़ार हजार लाख करोड़ अरब खरब मिलियन बिलियन ट्रिलियन",
    "zh": "万亿 千万 百万 千亿 百亿 十亿 万 亿",
    "ms": "ribu juta bilion trilion",
    "id": "ribu juta miliar triliun",
    "ur": "ہزار لاکھ کروڑ ارب کھرب ملین بلین",
    "fa": "هزار میلیون میلیارد تریلیون",
    "he": "אלף מיליון מיליארד טריליון",
    "ta": "ஆயிரம் லட்சம் கோடி மில்லியன் பில்லியன்",
    "sw": "elfu milioni bilioni trilioni",
    "ru": "тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиарда миллиардов триллион триллиона триллионов",
    "pt": "mil milhão milhões bilhão bilhões bilião biliões trilhão trilhões",
    "de": "Tausend Million Millionen Milliarde Milliarden Billion Billionen",
    "ja": "兆 億 万 千",
    "ko": "조 억 만 천",
    "tr": "bin milyon milyar trilyon",
    "am": "ሺህ ሺ ሚሊዮን ቢሊዮን ትሪሊዮን",
    "it": "mila milione milioni miliardo miliardi",
    "nl": "duizend miljoen miljard biljoen",
}
"""Words for large numbers; they are said as they stand."""
LETTERS = {
    "en": {"bn": 9, "mn": 6, "mln": 6, "bln": 9, "tn": 12, "trn": 12},
    "fr": {"Md": 9, "Mds": 9, "Mrd": 9},
    "de": {"Mio.": 6, "Mio": 6, "Mrd.": 9, "Mrd": 9, "Bio.": 12, "Tsd.": 3},
    "pt": {"mi": 6, "bi": 9, "tri": 12},
    "it": {"mln": 6, "mld": 9},
    "nl": {"mln.": 6, "mln": 6, "mld.": 9, "mld": 9},
    "ru": {"тыс.": 3, "тыс": 3, "млн.": 6, "млн": 6, "млрд.": 9, "млрд": 9, "трлн.": 12, "трлн": 12},
    "uk": {"тис.": 3, "млн": 6, "млрд": 9, "трлн": 12},
    "pl": {"tys.": 3, "mln": 6, "mld": 9, "bln": 12},
    "tr": {"mn": 6, "mlr": 9, "milyon": 6},
    "es": {"mill.": 6, "mdp": 6},
}
"""Shortened ones and their power of ten."""
MONEY_LETTERS = {
    "": {"K": 3, "k": 3, "M": 6, "B": 9, "T": 12},
    "en": {"m": 6, "b": 9, "k": 3, "K": 3, "M": 6, "B": 9, "T": 12, "tr": 12},
}
"""Single letters, which stand for large numbers beside a currency alone."""
PLAIN_MAGNITUDES = {
    "es": {6: "millones", 9: "mil millones"},
    "pt": {6: "milhões", 9: "bilhões", 12: "trilhões"},
}
"""Said where ICU counts otherwise, as Spanish does with thousands of millions."""
OF = {"fr": ("de ", "d’"), "es": ("de ", "de "), "pt": ("de ", "de "), "it": ("di ", "di ")}
"""Between a million and what is counted, before a consonant and before a vowel."""
WITHOUT_OF = frozenset("mille mil mila thousand".split())
