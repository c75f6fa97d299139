"""What every template knows."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from kushk.base.locale import html_tag, interface_name
from kushk.core.languages import direction_of
from kushk.reader.addresses import absolute, in_other_languages
from kushk.reader.interface import interface_of
from kushk.reader.middleware import REMEMBER
from kushk.reader.scripting import script_words
from kushk.reader.walled import offers_to

WORDMARK_NAME = "Kushk"
"""A stand of this name shows the wordmark; any other shows its own name."""

MEANINGFUL = ("language", "country", "topic", "after", "q", "publication", "since", "until", "page")
"""Query parameters that make another page; any other, such as a campaign's, is no part of a page's own address."""


def interface(request: HttpRequest) -> dict[str, Any]:
    """Return the interface language, the stand's name and the same page in the other languages."""
    ui = getattr(request, "interface", None) or interface_of(request)
    tag = ui.tag
    query = request.GET.copy()
    query.pop(REMEMBER, None)
    known = urlencode([(key, query[key]) for key in MEANINGFUL if query.get(key)])
    canonical_tail = f"?{known}" if known else ""
    tail = f"?{query.urlencode()}" if query else ""
    here = request.path_info
    languages = _languages(here, f"{tail}&{REMEMBER}" if tail else f"?{REMEMBER}", canonical_tail)
    return {
        "offers": SimpleLazyObject(lambda: offers_to(request)),
        "ui": ui,
        "stand": settings.STAND_NAME,
        "has_wordmark": settings.STAND_NAME == WORDMARK_NAME,
        "here_path": here + canonical_tail,
        "script_words": script_words(tag),
        "today": timezone.now().date(),
        "canonical": absolute(here + canonical_tail),
        "languages": languages,
    }


def _languages(here: str, switch: str, canonical_tail: str) -> list[dict[str, str]]:
    """Return the interface languages with the same page in each, in the chooser's fixed order.

    ``tag`` is what the address has, ``lang`` what ``lang`` and ``hreflang`` have; ``switch`` also remembers the choice.
    """
    return [
        {
            "tag": tag,
            "lang": html_tag(tag),
            "dir": direction_of(tag),
            "name": interface_name(tag),
            "switch": path + switch,
            "address": absolute(path + canonical_tail),
        }
        for tag, path in in_other_languages(here)
    ]
