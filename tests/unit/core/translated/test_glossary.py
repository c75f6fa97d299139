"""Protected names and fixed renderings."""

import pytest

from kushk.core.translated.form import How, Projected, Span
from kushk.core.translated.glossary import Entry, enforced, names, occurrences
from kushk.core.translated.projection import project


def found(text, *entries, language="en"):
    return [(text[one.start : one.end], one.wanted) for one in occurrences(text, entries, language)]


@pytest.mark.parametrize(
    ("language", "text", "term"),
    [
        ("en", "Smith's house and Smithson's", "Smith"),
        ("de", "Der Fall Müller.", "Müller"),
        ("zh", "他在北京大学学习", "北京大学"),
        ("ja", "東京タワーに行った", "東京タワー"),
        ("th", "เขาไปกรุงเทพเมื่อวาน", "กรุงเทพ"),
        ("ar", "زار جون سميث القاهرة", "جون سميث"),
        ("hi", "दिल्ली में बारिश", "दिल्ली"),
        ("ru", "Москва слезам не верит", "Москва"),
        ("ko", "NATO가 밝혔다", "NATO"),
    ],
)
def test_a_term_is_found_as_a_whole_word(language, text, term):
    assert found(text, Entry(term), language=language) == [(term, term)]


def test_no_part_of_a_word_is_a_term():
    assert found("Applesauce and pineApple", Entry("Apple")) == []
    assert found("बारिश", Entry("बार"), language="hi") == []


def test_the_longest_wins_and_none_overlap():
    text = "the New York Times in New York"
    entries = Entry("New York", "Nueva York"), Entry("New York Times")
    assert found(text, *entries) == [("New York Times", "New York Times"), ("New York", "Nueva York")]


def test_case_matters_unless_said_otherwise():
    assert found("apple APPLE", Entry("Apple")) == []
    assert found("apple APPLE", Entry("Apple", case_sensitive=False)) == [("apple", "apple"), ("APPLE", "APPLE")]


def test_an_entry_is_for_its_languages():
    entry = Entry("Times", source="en", target="pt-BR")
    assert found("the Times", entry, language="en-GB") == [("Times", "Times")]
    assert found("the Times", entry, language="fr") == []
    assert (entry.fits("en", "pt-BR"), entry.fits("en", "pt"), entry.fits("en", "es")) == (True, False, False)


def test_the_wanted_form_is_written_over_and_other_spans_move():
    text = "Juan Herrero dejó la Manzana ayer."
    spans = [
        Projected(1, 5, 12, How.ENGINE),
        Projected(2, 18, 28, How.ENGINE),
        Projected(7, 0, 12, How.ENGINE),
        Projected(8, 29, 33, How.ENGINE),
    ]
    done = enforced(text, spans, {1: "Smith", 2: "Apple"})
    assert done.text == "Juan Smith dejó Apple ayer."
    assert {one.id: done.text[one.start : one.end] for one in done.spans} == {
        1: "Smith",
        2: "Apple",
        7: "Juan Smith",
        8: "ayer",
    }
    assert done.lost == frozenset()


@pytest.mark.parametrize("there", ["Apple", "de Apple", "Apples", "Apple's"])
def test_nothing_happens_where_the_form_stands_already(there):
    text = f"La casa {there} es grande."
    span = Projected(1, 8, 8 + len(there), How.ENGINE)
    assert enforced(text, [span], {1: "Apple"}).text == text


def test_a_name_in_pieces_is_written_once():
    text = "Nueva ciudad de Orleans creció."
    spans = [Projected(1, 0, 5, How.ENGINE), Projected(1, 16, 23, How.ENGINE)]
    assert enforced(text, spans, {1: "New Orleans"}).text == "New Orleans ciudad de creció."


def test_a_name_that_is_nowhere_is_lost_and_one_that_is_somewhere_is_found():
    text = "El señor Smith habló."
    spans = [Projected(1, 0, len(text), How.WHOLE), Projected(2, 0, len(text), How.WHOLE)]
    done = enforced(text, spans, {1: "Smith", 2: "Apple"})
    assert (done.text, done.lost) == (text, frozenset({2}))
    assert Projected(1, 9, 14, How.SAME) in done.spans
    assert enforced(text, [], {2: "Apple"}).lost == {2}


def test_a_doubtful_place_does_not_make_a_second_one():
    text = "Smith habló con su vecino."
    done = enforced(text, [Projected(1, 19, 25, How.FUZZY)], {1: "Smith"})
    assert done.text == text
    assert done.spans == (Projected(1, 0, 5, How.SAME),)


def test_names_are_suggested_with_caution():
    text = "Today the guest John Smith met Apple's chief on Monday with Angela von Merkel."
    assert [text[start:end] for start, end in names(text, "en")] == ["John Smith", "Apple", "Angela von Merkel"]
    assert names("Ten Die In Fire At London Hotel", "en") == ()
    assert names("Die Regierung sagte, der Hund sei krank.", "de") == ()
    assert names("", "en") == ()


def test_a_name_that_is_there_once_for_two_is_not_lost():
    source, target = "Smith said that Smith would go.", "Smith dijo que iría."
    spans = [Span(1, 0, 5), Span(2, 16, 21)]
    found = project(source, spans, target, must=())
    assert [(one.id, one.start, one.how) for one in found] == [(1, 0, How.SAME)]
    assert enforced(target, found, {1: "Smith", 2: "Smith"}).lost == frozenset()


def test_two_places_of_one_name_are_both_kept():
    source, target = "Smith said that Smith would go.", "Smith dijo que Herrero iría."
    told = [Span(2, 15, 22)]
    found = project(source, [Span(1, 0, 5), Span(2, 16, 21)], target, engine_spans=told)
    assert enforced(target, found, {1: "Smith", 2: "Smith"}).text == "Smith dijo que Smith iría."
