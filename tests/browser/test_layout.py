"""Where things stand on a page: balance, alignment, nothing left hanging, on any width and in both directions."""

from __future__ import annotations

import pytest
from tests.functional.reader.building import FULL, story

from kushk.library import api as library

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BOX = "e => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom].map(Math.round) }"
ROWS = """[...document.querySelectorAll('.rack > li')].map(e => e.getBoundingClientRect().top)
    .reduce((rows, top) => ({...rows, [top]: (rows[top] || 0) + 1}), {})"""


def add_papers(count: int) -> None:
    for number in range(count):
        paper = library.add_publication(f"Paper {number}", slug=f"paper-{number}", language="en")
        source, _ = library.add_source(paper, f"https://paper-{number}.news-of-nowhere.org/feed")
        library.set_rights(source, FULL)
        told = story("en", f"Story of paper {number}", "", "")
        library.store_stories(paper, source, [library.Arrival(document=told, guid="1", published="2026-10-01")])


@pytest.mark.parametrize("more", range(1, 7))
def test_no_paper_hangs_alone_on_the_rack(visit, stand, more):
    add_papers(more)
    rows = list(visit(1280).go("/en/").evaluate(ROWS).values())
    assert sum(rows) == len(stand) + more
    assert min(rows) > max(rows) / 2, rows


@pytest.mark.parametrize("language", ["en", "ar"])
def test_two_headlines_fill_the_space_below_the_lead(visit, stand, language):
    add_papers(4)
    page = visit(1280).go(f"/{language}/")
    lead, also, seconds = (page.locator(f".{name}").evaluate(BOX) for name in ("lead", "also", "seconds"))
    assert (also[0], also[2]) == (lead[0], lead[2])
    assert also[1] >= lead[3]
    assert seconds[1] == lead[1]
    order = page.evaluate("[...document.querySelector('.front').children].map(e => e.className)")
    assert order == ["lead", "seconds", "also"]


def test_stories_take_the_whole_width_where_there_are_no_issues(visit, stand):
    add_papers(1)
    page = visit(1280).go("/ar/p/paper-0/")
    rows, flag = page.locator(".rows").evaluate(BOX), page.locator(".flag").evaluate(BOX)
    assert (rows[0], rows[2]) == (flag[0], flag[2])


def test_a_paper_with_one_story_has_no_empty_list_below_it(visit, stand):
    page = visit().go("/en/p/plaza/")
    assert page.locator(".first article").count() == 1
    assert page.locator(".rows").count() == 0


def test_a_search_box_and_its_button_stand_in_one_line(visit, stand):
    for width in (390, 1280):
        page = visit(width).go("/ar/nowhere/")
        box, button = (page.locator(f"main .find {name}").evaluate(BOX) for name in ("input", "button"))
        assert (box[1], box[3]) == (button[1], button[3])


@pytest.mark.parametrize("width", [320, 390])
def test_no_line_of_facts_begins_with_its_separator(visit, paths, width):
    leading = """[...document.querySelectorAll('.facts > *')]
        .map(e => getComputedStyle(e, '::before').content).filter(text => text !== 'none')"""
    for path in ("/ar" + paths["story"], "/en/latest/"):
        assert visit(width).go(path).evaluate(leading) == []


def test_more_stories_stand_in_two_columns(visit, stand):
    first = stand["gazette"].stories.get(source_guid="gazette-0")
    for number in range(3):
        told = story("en", f"Another story {number}", "", "")
        arrival = library.Arrival(document=told, guid=f"another-{number}", published="2026-10-01")
        library.store_stories(stand["gazette"], first.source, [arrival])
    page = visit(1280).go(f"/en/s/{first.public_id}/")
    tops = page.locator(".more__list > li").evaluate_all("all => all.map(e => e.getBoundingClientRect().top)")
    assert tops[0] == tops[1]


def test_the_end_mark_stands_below_whole_stories_alone(visit, stand):
    mark = "getComputedStyle(document.querySelector('.body > p:last-child'), '::after').content"
    first = stand["gazette"].stories.get(source_guid="gazette-1")
    assert visit().go(f"/en/s/{first.public_id}/").evaluate(mark) == '""'
    library.set_rights(first.source, library.RightsTerms(extent="excerpt", excerpt_characters=90))
    assert visit().go(f"/en/s/{first.public_id}/").evaluate(mark) == "none"
