"""Search over every story of the stand."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kushk.library import api as library
from kushk.reader.caching import public_page
from kushk.reader.choices import as_query
from kushk.reader.safe import name

LONGEST_QUERY = 256
LAST_PAGE = 50
PAGE = 20


@public_page
def search(request: HttpRequest, ui: str) -> HttpResponse:  # noqa: ARG001 - the middleware reads the language
    """Show what was found for the words, filtered by publication, language and date."""
    asked = _asked(request)
    number = _page_number(request.GET.get("page", ""))
    page = _found(asked, number) if asked["q"] else None
    context = {
        "here": "search",
        "query": asked["q"],
        "query_html": name(asked["q"], "und"),
        "page": page,
        "number": number,
        "publications": library.publications(),
        "languages_of_stories": library.choices().languages,
        "onward": _page_path(request, asked, number + 1) if page and page.more and number < LAST_PAGE else "",
        "back": _page_path(request, asked, number - 1) if number > 1 else "",
        **{key: asked[key] for key in ("publication", "language", "since", "until")},
    }
    return render(request, "reader/search.html", context)


def _asked(request: HttpRequest) -> dict[str, str]:
    asked = {key: request.GET.get(key, "").strip() for key in ("publication", "language", "since", "until")}
    asked["since"], asked["until"] = (_day_text(asked[key]) for key in ("since", "until"))
    words = request.GET.get("q", "")[:LONGEST_QUERY].replace("\x00", " ")
    return {"q": " ".join(words.split()), **asked}


def _found(asked: dict[str, str], number: int) -> library.SearchPage:
    narrowed: dict[str, Any] = {"language": asked["language"][:35]}
    if asked["publication"]:
        try:
            narrowed["publication"] = library.publication_by_slug(asked["publication"])
        except library.NoSuchPublication:
            return library.SearchPage(asked["q"], ())
    for key in ("since", "until"):
        if asked[key]:
            narrowed[key] = date.fromisoformat(asked[key])
    return library.search(asked["q"], **narrowed, limit=PAGE, page=number)


def _day_text(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _page_number(text: str) -> int:
    return min(int(text), LAST_PAGE) if text.isascii() and text.isdecimal() and len(text) < 4 and int(text) else 1  # noqa: PLR2004


def _page_path(request: HttpRequest, asked: dict[str, str], number: int) -> str:
    return request.path + as_query(asked, page=str(number) if number > 1 else "")
