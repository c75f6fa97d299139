"""What readers type: words, phrases, exclusions, beginnings; and nothing is an error."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from hypothesis import given, settings
from hypothesis import strategies as st

from kushk.library.search.fts5 import expression
from kushk.library.search.query import LONGEST, MOST_TERMS, Term, parse
from kushk.library.search.stems import stem


def test_words_phrases_exclusions_and_beginnings() -> None:
    query = parse('tax "prime minister" -budget elect*')
    assert query.wanted == (Term(("tax",)), Term(("prime", "minister")), Term(("elect",), prefix=True))
    assert query.excluded == (Term(("budget",), excluded=True),)


def test_quotes_of_every_kind_make_a_phrase() -> None:
    for typed in ("“prime minister”", "«prime minister»", "„prime minister“", "「prime minister」", '"prime minister'):
        assert parse(typed).wanted == (Term(("prime", "minister")),)


def test_joined_words_and_unspaced_scripts_are_phrases() -> None:
    assert parse("well-known").wanted == (Term(("well", "known")),)
    assert parse("中国人民").wanted == (Term(("中国", "国人", "人民")),)


def test_one_character_of_an_unspaced_script_finds_pairs_that_begin_with_it() -> None:
    assert parse("中").wanted == (Term(("中",), prefix=True),)


def test_single_words_take_the_stems_of_the_languages_asked_for() -> None:
    (term,) = parse("elections", ["en", "fr"]).wanted
    assert term.stems == (stem("elections", "en"),)
    assert parse('"elections"', ["en"]).wanted[0].stems == ()


def test_only_exclusions_ask_for_nothing() -> None:
    assert not parse("-tax -budget")
    assert not parse("  ")
    assert not parse('*** "" - ()')


def test_long_queries_are_cut() -> None:
    assert len(parse(" ".join(f"w{number}" for number in range(200))).wanted) == MOST_TERMS
    assert parse("x" * 1000).wanted[0].words == ("x" * LONGEST,)


def _index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE ft USING fts5(headline, tokenize=\"ascii tokenchars '='\")")
    connection.execute("INSERT INTO ft VALUES ('some words')")
    return connection


_SYNTAX = st.lists(
    st.sampled_from(
        ['"', "*", "-", "(", ")", "^", ":", "+", "AND", "OR", "NOT", "NEAR(", "headline", "中", "ا", "\x00"]
    )
).map(" ".join)


@settings(max_examples=300)
@given(st.one_of(st.text(), _SYNTAX, st.text(alphabet='"*-+^():{}abc ')))
def test_no_text_is_a_syntax_error(text: str) -> None:
    query = parse(text, ["en", "ar"])
    if query:
        with closing(_index()) as index:
            found = index.execute("SELECT count(*) FROM ft WHERE ft MATCH ?", [expression(query, [("=p1", "=p2")])])
            assert found.fetchone()[0] >= 0
