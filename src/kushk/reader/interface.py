"""The language of the interface: from the address, else from the cookie, else from the browser."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from kushk.base.cookies import cookie_name
from kushk.base.locale import INTERFACES, SPOKEN, best_interface, html_tag, interface_name, pinned
from kushk.core.languages import direction_of

COOKIE = cookie_name("language")
"""Set by the language switch alone; read where the address names no language."""

PERSONAL = ("/settings/", "/access/", "/whole/", "/account/", "/gift/", "/plans/")
"""Below an interface language, the addresses whose pages are not the same for everybody."""

DESK = "/desk/"
"""Staff pages. They speak English alone: half of their words are Django's, half the models' own."""


@dataclass(frozen=True, slots=True)
class Interface:
    """A language that the interface speaks."""

    tag: str
    """As addresses, catalogues and cookies have it."""
    direction: str
    lang: str
    """As ``lang`` has it: ``zh`` is ``zh-Hans`` there."""

    @property
    def name(self) -> str:
        """The language's name in itself."""
        return interface_name(self.tag)

    @property
    def pinned(self) -> str:
        """Its tag with digits and calendar written out, for scripts that format."""
        return pinned(self.tag)


def interface_named(tag: str) -> Interface:
    """Return the interface language with this tag, the fallback when there is none."""
    known = tag if tag in SPOKEN else INTERFACES[0]
    return Interface(known, direction_of(known), html_tag(known))


def in_address(path: str) -> str:
    """Return the interface language that a path begins with, empty when it names none."""
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    return first if first in SPOKEN else ""


def is_personal(path: str) -> bool:
    """Tell whether a path below an interface language leads to a page that differs by reader."""
    return path[len(in_address(path)) + 1 :].startswith(PERSONAL)


def for_everybody(path: str) -> bool:
    """Tell whether a path leads to a page that is the same for every reader of one interface language."""
    return bool(in_address(path)) and not is_personal(path)


def interface_of(request: HttpRequest) -> Interface:
    """Return the language in which to answer a request."""
    if request.path_info.startswith(DESK):
        return interface_named(INTERFACES[0])
    chosen = in_address(request.path_info) or request.COOKIES.get(COOKIE, "")
    if chosen not in SPOKEN:
        chosen = best_interface(request.headers.get("Accept-Language", ""))
    return interface_named(chosen)
