"""Snippets: the original text with marks where the query matched."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kushk.library.search.query import parse
from kushk.library.search.snippets import LENGTH, Marker


def marked(query: str, text: str, language: str = "en") -> list[str]:
    snippet = Marker(parse(query, [language]), language).best(text)
    return [snippet.text[start:end] for start, end in snippet.marks]


def test_forms_of_a_word_are_marked_and_its_neighbours_are_not() -> None:
    assert marked("vote", "They voted; the votes were counted by voters of Votania.") == ["voted", "votes"]


def test_a_phrase_is_marked_as_a_whole_and_only_together() -> None:
    assert marked('"prime minister"', "A prime number. The Prime Minister, the minister.") == ["Prime Minister"]


def test_pairs_of_characters_make_one_mark() -> None:
    assert marked("人民银行", "中国人民银行宣布") == ["人民银行"]


def test_marks_fall_on_the_original_letters() -> None:
    assert marked("strasse ecole", "Die Straße zur École e\u0301cole.", "de") == ["Straße", "École", "e\u0301cole"]


def test_the_place_that_has_most_of_the_query_is_chosen() -> None:
    text = "A heron. " + "Filler words stand here. " * 40 + "The heron and the crane met. " + "More words. " * 40
    assert marked("heron crane", text) == ["heron", "crane"]


def test_without_a_match_the_beginning_is_shown() -> None:
    snippet = Marker(parse("zebra"), "en").best("Some words. " * 100)
    assert snippet.text.startswith("Some words.")
    assert len(snippet.text) <= LENGTH + 40
    assert snippet.marks == ()


@given(st.text(min_size=1, max_size=12), st.text(max_size=900), st.sampled_from(["en", "ar", "zh", "und"]))
def test_marks_are_in_order_and_within_the_snippet(query: str, text: str, language: str) -> None:
    parsed = parse(query, [language])
    if not parsed:
        return
    snippet = Marker(parsed, language).best(text)
    places = [place for span in snippet.marks for place in span]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(snippet.text) for start, end in snippet.marks)
    assert len(snippet.text) <= LENGTH + 40


def test_an_ellipsis_stands_where_the_text_is_cut() -> None:
    text = f"{'First words come here. ' * 20}The ferry waits. {'More words follow it. ' * 20}"
    snippet = Marker(parse("ferry", ["en"]), "en").best(text)
    assert snippet.text.startswith("…")
    assert snippet.text.endswith("…")
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["ferry"]
    assert Marker(parse("ferry", ["en"]), "en").best("The ferry waits.").text == "The ferry waits."
