"""No page says a word that the catalogues do not know: under en-XA it would stand outside the brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from tests.functional.reader.building import PAPERS, STORIES
from tests.functional.reader.pages import Element, page
from tests.functional.reader.places import every_path, path_of

from kushk.library import api as library
from kushk.reader.interface import interface_named

pytestmark = pytest.mark.django_db

READ_ALOUD = ("alt", "aria-label", "aria-valuetext", "aria-description", "placeholder", "title")
BRACKETED = re.compile("⟦[^⟦⟧]*⟧")
TURNED = re.compile("\u202e[^\u202c]*\u202c")
NAMES = sorted(
    {"Kushk", "river", "البحر", "nothingatall"}
    | {paper.get(key, "") for paper in PAPERS.values() for key in ("name", "native_name", "description")}
    | {text for stories in STORIES.values() for story in stories for text in story[:2]},
    key=len,
    reverse=True,
)
"""Names that stand in titles and descriptions, which cannot mark them up, and what was searched for."""


def is_a_name(element: Element, made_up: str) -> bool:
    """Tell whether an element holds a name, a date, a count or another language."""
    if element.name in {"bdi", "time", "script", "style", "svg", "code"}:
        return True
    classes = element.attributes.get("class", "").split()
    marked = element.attributes.get("translate") == "no" or "count" in classes
    return marked or element.attributes.get("lang", made_up) != made_up


def interface_text(element: Element, made_up: str) -> Iterator[str]:
    """Yield what the interface says on a page, to the eye and to the ear, names left out."""
    if is_a_name(element, made_up):
        return
    for name in READ_ALOUD:
        yield f"\n{element.attributes.get(name, '')}\n"
    if element.attributes.get("name") == "description":
        yield f"\n{element.attributes['content']}\n"
    for child in element.children:
        if isinstance(child, str):
            yield child
        else:
            yield from interface_text(child, made_up)


def hard_coded(html: bytes | str, made_up: str, marked: re.Pattern[str]) -> list[str]:
    """Return what a page says that is neither a message of the catalogues nor a name."""
    text = "".join(interface_text(page(html).one("html"), made_up))
    for name in NAMES:
        text = text.replace(name, "") if name else text
    while marked.search(text):
        text = marked.sub("", text)
    return re.findall(r"[^\W\d_]+", text)


@pytest.fixture
def everything(stand, first) -> list[str]:
    """Paths of every kind of page, with a corrected story, an excerpt, a related story and one that was taken down."""
    library.set_rights(stand["canal"].sources.get(), library.RightsTerms(extent="excerpt", excerpt_characters=400))
    gone = stand["plaza"].stories.first()
    library.withdraw_story(gone)
    more = [path_of(stand["canal"].stories.first(), "en-XA"), path_of(gone, "en-XA")]
    return [*every_path(stand, "en-XA"), *more]


def test_no_page_says_what_no_catalogue_knows(client, everything):
    for path in everything:
        answer = client.get(path)
        assert b"\xe2\x9f\xa6" in answer.content, path
        assert hard_coded(answer.content, "en-XA", BRACKETED) == [], path


def test_a_text_in_a_template_would_be_found():
    told = '<html lang="en-XA"><p>⟦Šåṽé⟧ now <bdi>Kushk</bdi></p><p lang="en">then</p><img alt="a ship"></html>'
    assert hard_coded(told, "en-XA", BRACKETED) == ["now", "a", "ship"]


def test_an_empty_stand_and_a_broken_one_say_nothing_else(client, db):
    assert hard_coded(client.get("/en-XA/").content, "en-XA", BRACKETED) == []
    request = RequestFactory().get("/en-XA/")
    request.interface = interface_named("en-XA")
    broken = render_to_string("reader/error.html", {"status": 500, "here": "search"}, request)
    assert hard_coded(broken, "en-XA", BRACKETED) == []


def test_the_mirrored_language_runs_from_right_to_left(client, stand, first):
    for path in ("/ar-XB/", path_of(first, "ar-XB"), "/ar-XB/search/?q=river"):
        answer = client.get(path)
        html = page(answer.content).one("html").attributes
        assert (html["lang"], html["dir"]) == ("ar-XB", "rtl")
        assert hard_coded(answer.content, "ar-XB", TURNED) == [], path


def test_made_up_languages_are_offered_to_nobody(client, stand):
    root = page(client.get("/en-XA/").content)
    named = {element.attributes.get("hreflang") for element in root.walk()}
    assert not named & {"en-XA", "ar-XB"}
