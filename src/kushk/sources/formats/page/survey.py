"""One pass over a page: where each element stands and what it is called."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from kushk.sources.formats.page.names import Role, names_of, role_of

_TELLING = frozenset(("itemprop", "rel", "data-testid", "datetime"))


@dataclass(slots=True)
class Survey:
    """The elements of a page in order, with the roles that their names hint at."""

    root: etree._Element
    headline: etree._Element | None = None
    """The element that shows the headline."""
    place: dict[etree._Element, int] = field(default_factory=dict)
    roles: dict[etree._Element, int] = field(default_factory=dict)
    telling: list[etree._Element] = field(default_factory=list)
    """Elements whose names or attributes say something."""

    def role(self, element: etree._Element) -> int:
        """Return the role of an element."""
        return self.roles.get(element, Role.NONE)

    def within(self, element: etree._Element, roles: int) -> bool:
        """Tell whether anything around an element has one of the roles."""
        return any(self.roles.get(above, Role.NONE) & roles for above in element.iterancestors())


def survey(root: etree._Element, headline: etree._Element | None = None) -> Survey:
    """Look at every element of a page once."""
    found = Survey(root, headline)
    place, roles, telling = found.place, found.roles, found.telling
    for at, element in enumerate(root.iter()):
        place[element] = at
        keys = element.keys()
        if keys:
            told = role_of(names_of(element)) if "class" in keys or "id" in keys else Role.NONE
            if told:
                roles[element] = told
                telling.append(element)
                continue
            if not _TELLING.isdisjoint(keys):
                telling.append(element)
                continue
        if element.tag == "time":
            telling.append(element)
    return found
