"""What the languages say for what they write short: data, by language."""

from __future__ import annotations

SYMBOLS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD",
    "R$": "BRL", "Rp": "IDR", "RM": "MYR", "Rs": "INR", "Rs.": "INR", "KSh": "KES", "TSh": "TZS", "$": "USD",
    "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "CNY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY",
    "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₴": "UAH", "₵": "GHS", "﷼": "IRR",
}  # fmt: skip
"""Signs of currencies; ISO 4217 codes stand for themselves."""

CODES = frozenset(
    "USD EUR GBP JPY CNY INR RUB KRW ILS TRY NGN PHP THB VND UAH GHS IRR BRL IDR MYR KES TZS AUD CAD HKD NZD SGD "
    "CHF SEK NOK DKK PLN CZK HUF RON ZAR EGP SAR AED QAR KWD BHD OMR JOD LBP MAD TND DZD IQD PKR BDT LKR MXN ARS "
    "CLP COP PEN TWD ETB UGX RWF".split()
)

LOCAL = {
    "es-mx": {"$": "MXN"}, "es-ar": {"$": "ARS"}, "es-cl": {"$": "CLP"}, "es-co": {"$": "COP"},
    "en-ca": {"$": "CAD"}, "fr-ca": {"$": "CAD"}, "en-au": {"$": "AUD"}, "en-nz": {"$": "NZD"}, "en-sg": {"$": "SGD"},
    "zh": {"¥": "CNY"}, "ur": {"Rs": "PKR", "Rs.": "PKR"}, "en-gb": {},
}  # fmt: skip
"""Signs that mean another currency in some languages and regions."""

MAGNITUDES = {
    "en": {
        "bn": "billion", "b": "billion", "m": "million", "mn": "million", "tn": "trillion", "trn": "trillion",
        "k": "thousand", "thousand": "", "million": "", "billion": "", "trillion": "", "crore": "", "lakh": "",
    },
    "de": {"Mio.": "Millionen", "Mrd.": "Milliarden", "Mio": "Millionen", "Mrd": "Milliarden", "Millionen": "",
           "Milliarden": "", "Million": "", "Milliarde": "", "Tausend": ""},
    "fr": {"Md": "milliards", "M": "millions", "k": "mille", "million": "", "millions": "", "milliard": "",
    "milliards": ""},
    "es": {"M": "millones", "millones": "", "millón": "", "mil millones": "", "mil": ""},
    "pt": {"mi": "milhões", "bi": "bilhões", "milhões": "", "bilhões": "", "milhão": "", "bilhão": "", "mil": ""},
    "ru": {"млн": "миллионов", "млрд": "миллиардов", "трлн": "триллионов", "тыс.": "тысяч", "миллионов": "",
           "миллиардов": "", "тысяч": "", "миллиона": "", "миллиарда": ""},
    "ar": {"مليون": "", "ملايين": "", "مليار": "", "مليارات": "", "ألف": "", "آلاف": ""},
    "fa": {"میلیون": "", "میلیارد": "", "هزار": ""},
    "ur": {"کروڑ": "", "لاکھ": "", "ارب": "", "ملین": "", "ہزار": ""},
    "hi": {"करोड़": "", "लाख": "", "अरब": "", "हज़ार": "", "हजार": ""},
    "ta": {"கோடி": "", "லட்சம்": "", "மில்லியன்": ""},
    "he": {"מיליון": "", "מיליארד": "", "אלף": ""},
    "id": {"juta": "", "miliar": "", "triliun": "", "ribu": ""},
    "ms": {"juta": "", "bilion": "", "trilion": "", "ribu": ""},
    "sw": {"milioni": "", "bilioni": "", "elfu": ""},
    "tr": {"milyon": "", "milyar": "", "bin": ""},
    "zh": {"万": "", "亿": "", "萬": "", "億": ""},
    "ja": {"万": "", "億": "", "兆": ""},
    "ko": {"만": "", "억": "", "조": ""},
}  # fmt: skip
"""Words and letters for thousands and more behind a number; empty where the word is said as it stands."""

UNITS = {
    "km/h": "unit/kilometer-per-hour", "mph": "unit/mile-per-hour", "m/s": "unit/meter-per-second",
    "km²": "unit/square-kilometer", "km2": "unit/square-kilometer", "m²": "unit/square-meter", "m³": "unit/cubic-meter",
    "km": "unit/kilometer", "cm": "unit/centimeter", "mm": "unit/millimeter", "m": "unit/meter",
    "kg": "unit/kilogram", "mg": "unit/milligram", "g": "unit/gram", "ha": "unit/hectare",
    "°C": "unit/celsius", "°F": "unit/fahrenheit", "℃": "unit/celsius", "GB": "unit/gigabyte", "MB": "unit/megabyte",
    "TB": "unit/terabyte", "kW": "unit/kilowatt", "MW": "unit/megawatt", "GW": "unit/gigawatt", "ml": "unit/milliliter",
    "%": "unit/percent", "٪": "unit/percent", "％": "unit/percent",
}  # fmt: skip

DOT = {
    "en": "dot", "ar": "نقطة", "fr": "point", "es": "punto", "hi": "डॉट", "zh": "点", "ms": "titik", "id": "titik",
    "ur": "ڈاٹ", "fa": "نقطه", "he": "נקודה", "ta": "புள்ளி", "sw": "nukta", "ru": "точка", "pt": "ponto",
    "de": "Punkt", "ko": "점", "tr": "nokta", "th": "จุด", "it": "punto", "nl": "punt",
}  # fmt: skip
AT = {
    "en": "at", "fr": "arobase", "es": "arroba", "pt": "arroba", "de": "ät", "ru": "собака", "ar": "آت", "fa": "اَت",
    "hi": "ऐट", "ur": "ایٹ", "zh": "at", "ms": "di", "id": "at", "sw": "at", "he": "שטרודל", "tr": "et", "ko": "골뱅이",
}  # fmt: skip
TO = {
    "en": "to", "fr": "à", "es": "a", "pt": "a", "de": "bis", "ar": "إلى", "fa": "تا", "ur": "سے", "hi": "से",
    "id": "sampai", "ms": "hingga", "sw": "hadi", "he": "עד", "zh": "到", "ko": "에서", "tr": "ile", "ta": "முதல்",
    "it": "a", "nl": "tot",
}  # fmt: skip
"""Between two numbers that a dash parts."""
AND = {
    "en": "and", "fr": "et", "es": "y", "pt": "e", "de": "und", "ar": "و", "fa": "و", "ur": "اور", "hi": "और",
    "id": "dan",
    "ms": "dan", "sw": "na", "he": "ו", "ru": "и", "zh": "和", "tr": "ve", "it": "e", "nl": "en", "ta": "மற்றும்",
    "ko": "와",
}  # fmt: skip
MINUS = {
    "en": "minus", "fr": "moins", "es": "menos", "pt": "menos", "de": "minus", "ar": "ناقص", "fa": "منهای",
    "ur": "منفی",
    "hi": "ऋण", "id": "minus", "ms": "negatif", "sw": "hasi", "he": "מינוס", "ru": "минус", "zh": "负", "tr": "eksi",
}  # fmt: skip

SHORT = {
    "en": {
        "Mr.": "Mister", "Mrs.": "Missus", "Ms.": "Miz", "Dr.": "Doctor", "Prof.": "Professor", "St.": "Saint",
        "Gen.": "General", "Sen.": "Senator", "Rep.": "Representative", "Gov.": "Governor", "Rev.": "Reverend",
        "Capt.": "Captain", "Lt.": "Lieutenant", "Col.": "Colonel", "Sgt.": "Sergeant", "Jr.": "Junior",
    "Sr.": "Senior",
        "Mt.": "Mount", "No.": "number", "Nos.": "numbers", "vs.": "versus", "v.": "versus", "etc.": "et cetera",
        "e.g.": "for example", "i.e.": "that is", "approx.": "approximately", "dept.": "department",
    "Inc.": "Incorporated",
        "Ltd.": "Limited", "Co.": "Company", "Corp.": "Corporation", "a.m.": "A M", "p.m.": "P M", "am": "A M",
    "pm": "P M",
        "U.S.": "U S", "U.K.": "U K", "U.N.": "U N", "E.U.": "E U", "Jan.": "January", "Feb.": "February",
    "Mar.": "March",
        "Apr.": "April", "Aug.": "August", "Sept.": "September", "Sep.": "September", "Oct.": "October",
        "Nov.": "November", "Dec.": "December", "w/": "with", "fig.": "figure", "pp.": "pages",
    },
    "de": {
        "z. B.": "zum Beispiel", "z.B.": "zum Beispiel", "d. h.": "das heißt", "d.h.": "das heißt",
    "u. a.": "unter anderem",
        "u.a.": "unter anderem", "usw.": "und so weiter", "bzw.": "beziehungsweise", "ca.": "circa", "Dr.": "Doktor",
        "Prof.": "Professor", "Nr.": "Nummer", "St.": "Sankt", "Str.": "Straße", "Mio.": "Millionen",
    "Mrd.": "Milliarden",
        "Hr.": "Herr", "Fr.": "Frau", "vgl.": "vergleiche", "evtl.": "eventuell", "ggf.": "gegebenenfalls",
        "Jan.": "Januar", "Feb.": "Februar", "Aug.": "August", "Sept.": "September", "Okt.": "Oktober",
        "Nov.": "November", "Dez.": "Dezember",
    },
    "fr": {
        "M.": "monsieur", "MM.": "messieurs", "Mme": "madame", "Mmes": "mesdames", "Mlle": "mademoiselle",
    "Dr": "docteur",
        "Pr": "professeur", "St": "saint", "Ste": "sainte", "etc.": "et cætera", "p. ex.": "par exemple", "av. J.-C.":
        "avant Jésus-Christ", "apr. J.-C.": "après Jésus-Christ", "n°": "numéro", "N°": "numéro", "env.": "environ",
        "janv.": "janvier", "févr.": "février", "juil.": "juillet", "sept.": "septembre", "oct.": "octobre",
        "nov.": "novembre", "déc.": "décembre", "1er": "premier", "1re": "première",
    },
    "es": {
        "Sr.": "señor", "Sra.": "señora", "Srta.": "señorita", "Dr.": "doctor", "Dra.": "doctora", "Ud.": "usted",
        "Uds.": "ustedes", "EE. UU.": "Estados Unidos", "EE.UU.": "Estados Unidos", "EEUU": "Estados Unidos",
        "etc.": "etcétera", "p. ej.": "por ejemplo", "n.º": "número", "núm.": "número", "pág.": "página",
    "Gral.": "general",
        "Prof.": "profesor", "a. C.": "antes de Cristo", "d. C.": "después de Cristo", "Av.": "avenida",
    },
    "pt": {
        "Sr.": "senhor", "Sra.": "senhora", "Dr.": "doutor", "Dra.": "doutora", "Prof.": "professor",
    "etc.": "etcétera",
        "p. ex.": "por exemplo", "n.º": "número", "nº": "número", "pág.": "página", "Av.": "avenida",
    "EUA": "Estados Unidos",
    },
    "ru": {
        "г.": "года", "гг.": "годов", "т. е.": "то есть", "т.е.": "то есть", "т. д.": "так далее", "т.д.": "так далее",
        "т. п.": "тому подобное", "т.п.": "тому подобное", "т. к.": "так как", "т.к.": "так как", "др.": "другие",
        "руб.": "рублей", "млн": "миллионов", "млрд": "миллиардов", "тыс.": "тысяч", "ул.": "улица", "см.": "смотри",
        "проф.": "профессор", "им.": "имени", "напр.": "например", "км": "километров", "№": "номер",
    },
    "ar": {"د.": "الدكتور", "م.": "المهندس", "أ.": "الأستاذ", "ص.": "صفحة", "ق.م": "قبل الميلاد", "إلخ": "إلى آخره",
           "كم": "كيلومتر", "هـ": "هجرية"},
    "hi": {"डॉ.": "डॉक्टर", "श्री.": "श्री", "प्रो.": "प्रोफ़ेसर", "रु.": "रुपये", "कि.मी.": "किलोमीटर",
    "किमी": "किलोमीटर"},
    "fa": {"دکتر.": "دکتر", "ه.ش": "هجری شمسی", "ق.م": "پیش از میلاد"},
    "ur": {"ڈاکٹر.": "ڈاکٹر", "ء": ""},
    "id": {"dll.": "dan lain-lain", "dsb.": "dan sebagainya", "Jl.": "Jalan", "Dr.": "Doktor", "Rp": "rupiah",
    "No.": "nomor"},
    "ms": {"dll.": "dan lain-lain", "Jln.": "Jalan", "Dr.": "Doktor", "No.": "nombor"},
    "sw": {"Dk.": "Daktari", "n.k.": "na kadhalika", "Bw.": "Bwana", "Bi.": "Bibi"},
    "tr": {"Dr.": "Doktor", "vb.": "ve benzeri", "vs.": "vesaire", "Prof.": "Profesör", "No.": "numara"},
    "he": {'ד"ר': "דוקטור", "פרופ'": "פרופסור", 'ארה"ב': "ארצות הברית", "וכו'": "וכולי", 'ק"מ': "קילומטר",
    'עו"ד': "עורך דין"},
}  # fmt: skip
"""What is written short, by language, and what is said for it."""
