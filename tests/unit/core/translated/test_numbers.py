"""Numbers of a sentence and of its translation, as values."""

from decimal import Decimal

import pytest

from kushk.core.translated.numbers import compared, figures

SAME = [
    ("en", "It cost 1,234.5 euros.", "de", "Es kostete 1.234,5 Euro."),
    ("en", "It cost 1,234.5 euros.", "ar", "بلغت التكلفة ١٬٢٣٤٫٥ يورو."),
    ("en", "It cost 1,234.5 euros.", "fr", "Cela a coûté 1 234,5 euros."),
    ("en", "It cost 1,234.5 euros.", "fr", "Cela a coûté 1\u202f234,5 euros."),
    ("en", "It cost 1,234.5 francs.", "de", "Es kostete 1’234.5 Franken."),
    ("en", "About 1,234,567 people", "hi", "लगभग १२,३४,५६७ लोग"),
    ("en", "832 dead, 540 hurt", "fa", "۸۳۲ کشته، ۵۴۰ زخمی"),
    ("en", "832 dead", "bn", "৮৩২ জন নিহত"),
    ("en", "832 dead", "ta", "௮௩௨ பேர் பலி"),
    ("en", "832 dead", "th", "เสียชีวิต ๘๓๒ ราย"),
    ("en", "832 dead", "ja", "死者８３２人"),
    ("en", "3 million people", "fr", "3 millions de personnes"),
    ("en", "3 million people", "zh", "300万人"),
    ("en", "3 million people", "ja", "３００万人"),
    ("en", "3 million people", "ko", "3백만 명"),
    ("en", "3 million people", "hi", "30 लाख लोग"),
    ("en", "3 million people", "ur", "30 لاکھ افراد"),
    ("en", "3 million people", "sw", "watu milioni 3"),
    ("en", "3 million people", "ru", "3 млн человек"),
    ("en", "£1.5m deal", "es", "un acuerdo de 1,5 millones de libras"),
    ("en", "$2 billion", "es", "2000 millones de dólares"),
    ("en", "$2 billion", "es", "2 mil millones de dólares"),
    ("en", "$2 billion", "de", "2 Mrd. Dollar"),
    ("en", "$2 billion", "th", "2 พันล้านดอลลาร์"),
    ("en", "$2bn", "pt", "2 bilhões de dólares"),
    ("en", "$150 million", "zh", "1亿5000万美元"),
    ("en", "25,000 fans", "ja", "2万5000人のファン"),
    ("en", "80,000 fans", "tr", "80 bin taraftar"),
    ("en", "80,000 fans", "es", "ochenta mil aficionados"),
    ("en", "16 years", "es", "dieciséis años"),
    ("en", "30 people", "sw", "watu thelathini"),
    ("en", "20 people", "hi", "बीस लोग"),
    ("en", "1,000 people", "es", "mil personas"),
    ("en", "the 19th century", "fr", "le XIXe siècle"),
    ("en", "the 1980s", "es", "los años 80"),
    ("en", "the 1980s", "zh", "上世纪八十年代"),
    ("en", "the 2017-18 season", "de", "die Saison 2017/2018"),
    ("en", "at 7.55 pm", "de", "um 19:55 Uhr"),
    ("de", "um 19:55 Uhr", "en", "at 7:55 p.m."),
    ("en", "in 2018", "th", "ในปี 2561"),
    ("en", "5% of it", "ar", "٥٪ منها"),
    ("en", "Call 0800 555 111", "ko", "0800-555-111로 전화"),
    ("en", "won 1-0", "zh", "以1:0获胜"),
    ("en", "5 people", "de", "fünf Leute"),
    ("en", "2½ hours", "fr", "2,5 heures"),
    ("en", "30/9/2018", "de", "30.9.2018"),
    ("zh", "300万人", "en", "3 million people"),
    ("hi", "30 लाख लोग", "en", "3 million people"),
    ("es", "2000 millones", "en", "2 billion"),
]


@pytest.mark.parametrize(("one", "source", "other", "target"), SAME)
def test_the_same_numbers_are_the_same(one, source, other, target):
    found = compared(source, target, (one, other))
    assert (found.missing, found.changed) == ((), ())


OTHERS = [
    ("en", "It cost 1,234 euros.", "de", "Es kostete 1.243 Euro."),
    ("en", "832 dead", "fa", "۸۲۳ کشته"),
    ("en", "3 million people", "zh", "30万人"),
    ("en", "3 million people", "fr", "3 milliards de personnes"),
    ("en", "£11 million", "ko", "1100파운드"),
    ("en", "in 2016", "es", "en 2061"),
    ("en", "13 children", "hi", "31 बच्चे"),
    ("en", "7.5 percent", "tr", "yüzde 5,7"),
    ("en", "200 people", "en", "two people"),
]


@pytest.mark.parametrize(("one", "source", "other", "target"), OTHERS)
def test_other_numbers_are_told(one, source, other, target):
    found = compared(source, target, (one, other))
    assert found.missing or found.changed


def test_a_small_number_in_words_is_not_missed_but_another_one_is():
    assert compared("7 people", "siete personas", ("en", "es")).changed == ()
    assert compared("7 people", "9 personas", ("en", "es")).changed == ("7",)


def test_a_measure_that_was_converted_is_told_apart():
    found = compared("winds of 85 mph", "vientos de 136 km/h", ("en", "es"))
    assert (found.missing, found.converted) == ((), ("85",))
    assert compared("85 people", "136 personas", ("en", "es")).missing == ("85",)


def test_a_repeated_number_of_which_one_changed():
    assert compared("72 here, 72 there", "72 aquí, 62 allí", ("en", "es")).changed == ("72",)


def test_a_number_may_mean_several_things():
    (figure,) = figures("1,234", "en")
    assert figure.plain == {Decimal(1234), Decimal("1.234")}
    (figure,) = figures("7.55", "en")
    assert figure.parts == (7, 55)


@pytest.mark.parametrize("text", ["", "no number", "½", "²", "٪", "." * 50, "1" * 3000, "1,1" * 1000, "0.0.0.0"])
def test_odd_texts_are_no_fault(text):
    figures(text, "en")
    assert compared(text, text, ("en", "ar")).missing == ()
