"""What a newsreader would say, by language."""

import pytest

from kushk.core.document import Mark, MarkKind
from kushk.core.spoken import spoken

SAID = {
    "en": [
        ("It cost $3.5bn.", "It cost 3.5 billion dollars."),
        ("£10m and €2.4 million", "10 million pounds and 2.4 million euros"),
        ("$1.50, $3.00 and $0.75", "1 dollar 50, 3 dollars and 0.75 dollars"),
        ("₹12 crore, SR 5, USD 20 million", "12 crore rupees, 5 Saudi riyals, 20 million US dollars"),
        ("a $5–10 fee for a 10 km run", "a 5 to 10 dollar fee for a 10 kilometer run"),
        (
            "10 km/h, 5°C, 20 kg, 5 m² and 25%",
            "10 kilometers per hour, 5 degrees Celsius, 20 kilograms, 5 square meters and 25 percent",
        ),
        ("from 2019–21, between 10-12%", "from 2019 to 21, between 10 and 12 percent"),
        ("They won 3–1.", "They won 3 1."),
        ("on 2026-11-04 and 25/12/2026", "on 4 November 2026 and 25 December 2026"),
        ("on 12 Nov. and Sept. 3", "on 12 November and September 3"),
        ("at 10:30, 10:00 or 8 p.m. today", "at 10 30, 10 or 8 pm today"),
        ("the 10am–5pm shift", "the 10am to 5pm shift"),
        ("Mr. Smith met Dr. Jones.", "Mister Smith met Doctor Jones."),
        ("St. Louis and Wall St. banks", "Saint Louis and Wall Street banks"),
        ("U.S. troops left the U.K.", "U S troops left the U K."),
        ("e.g. this vs. that, etc.", "for example this versus that, et cetera."),
        ("No. 5 on p. 12", "number 5 on page 12"),
        ("J.K. Rowling and J. Smith on Mt. Everest", "J K Rowling and J Smith on Mount Everest"),
        ("Prof. X of Pres. Y", "Professor X of Pres Y"),
        ("see https://www.example.org/a/long?path=1.", "see example dot org."),
        ("mail jo.do@example.org", "mail jo do at example dot org"),
        ("@kushk says #freedom is #1", "kushk says hashtag freedom is number 1"),
        ("bread & butter from AT&T", "bread and butter from AT&T"),
        ("−5, -5, +3 and 2½", "minus 5, minus 5, plus 3 and 2 and a half"),
        ("1,234,567 and 1.5", "1234567 and 1.5"),
        ("and/or 24/7", "and or 24 7"),
        ("Wow!!!! Really?!?! Yes....... no", "Wow! Really? Yes… no"),
        ("World War II, Henry VIII, Malcolm X", "World War 2, Henry the 8th, Malcolm X"),
        ("In 1984 the 1st of 25 came", "In 1984 the 1st of 25 came"),
        ("about 10m people", "about 10m people"),
        ("version 1.2.3, AC/DC, it's 3.5", "version 1.2.3, AC DC, it's 3.5"),
        ("the UK's £2.8bn trade, £11million", "the UK's 2.8 billion pound trade, 11 million pounds"),
        ("call 0800 555 111", "call 0800 555 111"),
    ],
    "en-US": [("on 4/11/2026", "on April 11, 2026")],
    "en-GB": [("on 4/11/2026", "on 4 November 2026")],
    "ar": [
        ("١٬٢٣٤٫٥ كم و٢٥٪", "1234.5 كيلومتر و25 بالمئة"),
        ("$5 مليون و5$", "5 مليون دولار و5 دولارات"),
        ("€ 5", "5 يورو"),
        ("د. أحمد في 2026-11-04", "الدكتور أحمد في 4 نوفمبر 2026"),
        ("من 10–12", "من 10 إلى 12"),
        ("سرعة 90 كم/س", "سرعة 90 كيلومتر في الساعة"),
        ("لم تُسلّم.", "لم تُسلّم."),
        ("في ٤/١١/٢٠٢٦", "في 4 نوفمبر 2026"),
    ],
    "fr": [
        ("2,4 M€ et 2 millions €", "2,4 millions d’euros et 2 millions d’euros"),
        ("1 234,5 km à 90 km/h", "1234,5 kilomètres à 90 kilomètres par heure"),
        ("M. Dupont et Mme Curie", "Monsieur Dupont et Madame Curie"),
        ("le 2e, le 1er et la 1re", "le deuxième, le premier et la première"),
        ("à 10h30 ou 10 h", "à 10 heures 30 ou 10 heures"),
        ("le 4/11/2026, n° 5", "le 4 novembre 2026, numéro 5"),
        ("3,5 % à −3 °C", "3,5 pour cent à moins 3 degrés Celsius"),
        ("au XXIe siècle, Louis XIV", "au vingt-et-unième siècle, Louis 14"),
        ("entre 2019–2021", "entre 2019 et 2021"),
        ("le Dr. Ali et le Dr Ali", "le Docteur Ali et le Docteur Ali"),
    ],
    "es": [
        ("El Sr. Gómez de EE. UU.", "El señor Gómez de Estados Unidos."),
        ("2,4 millones € y $500", "2,4 millones de euros y 500 dólares"),
        ("1.234,5 km", "1234,5 kilómetros"),
        ("el 3.º y la 3ª, 25 %", "el tercero y la tercera, 25 por ciento"),
        ("p. ej. el 4/11/2026", "por ejemplo el 4 de noviembre de 2026"),
        ("a las 10:30", "a las 10 y 30"),
        ("el siglo XXI", "el siglo 21"),
    ],
    "es-MX": [("$3,500.50", "3500 pesos con 50")],
    "hi": [
        ("₹12 करोड़", "12 करोड़ रुपये"),
        ("२५%", "25 प्रतिशत"),
        ("डॉ. सिंह", "डॉक्टर सिंह"),
        ("1,23,456", "123456"),
        ("5 किमी", "5 किलोमीटर"),
        ("१०–१२", "10 से 12"),
        ("−3 °C", "माइनस 3 डिग्री सेल्सियस"),
    ],
    "zh": [
        ("$3.5亿", "3.5亿美元"),
        ("增长25%", "增长百分之25"),
        ("10:30", "10点30分"),
        ("2026年11月4日", "二零二六年11月4日"),
        ("时速5km/h", "时速每小时5公里"),
        ("共10–12人", "共10 到 12人"),
        ("€5", "5欧元"),
        ("￥3.5亿", "3.5亿元"),
    ],
    "ms": [
        ("RM2.5 juta", "2.5 juta ringgit"),
        ("25%", "25 peratus"),
        ("10–12", "10 hingga 12"),
        ("Jln. Ampang No. 5", "Jalan Ampang nombor 5"),
        ("90 km/h", "90 kilometer sejam"),
        ("1,234 orang", "1234 orang"),
    ],
    "id": [
        ("Rp5.000", "5000 rupiah"),
        ("Rp1,5 triliun", "1,5 triliun rupiah"),
        ("25%", "25 persen"),
        ("10–12", "10 sampai 12"),
        ("Jl. Sudirman No. 5", "Jalan Sudirman nomor 5"),
        ("90 km/jam", "90 kilometer per jam"),
    ],
    "ur": [
        ("۱۲۳ روپے", "123 روپے"),
        ("25%", "25 فیصد"),
        ("$3 ملین", "3 ملین ڈالر"),
        ("۱۰–۱۲", "10 سے 12"),
        ("Rs 500", "500 روپے"),
        ("19:30 بجے", "19 بج کر 30 منٹ"),
        ("۵ km", "5 کلو میٹر"),
    ],
    "fa": [
        ("۱٬۲۳۴ کیلومتر", "1234 کیلومتر"),
        ("۲٫۵", "2 ممیز 5"),
        ("۲۵٪", "25 درصد"),
        ("$۵ و ۵€", "5 دلار و 5 یورو"),
        ("۱۰–۱۲", "10 تا 12"),
        ("می\u200cرود", "می\u200cرود"),
        ("−۳", "منفی 3"),
    ],
    "he": [
        ('ד"ר כהן', "דוקטור כהן"),
        ("ב-25%", "ב-25 אחוז"),
        ("₪5", "5 שקלים"),
        ('5 ק"מ', "5 קילומטרים"),
        ("10–12", "10 עד 12"),
        ("$5 מיליון", "5 מיליון דולר"),
    ],
    "ta": [
        ("₹100", "100 ரூபாய்"),
        ("25%", "25 சதவீதம்"),
        ("₹5 கோடி", "5 கோடி ரூபாய்"),
        ("1,23,456", "123456"),
        ("90 km/h", "மணிக்கு 90 கிலோமீட்டர்"),
        ("சுமார் 10 பேர்", "சுமார் 10 பேர்"),
        ("பேரா. ராஜன்", "பேராசிரியர் ராஜன்"),
    ],
    "sw": [
        ("$5", "dola 5"),
        ("25%", "asilimia 25"),
        ("asilimia 25%", "asilimia 25"),
        ("KSh 500", "shilingi 500"),
        ("Dkt. Juma", "Daktari Juma"),
        ("10–12 km", "kilomita 10 hadi 12"),
    ],
    "ru": [
        ("в 2026 г. и", "в две тысячи двадцать шестом году и"),
        ("4 ноября", "четвертого ноября"),
        ("1 234,5 км", "1234,5 километра"),
        ("3,5 млн евро, 5 млрд руб.", "3,5 миллиона евро, 5 миллиардов рублей"),
        ("т. е. 25 %, №5", "то есть 25 процентов, номер 5"),
        ("5-й, −5 °C", "пятый, минус 5 градусов Цельсия"),
        ("$5, $21 и $2", "5 долларов, 21 доллар и 2 доллара"),
        ("в XXI веке", "в двадцать первом веке"),
        ("г. Москва", "город Москва"),
        ("на 125-й улице в 30-е годы", "на сто двадцать пятой улице в тридцатые годы"),
    ],
    "pt": [
        ("R$ 5 mi", "5 milhões de reais"),
        ("R$ 1.234,50", "1234 reais e 50"),
        ("3º lugar", "terceiro lugar"),
        ("O Sr. Silva", "O senhor Silva"),
        ("25% de 90 km", "25 por cento de 90 quilômetros"),
        ("de 2019–2021", "de 2019 a 2021"),
    ],
    "de": [
        ("1.234,5 km", "1234,5 Kilometer"),
        ("3,5 Mio. € und 1,50 €", "3,5 Millionen Euro und 1 Euro 50"),
        ("am 3. Oktober", "am dritten Oktober"),
        ("der 3. Platz", "der dritte Platz"),
        ("um 10.30 Uhr", "um 10 Uhr 30"),
        ("z. B. Dr. Müller, d.h. Nr. 5", "zum Beispiel Doktor Müller, das heißt Nummer 5"),
        ("am 4.11.2026, 10–12 %", "am vierten November 2026, 10 bis 12 Prozent"),
    ],
    "ja": [
        ("$5", "5ドル"),
        ("25%", "25 パーセント"),
        ("10:30", "10時30分"),
        ("2026-11-04", "2026年11月4日"),
        ("1－4インチ", "1 から 4インチ"),
        ("90km/h", "時速 90 キロメートル"),
        ("1,234人", "1234人"),
    ],
    "ko": [
        ("$5", "5 달러"),
        ("25%", "25 퍼센트"),
        ("10:30", "10시 30분"),
        ("5km를", "5킬로미터를"),
        ("3.5", "3 점 5"),
        ("−3°C", "마이너스 섭씨 3도"),
    ],
    "tr": [
        ("%25", "yüzde 25"),
        ("3,5 milyon $", "3,5 milyon dolar"),
        ("3. sırada", "üçüncü sırada"),
        ("Sn. Yılmaz", "Sayın Yılmaz"),
        ("10–12", "10 ila 12"),
        ("90 km/h", "saatte 90 kilometre"),
    ],
    "am": [
        ("25%", "25 ፐርሰንት"),
        ("ዶ/ር አበበ", "ዶክተር አበበ"),
        ("ጠ/ሚ አብይ", "ጠቅላይ ሚኒስትር አብይ"),
        ("$5", "5 ዶላር"),
        ("10–12", "10 እስከ 12"),
        ("Br 500", "500 ብር"),
    ],
    "eo": [("25% de $5", "25% de $5"), ("<speak>saluton</speak>", "speak saluton speak")],
}


@pytest.mark.parametrize(
    ("language", "page", "said"), [(language, *pair) for language, pairs in SAID.items() for pair in pairs]
)
def test_a_newsreader_says(language, page, said):
    assert spoken(page, language).text == said


def test_what_is_not_said():
    assert spoken("😀😀 hello 👨‍👩‍👧 wor\u00adld\u200e", "en").text == "hello world"
    assert spoken("word.[1] And more¹² but 5 m²", "en").text == "word. And more but 5 square meters"
    assert spoken('<speak><break time="9s"/>hi</speak> & 5 < 6', "en").text == 'speak break time="9s" hi speak and 5 6'
    assert spoken("a \u202eb\u202c\u2066c\u2069 \x00d", "en").text == "a bc d"
    assert spoken("क्\u200dष and a\u200db", "hi").text == "क्\u200dष and ab"
    assert spoken("😀", "en").text == ""


def test_marks():
    text = "The old new law1 of 5 m2 uses x = 1"
    marks = [
        Mark(MarkKind.DELETED, 4, 8),
        Mark(MarkKind.SUPERSCRIPT, 15, 16),
        Mark(MarkKind.SUPERSCRIPT, 23, 24),
        Mark(MarkKind.CODE, 30, 35),
        Mark(MarkKind.DELETED, 90, 95),
    ]
    assert spoken(text, "en", marks).text == "The new law of 5 square meters uses x equals 1"


def test_words_light_up_in_the_order_of_the_page():
    form = spoken("About €3.5 million went.", "en")
    assert form.text == "About 3.5 million euros went."
    spans = [
        form.source_span(match, match + len(word)) for word in form.text.split() for match in [form.text.index(word)]
    ]
    assert spans == [(0, 5), (7, 10), (11, 18), (18, 18), (19, 24)]
