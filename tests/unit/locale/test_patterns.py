"""Reading ICU patterns as trees."""

from __future__ import annotations

import pytest

from kushk.base.locale.checks import catalogue
from kushk.base.locale.patterns import BadPattern, parsed, texts, values, written

NESTED = "In {place, select, sea {the {name}} other {{count, plural, one {# port} other {# ports}}}}."


def test_texts_and_values_are_told_apart():
    tree = parsed(NESTED)
    assert list(texts(tree)) == ["In ", "the ", "# port", "# ports", "."]
    assert [value.name for value in values(tree)] == ["place", "name", "count"]
    assert [case for case, _ in next(values(tree)).cases] == ["sea", "other"]


@pytest.mark.parametrize(
    "pattern",
    ["", "plain", "{a}", "{n, number}", "{d, date, ::yMMMd}", NESTED, "{n, plural, =0 {none} other {# left}}"],
)
def test_a_tree_is_written_as_it_was_read(pattern):
    assert written(parsed(pattern)) == pattern


def test_only_texts_are_changed_and_the_number_is_none():
    assert written(parsed(NESTED), str.upper) == (
        "IN {place, select, sea {THE {name}} other {{count, plural, one {# PORT} other {# PORTS}}}}."
    )


@pytest.mark.parametrize(
    "pattern",
    ["{", "}", "{}", "{a", "a}", "{a b}", "{n, plural}", "{n, plural, one}", "{n, plural, one {x}", "{n, number, {x}}"],
)
def test_what_is_no_pattern_is_refused(pattern):
    with pytest.raises(BadPattern):
        parsed(pattern)


def test_every_message_of_the_stand_can_be_read_and_written():
    for entry in catalogue("ar").entries:
        assert written(parsed(entry.text)) == entry.text
