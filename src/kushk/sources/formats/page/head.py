"""What a page says of itself in its head: metas and links by name."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from kushk.sources.formats.elements import all_text

_LONGEST = 2_000
"""Characters of one value: what is longer is no title, name or address."""


@dataclass(slots=True)
class Head:
    """The metas and links of a page, names in lower case, values in order."""

    metas: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    title: str = ""
    language: str = ""
    """The ``lang`` of the ``html`` element."""

    def first(self, *names: str) -> str:
        """Return the first value that any of the names has, the first name first."""
        return next((value for name in names for value in self.metas.get(name, ())), "")

    def every(self, *names: str) -> list[str]:
        """Return all values of the names, each once."""
        return list(dict.fromkeys(value for name in names for value in self.metas.get(name, ())))


def read_head(root: etree._Element) -> Head:
    """Return what a page says of itself in metas and links."""
    head = Head()
    for element in root.iter("meta", "link", "title"):
        if element.tag == "meta":
            _meta(head, element)
        elif element.tag == "link":
            for relation in (element.get("rel") or "").lower().split():
                head.links.setdefault(relation, []).append(element.get("href") or "")
        elif not head.title and not any(above.tag == "svg" for above in element.iterancestors()):
            head.title = " ".join(all_text(element)[:_LONGEST].split())
    head.language = (root.get("lang") or root.get("xml:lang") or "").strip()
    return head


def _meta(head: Head, element: etree._Element) -> None:
    content = " ".join((element.get("content") or "")[:_LONGEST].split())
    if not content:
        return
    for attribute in ("property", "name", "itemprop", "http-equiv"):
        for name in (element.get(attribute) or "").lower().split():
            values = head.metas.setdefault(name, [])
            if len(values) < 50:
                values.append(content)
