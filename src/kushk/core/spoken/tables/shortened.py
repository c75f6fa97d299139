"""Shortened words and what they are read as, by language. A space in a key may be missing on the page.

Titles and other words that are not here, but in ``core/abbreviations.py``, lose their full stop alone, so that no
engine ends a clause there.
"""

from __future__ import annotations

import re

SHORTENED: dict[str, dict[str, str]] = {
    "en": {
        "Mr.": "Mister", "Mr": "Mister", "Mrs.": "Missus", "Mrs": "Missus", "Ms.": "Miz", "Ms": "Miz", "Messrs.": "Messrs",
        "Dr": "Doctor", "Prof.": "Professor", "Gov.": "Governor", "Sen.": "Senator", "Rep.": "Representative",
        "Gen.": "General", "Lt.": "Lieutenant", "Col.": "Colonel", "Capt.": "Captain", "Cmdr.": "Commander",
        "Sgt.": "Sergeant", "Maj.": "Major", "Adm.": "Admiral", "Rev.": "Reverend", "Hon.": "Honourable",
        "Mt.": "Mount", "Ft.": "Fort", "Jr.": "Junior", "Sr.": "Senior", "vs.": "versus", "vs": "versus", "v.": "versus",
        "e.g.": "for example", "i.e.": "that is", "etc.": "et cetera", "approx.": "approximately", "cf.": "compare",
        "a.m.": "am", "p.m.": "pm", "Inc.": "Incorporated", "Ltd.": "Limited", "Corp.": "Corporation", "Co.": "Company",
        "Bros.": "Brothers", "Dept.": "Department", "Ave.": "Avenue", "Blvd.": "Boulevard", "Rd.": "Road",
        "w/o": "without", "w/": "with", "est.": "estimated", "a.k.a.": "also known as", "c.": "circa", "ca.": "circa",
    },
    "de": {
        "z. B.": "zum Beispiel", "d. h.": "das heißt", "u. a.": "unter anderem", "usw.": "und so weiter",
        "bzw.": "beziehungsweise", "ca.": "circa", "etc.": "et cetera", "Dr.": "Doktor", "Prof.": "Professor",
        "Hr.": "Herr", "Fr.": "Frau", "St.": "Sankt", "evtl.": "eventuell", "ggf.": "gegebenenfalls",
        "inkl.": "inklusive", "sog.": "sogenannte", "u. U.": "unter Umständen", "o. Ä.": "oder Ähnliches",
        "i. d. R.": "in der Regel", "v. Chr.": "vor Christus", "n. Chr.": "nach Christus", "vgl.": "vergleiche",
        "geb.": "geboren", "gest.": "gestorben", "Mio.": "Millionen", "Mrd.": "Milliarden", "Std.": "Stunden",
        "Min.": "Minuten", "s. o.": "siehe oben", "s. u.": "siehe unten", "z. T.": "zum Teil", "Jh.": "Jahrhundert",
    },
    "fr": {
        "M.": "Monsieur", "MM.": "Messieurs", "Mme": "Madame", "Mmes": "Mesdames", "Mlle": "Mademoiselle",
        "Mlles": "Mesdemoiselles", "Dr": "Docteur", "Pr": "Professeur", "Me": "Maître", "Mgr": "Monseigneur",
        "St": "Saint", "Ste": "Sainte", "c.-à-d.": "c’est-à-dire", "p. ex.": "par exemple", "etc.": "et cetera",
        "env.": "environ", "av. J.-C.": "avant Jésus-Christ", "apr. J.-C.": "après Jésus-Christ", "bd": "boulevard",
        "av.": "avenue", "cf.": "confer", "vs": "contre", "Cie": "compagnie",
    },
    "es": {
        "Sr.": "señor", "Sra.": "señora", "Srta.": "señorita", "Sres.": "señores", "Dr.": "doctor", "Dra.": "doctora",
        "D.": "don", "Dña.": "doña", "Ud.": "usted", "Uds.": "ustedes", "Vd.": "usted", "Vds.": "ustedes",
        "Prof.": "profesor", "Lic.": "licenciado", "Ing.": "ingeniero", "Gral.": "general", "Sto.": "santo",
        "Sta.": "santa", "p. ej.": "por ejemplo", "etc.": "etcétera", "EE. UU.": "Estados Unidos",
        "EE UU": "Estados Unidos", "EEUU": "Estados Unidos", "a. C.": "antes de Cristo", "d. C.": "después de Cristo",
        "a. m.": "de la mañana", "p. m.": "de la tarde", "Avda.": "avenida", "Av.": "avenida", "aprox.": "aproximadamente",
        "JJ. OO.": "Juegos Olímpicos", "JJOO": "Juegos Olímpicos", "núm.": "número", "pág.": "página",
    },
    "pt": {
        "Sr.": "senhor", "Sra.": "senhora", "Srs.": "senhores", "Dr.": "doutor", "Dra.": "doutora", "Prof.": "professor",
        "Profa.": "professora", "Eng.": "engenheiro", "Sto.": "santo", "Sta.": "santa", "D.": "dom", "Exmo.": "excelentíssimo",
        "etc.": "et cetera", "p. ex.": "por exemplo", "a. C.": "antes de Cristo", "d. C.": "depois de Cristo",
        "EUA": "Estados Unidos", "Av.": "avenida", "Ltda.": "limitada", "aprox.": "aproximadamente", "pág.": "página",
    },
    "it": {
        "Sig.": "signor", "Sig.ra": "signora", "sig.": "signor", "Dott.": "dottor", "dott.": "dottor", "Prof.": "professor",
        "Avv.": "avvocato", "Ing.": "ingegner", "On.": "onorevole", "ecc.": "eccetera", "es.": "esempio", "a. C.": "avanti Cristo",
        "d. C.": "dopo Cristo",
    },
    "nl": {
        "dhr.": "de heer", "mevr.": "mevrouw", "bijv.": "bijvoorbeeld", "d.w.z.": "dat wil zeggen", "enz.": "enzovoort",
        "o.a.": "onder andere", "m.b.t.": "met betrekking tot", "t.a.v.": "ten aanzien van", "i.p.v.": "in plaats van",
    },
    "ru": {
        "т. е.": "то есть", "т. д.": "так далее", "т. п.": "тому подобное", "т. к.": "так как", "т. н.": "так называемый",
        "др.": "другие", "пр.": "прочее", "г-н": "господин", "г-жа": "госпожа", "им.": "имени", "ул.": "улица",
        "пл.": "площадь", "просп.": "проспект", "обл.": "область", "р-н": "район", "см.": "смотри", "напр.": "например",
        "проф.": "профессор", "акад.": "академик", "до н. э.": "до нашей эры", "н. э.": "нашей эры", "тов.": "товарищ",
        "ген.": "генерал", "тыс.": "тысяч", "млн": "миллионов", "млрд": "миллиардов", "трлн": "триллионов", "чел.": "человек",
        "руб.": "рублей", "коп.": "копеек", "долл.": "долларов", "мин.": "минут", "сек.": "секунд", "ст.": "статья",
        "и. о.": "исполняющий обязанности",
    },
    "tr": {
        "Sn.": "Sayın", "Dr.": "Doktor", "Prof.": "Profesör", "Doç.": "Doçent", "Av.": "Avukat", "vb.": "ve benzeri",
        "vs.": "vesaire", "vd.": "ve diğerleri", "örn.": "örneğin", "bkz.": "bakınız", "M.Ö.": "milattan önce",
        "M.S.": "milattan sonra", "Cad.": "Caddesi", "Sok.": "Sokak", "Mah.": "Mahallesi", "Gen.": "General",
        "Hz.": "Hazreti", "yy.": "yüzyıl",
    },
    "id": {
        "dll.": "dan lain-lain", "dsb.": "dan sebagainya", "dkk.": "dan kawan-kawan", "Jl.": "Jalan", "Bpk.": "Bapak",
        "Sdr.": "Saudara", "Yth.": "Yang terhormat", "Prof.": "Profesor", "Dr.": "Doktor", "dr.": "dokter",
        "a.n.": "atas nama", "d.a.": "dengan alamat", "PT": "pe te", "Kab.": "Kabupaten", "Kec.": "Kecamatan",
    },
    "ms": {
        "dll.": "dan lain-lain", "dsb.": "dan sebagainya", "Jln.": "Jalan", "Jln": "Jalan",
        "Prof.": "Profesor", "Dr.": "Doktor", "En.": "Encik", "Pn.": "Puan", "Tn.": "Tuan", "Hj.": "Haji", "Kg.": "Kampung",
    },
    "sw": {
        "n.k.": "na kadhalika", "nk.": "na kadhalika", "k.m.": "kwa mfano", "Dkt.": "Daktari", "Dk.": "Daktari",
        "Bw.": "Bwana", "Bi.": "Bibi", "Mhe.": "Mheshimiwa", "Prof.": "Profesa", "K.K.": "kabla ya Kristo", "B.K.": "baada ya Kristo",
    },
    "ar": {
        "د.": "الدكتور", "أ.د.": "الأستاذ الدكتور", "أ.": "الأستاذ", "م.": "المهندس", "إلخ": "إلى آخره", "الخ": "إلى آخره",
        "ق.م.": "قبل الميلاد", "ق.م": "قبل الميلاد", "ﷺ": "صلى الله عليه وسلم",
    },
    "fa": {
        "ق.م": "قبل از میلاد", "ه.ش": "هجری شمسی", "ه.ق": "هجری قمری", "ر.ک": "رجوع کنید", "ص.": "صفحهٔ",
    },
    "ur": {"ﷺ": "صلی اللہ علیہ وسلم", "ق م": "قبل مسیح"},
    "he": {
        'ד"ר': "דוקטור", "ד״ר": "דוקטור", "פרופ'": "פרופסור", "פרופ׳": "פרופסור", 'ח"כ': "חבר הכנסת", "ח״כ": "חבר הכנסת",
        'רה"מ': "ראש הממשלה", "רה״מ": "ראש הממשלה", 'עו"ד': "עורך דין", "עו״ד": "עורך דין", 'ארה"ב': "ארצות הברית",
        "ארה״ב": "ארצות הברית", "וכו'": "וכולי", "וכו׳": "וכולי", 'ע"י': "על ידי", "ע״י": "על ידי",
        "גב'": "גברת", "גב׳": "גברת", "רח'": "רחוב", "רח׳": "רחוב", "עמ'": "עמוד", "עמ׳": "עמוד", 'בי"ס': "בית ספר",
    },
    "hi": {
        "डॉ.": "डॉक्टर", "डॉ॰": "डॉक्टर", "डा.": "डॉक्टर", "प्रो.": "प्रोफ़ेसर", "पं.": "पंडित", "स्व.": "स्वर्गीय", "रु.": "रुपये",
        "रू.": "रुपये", "कि.मी.": "किलोमीटर", "किमी": "किलोमीटर", "कि.ग्रा.": "किलोग्राम", "ई.पू.": "ईसा पूर्व", "सं.": "संख्या", "मो.": "मोहम्मद",
    },
    "ta": {
        "திரு.": "திரு", "டாக்டர்.": "டாக்டர்", "பேரா.": "பேராசிரியர்", "கி.மீ.": "கிலோமீட்டர்", "கி.மீ": "கிலோமீட்டர்", "ரூ.": "ரூபாய்",
        "கி.பி.": "கிறிஸ்துவுக்குப் பின்", "கி.மு.": "கிறிஸ்துவுக்கு முன்",
    },
    "am": {
        "ዶ/ር": "ዶክተር", "ዶ.ር": "ዶክተር", "ፕ/ር": "ፕሮፌሰር", "አ.አ": "አዲስ አበባ", "አ/አ": "አዲስ አበባ", "ዓ.ም.": "ዓመተ ምህረት", "ዓ.ም": "ዓመተ ምህረት",
        "ጠ/ሚ": "ጠቅላይ ሚኒስትር", "ወ/ሮ": "ወይዘሮ", "ወ/ሪት": "ወይዘሪት", "መ/ቤት": "መስሪያ ቤት", "ት/ቤት": "ትምህርት ቤት", "ፍ/ቤት": "ፍርድ ቤት", "ሚ/ር": "ሚኒስቴር",
        "ጄ/ል": "ጄኔራል", "ክ/ሀገር": "ክፍለ ሀገር",
    },
    "ja": {"㈱": "株式会社", "（株）": "株式会社", "㎞": "キロメートル", "㎏": "キログラム", "㎡": "平方メートル"},
    "ko": {"㈜": "주식회사", "㎞": "킬로미터", "㎏": "킬로그램", "㎡": "제곱미터"},
    "zh": {"㎞": "公里", "㎏": "公斤", "㎡": "平方米"},
}  # fmt: skip

BEFORE_NAME: dict[str, dict[str, tuple[str, str]]] = {
    "en": {"St.": ("Saint", "Street"), "Dr.": ("Doctor", "Drive"), "St": ("Saint", "Street")},
    "ru": {"г.": ("город", "года")},
}
"""What is one word before a name in capitals and another elsewhere."""

BEFORE_NUMBER: dict[str, dict[str, str]] = {
    "en": {"No.": "number", "Nos.": "numbers", "no.": "number", "p.": "page", "pp.": "pages", "Vol.": "volume",
           "vol.": "volume", "Fig.": "figure", "fig.": "figure", "Art.": "article", "Ch.": "chapter"},
    "de": {"Nr.": "Nummer", "S.": "Seite", "Art.": "Artikel", "Abs.": "Absatz", "Kap.": "Kapitel", "Bd.": "Band", "Abb.": "Abbildung"},
    "fr": {"n°": "numéro", "no": "numéro", "N°": "numéro", "nº": "numéro", "p.": "page", "art.": "article", "vol.": "volume"},
    "es": {"n.º": "número", "nº": "número", "núm.": "número", "N.º": "número", "pág.": "página", "p.": "página", "art.": "artículo"},
    "pt": {"n.º": "número", "nº": "número", "pág.": "página", "p.": "página", "art.": "artigo"},
    "it": {"n.": "numero", "pag.": "pagina", "art.": "articolo"},
    "nl": {"nr.": "nummer", "blz.": "bladzijde", "art.": "artikel"},
    "ru": {"стр.": "страница", "с.": "страница", "ст.": "статья", "п.": "пункт", "рис.": "рисунок", "д.": "дом", "кв.": "квартира"},
    "tr": {"No.": "numara", "no.": "numara", "s.": "sayfa", "md.": "madde"},
    "id": {"No.": "nomor", "no.": "nomor", "hal.": "halaman", "hlm.": "halaman"},
    "ms": {"No.": "nombor", "no.": "nombor", "ms.": "muka surat", "hlm.": "halaman"},
    "sw": {"Na.": "namba", "uk.": "ukurasa"},
}  # fmt: skip
"""What is read out before a number alone."""

ORDINAL_ENDINGS: dict[str, dict[str, str]] = {
    "fr": {"er": "masculine", "re": "feminine", "ère": "feminine", "e": "masculine", "ème": "masculine", "eme": "masculine",
           "nd": "masculine", "nde": "feminine"},
    "es": {"º": "masculine", ".º": "masculine", "°": "masculine", "ª": "feminine", ".ª": "feminine", ".er": "masculine-adjective",
           "er": "masculine-adjective", "ro": "masculine", "ra": "feminine", "do": "masculine", "da": "feminine",
           "to": "masculine", "ta": "feminine"},
    "pt": {"º": "masculine", ".º": "masculine", "ª": "feminine", ".ª": "feminine"},
    "it": {"º": "masculine", "°": "masculine", "ª": "feminine"},
    "ru": {"-й": "masculine", "-ый": "masculine", "-я": "feminine", "-ая": "feminine", "-е": "plural", "-го": "masculine-genitive",
           "-ого": "masculine-genitive", "-му": "masculine-dative", "-м": "masculine-prepositional", "-ю": "feminine-accusative",
           "-х": "plural-genitive"},
}  # fmt: skip
"""Endings that make a number an ordinal, and ICU's rule set for each."""
BY_NEXT_WORD = {("-й", "ru"): (re.compile(r"\s\w{0,30}(?:[еиы]|ой)\b"), "feminine-genitive")}
"""An ending that another rule set is for before words in other cases: "на 125-й улице"."""
ORDINAL_BEFORE: dict[str, dict[str, str]] = {
    "ru": {
        "года": "masculine-genitive", "году": "masculine-prepositional", "год": "masculine", "годом": "masculine-instrumental",
        "век": "masculine", "века": "masculine-genitive", "веке": "masculine-prepositional", "веку": "masculine-dative",
        "веком": "masculine-instrumental",
        **dict.fromkeys("января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
                        "neuter-genitive"),
    },
}  # fmt: skip
"""Words after a number that make it an ordinal: of "год" only after the number of a year."""
SHORT_YEAR = {"ru": ("года", "году", frozenset({"в", "о", "об", "на"}))}
"""After a year: the word, the word after a preposition, and the prepositions."""

DATIVE_BEFORE = frozenset("am vom zum beim im den dem des ab bis seit zur einem jeden".split())
ARTICLES_BEFORE = frozenset("der die das".split())
"""German words before "3." and the case of the ordinal that they ask for."""
