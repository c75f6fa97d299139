"""The filters of a list: plain links by language, country and topic."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest

from kushk.base.locale import autonym
from kushk.library import api as library

KINDS = ("language", "country", "topic")


@dataclass(frozen=True, slots=True)
class Choice:
    """One link of a filter."""

    value: str
    path: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter with its links; ``all`` leads to the list without it."""

    kind: str
    choices: tuple[Choice, ...]
    all: str
    chosen: str


def wanted(request: HttpRequest) -> dict[str, str]:
    """Return what the address asks to filter by: language, country, topic; empty where it asks for nothing."""
    return {kind: request.GET.get(kind, "")[:80] for kind in KINDS}


def filters_for(request: HttpRequest, chosen: dict[str, str]) -> list[Filter]:
    """Return the filters that have something to choose between."""
    offered = library.choices()
    values = {
        "language": sorted(offered.languages, key=lambda tag: autonym(tag).casefold()),
        "country": offered.countries,
        "topic": offered.topics,
    }
    return [
        Filter(
            kind,
            tuple(Choice(value, _path(request, chosen, kind, value), value == chosen[kind]) for value in values[kind]),
            _path(request, chosen, kind, ""),
            chosen[kind],
        )
        for kind in KINDS
        if len(values[kind]) > 1 or chosen[kind]
    ]


def as_query(chosen: dict[str, str], **more: str) -> str:
    """Return the choice as a query string with its question mark, empty when nothing is chosen."""
    kept = {key: value for key, value in {**chosen, **more}.items() if value}
    return f"?{urlencode(kept)}" if kept else ""


def _path(request: HttpRequest, chosen: dict[str, str], kind: str, value: str) -> str:
    return request.path + as_query({**chosen, kind: value})
