"""What holds for every text."""

import itertools
import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kushk.core.translated.checks import problems
from kushk.core.translated.form import How, Link, Span
from kushk.core.translated.glossary import Entry, enforced, names, occurrences
from kushk.core.translated.numbers import compared, figures
from kushk.core.translated.projection import MOST_PIECES, project
from kushk.core.translated.words import Words

bounded = settings(
    max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
PIECES = [
    "word ", "Smith ", "1,234.5", "٣٫٥ ", "३० लाख ", "300万", "https://a.b/c ", "a@b.org", "(", ")", "「", "。", "? ",
    "हि", "\u093f", "ไทย", "한국", "👨‍👩‍👧", "🇯🇴", "e\u0301", "\u200d", "\u202e", "\x00", "<b>", "&amp;", "[[/]]", "  ", "\n",
    "مرحبا ", "מה", "ß", "İ", "ǅ", "½", "19:55 ", "1980s ", "'s ", "**",
]  # fmt: skip
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.text(max_size=80))
tags = st.sampled_from(["en", "de", "fr", "ar", "fa", "hi", "ta", "zh", "zh-Hant", "ja", "ko", "th", "sw", "und", ""])
numbers = st.integers(-3, 60)
spans = st.lists(st.builds(Span, st.integers(0, 3), numbers, numbers), max_size=5)
links = st.lists(st.builds(Link, numbers, numbers, numbers, numbers), max_size=6)
hints = st.dictionaries(st.integers(0, 3), texts, max_size=3)


@bounded
@given(texts, texts, tags, tags)
def test_problems_are_found_in_any_text_and_always_the_same(source, target, one, other):
    assert problems(source, target, (one, other)) == problems(source, target, (one, other))


@bounded
@given(texts, tags)
def test_a_text_has_all_of_its_own_numbers(text, tag):
    assert compared(text, text, (tag, tag)).missing == ()
    assert all(figure.shown for figure in figures(text, tag))


@bounded
@given(texts, numbers, numbers)
def test_snapping_only_adds_and_does_so_once(text, start, end):
    words = Words(text)
    assert "".join(text[a:b] for a, b in words.atoms) == text
    first, last = words.snapped(start, end)
    assert words.snapped(first, last) == (first, last)
    if 0 <= start < min(end, len(text)):
        assert first <= start < min(end, len(text)) <= last <= len(text)


@bounded
@given(texts, spans, texts, st.none() | spans, st.none() | links, hints, st.none() | st.sets(st.integers(0, 3)))
def test_projected_spans_are_inside_the_text_and_cut_nothing(source, given_, target, told, aligned, hinted, must):
    found = project(source, given_, target, engine_spans=told, links=aligned, hints=hinted, must=must)
    assert found == project(source, given_, target, engine_spans=told, links=aligned, hints=hinted, must=must)
    words = Words(target)
    assert all(0 <= piece.start < piece.end <= len(target) for piece in found)
    assert all(piece.how is How.WHOLE or words.cuts_nothing(piece.start, piece.end) for piece in found)
    ids = [piece.id for piece in found]
    assert all(ids.count(number) <= MOST_PIECES for number in ids)
    fit = {span.id for span in given_ if 0 <= span.start < span.end <= len(source)}
    wanted = fit if must is None else fit & must
    if target.strip():
        assert wanted <= set(ids)


@bounded
@given(texts, spans, texts, spans, st.dictionaries(st.integers(0, 3), st.sampled_from(["Smith", "北京", "مصر"])))
def test_a_form_is_there_or_reported(source, given_, target, told, wanted):
    found = project(source, given_, target, engine_spans=told)
    done = enforced(target, found, wanted)
    assert all(0 <= span.start < span.end <= len(done.text) for span in done.spans)
    assert all(form in done.text for number, form in wanted.items() if number not in done.lost)
    assert {span.id for span in found} <= {span.id for span in done.spans} | set(wanted)


@bounded
@given(texts, st.lists(texts, max_size=4), tags)
def test_terms_stand_apart(text, terms, tag):
    found = occurrences(text, [Entry(term, case_sensitive=len(term) % 2 == 0) for term in terms], tag)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert all(text[one.start : one.end] for one in found)
    assert all(0 <= start < end <= len(text) for start, end in names(text, tag))


HARD = ["a" * 2000, "a " * 1000, "1," * 1000, "1 234 " * 330, "((" * 1000, "http://" * 280, "a.b" * 660, "@" * 2000,
        "ไทย" * 660, "北京" * 1000, "\u0301" * 2000, "<a " * 660, "a'" * 1000, "👨‍" * 1000, "Aa de " * 330, "万" * 2000,
        "3 million " * 200, "a@b." * 500, "&am" * 660, "x" * 12 + "-" * 1988]  # fmt: skip


def test_hard_texts_take_a_bounded_time():
    for text in HARD:
        start = time.process_time()
        problems(text, text[::-1], ("en", "zh"))
        problems(text, text, ("zh", "sw"))
        project(text, [Span(1, 0, 9), Span(2, 9, 30)], text, hints={1: text[:9], 2: text[:200]})
        occurrences(text, [Entry(text[:7]), Entry("a")], "en")
        names(text, "en")
        assert time.process_time() - start < 1.5, text[:12]
