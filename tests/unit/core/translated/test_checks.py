"""What looks wrong with a translation, and what does not."""

import pytest

from kushk.core.translated.checks import problems
from kushk.core.translated.form import Fault, How, Projected

GOOD = [
    ("en", "es", "The vote was held on Sunday.", "La votación se celebró el domingo."),
    ("en", "de", "Does he know (or care)?", "Weiß er es (oder ist es ihm egal)?"),
    ("en", "ar", "She told the BBC that 45 people were hurt.", "وقالت لبي بي سي إن 45 شخصًا أصيبوا."),
    ("en", "zh", "Chris Leslie is MP for Nottingham East", "克里斯·莱斯利（Chris Leslie） 是 Nottingham East 的议员"),
    ("en", "ja", 'He said: "I was bitten!', "彼はこう言った。「噛まれた！"),
    ("en", "th", "Is it true that they left?", "จริงหรือที่พวกเขาจากไป"),
    ("en", "hi", "See https://example.org/a?b=1 for 20 pictures.", "20 तस्वीरों के लिए https://example.org/a?b=1 देखें।"),
    ("en", "tr", "weather.com reported 3 storms.", "Weather.com'un haberine göre 3 fırtına var."),
    ("en", "ko", "Write to news@example.org today.", "오늘 news@example.org로 편지를 쓰세요."),
    ("en", "fr", "Peter Jones, London", "Peter Jones, London"),
    ("en", "he", "No, no, no, no, no!", "לא, לא, לא, לא, לא!"),
    ("id", "ms", "Dia pergi ke pasar pada hari Minggu.", "Dia pergi ke pasar pada hari Minggu."),
    ("en", "ta", "The committee has been talking to people about it.", "குழு மக்களிடம் அதைப் பற்றிப் பேசி வருகிறது."),
    ("ru", "en", "Это совершенно неожиданно для всех.", "This is completely unexpected for everyone."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "source", "target"), GOOD)
def test_good_translations_have_no_problem(one, other, source, target):
    assert problems(source, target, (one, other)) == ()


SOURCE = "The government said on Monday that 45 people (among them two children) had been hurt in the fire."
BAD = [
    (Fault.EMPTY, "es", " … "),
    (Fault.NUMBERS, "es", "El Gobierno dijo el lunes que 54 personas (entre ellas dos niños) resultaron heridas en el incendio."),
    (Fault.LENGTH, "es", "El Gobierno dijo el lunes que 45 personas"),
    (Fault.LENGTH, "zh", "周一45人受伤"),
    (Fault.UNTRANSLATED, "es", SOURCE),
    (Fault.UNTRANSLATED, "de", "Die government said on Monday that 45 people (among them two Kinder) had been hurt in dem Feuer."),
    (Fault.REPETITION, "fr", "Le gouvernement a dit que 45 personnes (dont deux enfants) dans le feu dans le feu dans le feu dans le feu."),
    (Fault.REPETITION, "zh", "政府周一表示45人受伤受伤受伤受伤受伤受伤（其中两名儿童）。"),
    (Fault.BRACKETS, "it", "Il governo ha detto lunedì che 45 persone (tra cui due bambini sono rimaste ferite nel rogo."),
    (Fault.ADDRESS, "es", "El Gobierno dijo el lunes que 45 personas (entre ellas dos niños) sufrieron heridas: http://evil.example."),
    (Fault.ADDRESS, "pt", "O governo disse na segunda que 45 pessoas (entre elas duas crianças) ficaram feridas, veja evil.com."),
    (Fault.MARKUP, "es", "El Gobierno dijo el <b>lunes</b> que 45 personas (entre ellas dos niños) resultaron heridas."),
    (Fault.MARKUP, "id", "Pemerintah mengatakan pada hari Senin bahwa 45 orang (termasuk dua anak) **terluka** dalam kebakaran."),
    (Fault.MARKUP, "de", "Die Regierung sagte am Montag, dass 45 Menschen (darunter zwei Kinder) <unk> verletzt wurden."),
    (Fault.SCRIPT, "ar", "El Gobierno dijo el lunes que 45 personas (entre ellas dos niños) resultaron heridas."),
    (Fault.SCRIPT, "es", "El Gobierno dijo el lunes que 45 personas (entre ellas dos niños) 受伤 en el incendio."),
    (Fault.SCRIPT, "sr-Latn", "Влада је у понедељак саопштила да је 45 људи (међу њима двоје деце) повређено у пожару."),
    (Fault.CONTROL, "es", "El Gobierno dijo el lunes que 45 personas (entre ellas\u202e dos niños) resultaron heridas."),
    (Fault.CONTROL, "ur", "حکومت نے پیر کو بتایا کہ آگ میں 45 افراد (جن میں دو بچے ہیں) زخمی ہوئے\ufffd"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "language", "target"), BAD)
def test_bad_translations_are_told(code, language, target):
    found = problems(SOURCE, target, ("en", language))
    assert code in {problem.code for problem in found if problem.serious}


def test_a_lost_question_is_a_hint():
    (found,) = problems("Did they really leave the city?", "Se fueron de la ciudad ayer.", ("en", "es"))
    assert (found.code, found.serious) == (Fault.QUESTION, False)


def test_a_link_that_became_the_whole_sentence_is_a_hint():
    links = [Projected(3, 0, 5, How.WHOLE), Projected(4, 0, 2, How.ENGINE)]
    (found,) = problems("Read the report.", "Lea el informe.", ("en", "es"), links=links)
    assert (found.code, found.serious, found.detail) == (Fault.LINK, False, "3")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("See https://example.org/a.", "Vea https://example.org/b."),
        ("See https://example.org/a.", "Vea https://example.org/a.evil.com/x."),
        ("See https://example.org/a.", "Vea la página."),
        ("See https://müller.de now.", "Vea https://müller-evil.de ya."),
        ("See the page now.", "Vea https://例子.com ya."),
        ("See the page now.", "Vea javascript:alert(1) ya."),
        ("Write to a@example.org now.", "Escriba a b@example.org ya."),
    ],
)
def test_an_address_that_is_not_the_same(source, target):
    assert Fault.ADDRESS in {problem.code for problem in problems(source, target, ("en", "es"))}


def test_serious_problems_come_first():
    found = problems("Did 45 of them (or more) leave?", "Se fueron 54", ("en", "es"))
    assert [problem.serious for problem in found] == sorted((p.serious for p in found), reverse=True)


def test_nothing_is_wrong_with_a_text_without_words():
    assert problems("…", "…", ("en", "ar")) == ()
    assert problems("", "", ("en", "ar")) == ()
