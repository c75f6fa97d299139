"""Where the stretches of a sentence are in its translation."""

import pytest

from kushk.core.translated.form import How, Link, Projected, Span
from kushk.core.translated.projection import project
from kushk.core.translated.words import Words

SOURCE = "As forecast, Hurricane Rosa is weakening near Mexico."
TARGET = "Tal como estaba previsto, el huracán Rosa se debilita cerca de México."


def at(text, part, number=1):
    return Span(number, text.index(part), text.index(part) + len(part))


def shown(target, projected):
    return [(target[piece.start : piece.end], piece.how) for piece in projected]


def test_the_engine_is_believed_first():
    told = [at(TARGET, "huracán Rosa")]
    found = project(SOURCE, [at(SOURCE, "Hurricane Rosa")], TARGET, engine_spans=told, hints={1: "México"})
    assert shown(TARGET, found) == [("huracán Rosa", How.ENGINE)]


def test_spans_of_an_engine_are_made_whole_words():
    told = [Span(1, TARGET.index("racán"), TARGET.index("racán") + 7)]
    assert shown(TARGET, project(SOURCE, [at(SOURCE, "Hurricane Rosa")], TARGET, engine_spans=told)) == [
        ("huracán Rosa", How.ENGINE)
    ]


def test_pieces_that_a_space_parts_are_joined_and_edges_trimmed():
    told = [at(TARGET, "huracán "), at(TARGET, "Rosa"), at(TARGET, "previsto,")]
    found = project(SOURCE, [at(SOURCE, "Hurricane Rosa")], TARGET, engine_spans=told)
    assert shown(TARGET, found) == [("previsto", How.ENGINE), ("huracán Rosa", How.ENGINE)]


def test_more_than_three_pieces_are_closed_up():
    told = [at(TARGET, part) for part in ("Tal", "estaba", "el", "Rosa", "cerca")]
    found = project(SOURCE, [at(SOURCE, "Hurricane Rosa")], TARGET, engine_spans=told)
    assert len(found) == 1
    assert TARGET[found[0].start : found[0].end].endswith("cerca")


def test_an_alignment_of_words():
    source, target = "the red house burned", "la casa roja ardió"
    links = [Link(0, 3, 0, 2), Link(4, 7, 8, 12), Link(8, 13, 3, 7), Link(14, 20, 13, 18)]
    assert shown(target, project(source, [Span(1, 4, 7)], target, links=links)) == [("roja", How.ALIGNED)]
    assert shown(target, project(source, [Span(1, 4, 13)], target, links=links)) == [("casa roja", How.ALIGNED)]


def test_an_alignment_that_a_hint_contradicts_is_not_believed():
    source, target = "the red house burned", "la casa roja ardió"
    links = [Link(4, 7, 13, 18)]
    assert shown(target, project(source, [Span(1, 4, 7)], target, links=links, hints={1: "roja"})) == [
        ("roja", How.FUZZY)
    ]


HINTS = [
    ("de", "He met the German chancellor in Berlin.", "German chancellor", "Er traf die deutsche Bundeskanzlerin in Berlin.", "deutscher Bundeskanzler", "deutsche Bundeskanzlerin"),
    ("ar", "The prime minister spoke on Monday.", "prime minister", "وتحدث رئيس الوزراء يوم الاثنين.", "رئيس وزراء", "رئيس الوزراء"),
    ("zh", "The prime minister spoke on Monday.", "prime minister", "首相于周一发表讲话。", "首相", "首相"),
    ("ja", "The prime minister spoke on Monday.", "on Monday", "首相は月曜日に演説した。", "月曜日に", "月曜日に"),
    ("th", "The prime minister spoke on Monday.", "prime minister", "นายกรัฐมนตรีกล่าวเมื่อวันจันทร์", "นายกรัฐมนตรี", "นายกรัฐมนตรี"),
    ("hi", "The prime minister spoke on Monday.", "prime minister", "प्रधानमंत्री ने सोमवार को बात की।", "प्रधानमंत्री", "प्रधानमंत्री"),
    ("ko", "The prime minister spoke on Monday.", "on Monday", "총리는 월요일에 연설했다.", "월요일에", "월요일에"),
    ("ru", "The prime minister spoke on Monday.", "on Monday", "Премьер-министр выступил в понедельник.", "понедельник", "понедельник"),
    ("tr", "The prime minister spoke on Monday.", "prime minister", "Başbakan pazartesi günü konuştu.", "Başbakan", "Başbakan"),
    ("fa", "The prime minister spoke on Monday.", "prime minister", "نخست‌وزیر روز دوشنبه سخنرانی کرد.", "نخست‌وزیر", "نخست‌وزیر"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "part", "target", "hint", "wanted"), HINTS)
def test_a_translation_of_the_words_alone_is_found_again(language, source, part, target, hint, wanted):
    assert shown(target, project(source, [at(source, part)], target, hints={1: hint})) == [(wanted, How.FUZZY)]


def test_of_two_places_the_likelier_is_taken_and_none_twice():
    source, target = "the man saw the man", "el hombre vio al hombre"
    spans = [Span(1, 4, 7), Span(2, 16, 19)]
    found = project(source, spans, target, hints={1: "hombre", 2: "hombre"})
    assert [(piece.id, piece.start) for piece in found] == [(1, 3), (2, 17)]


@pytest.mark.parametrize(
    ("source", "part", "target", "wanted"),
    [
        ("Read more at example.org now.", "example.org", "اقرأ المزيد على example.org الآن.", "example.org"),
        ("It sold 1,234 copies.", "1,234", "Es wurden 1.234 Exemplare verkauft.", "1.234"),
        ("It sold 832 copies.", "832", "۸۳۲ نسخه فروخته شد.", "۸۳۲"),
        ("The NATO summit", "NATO", "NATO首脑会议", "NATO"),
    ],
)
def test_the_same_text_is_found_without_help(source, part, target, wanted):
    assert shown(target, project(source, [at(source, part)], target)) == [(wanted, How.SAME)]


def test_what_nothing_tells_of_is_the_whole_sentence_or_dropped():
    spans = [Span(1, 3, 11), Span(2, 13, 22)]
    whole = [Projected(1, 0, len(TARGET), How.WHOLE), Projected(2, 0, len(TARGET), How.WHOLE)]
    assert list(project(SOURCE, spans, TARGET)) == whole
    assert list(project(SOURCE, spans, TARGET, must={2})) == whole[1:]
    assert project(SOURCE, spans, " ") == ()


def test_spans_outside_the_text_are_no_fault():
    told = [Span(1, -5, 500)]
    assert project(SOURCE, [Span(1, 0, 900)], TARGET, engine_spans=told) == ()
    (found,) = project(SOURCE, [Span(1, 0, 5)], TARGET, engine_spans=told)
    assert (found.start, found.how) == (0, How.ENGINE)


@pytest.mark.parametrize(
    ("text", "atoms"),
    [
        ("a 1,234.5 b", ["a", " ", "1,234.5", " ", "b"]),
        ("हिन्दी भाषा", ["हिन्दी", " ", "भाषा"]),
        ("ภาษา", ["ภ", "า", "ษ", "า"]),
        ("NATO가 서울에", ["NATO", "가", " ", "서울에"]),
        ("日本2018年", ["日", "本", "2018", "年"]),
        ("👨‍👩‍👧👍🏽🇯🇴x", ["👨‍👩‍👧", "👍🏽", "🇯🇴", "x"]),
        ("می‌گوید،", ["می‌گوید", "،"]),
        ("e\u0301te\u0301", ["e\u0301te\u0301"]),
        ("", []),
    ],
)
def test_where_a_text_may_be_cut(text, atoms):
    assert [text[start:end] for start, end in Words(text).atoms] == atoms
