"""One element of a feed with its children by name, whatever namespace, prefix and case they are written in."""

from __future__ import annotations

from lxml import etree

from kushk.sources.formats.feed_text import joined, one_line, text_of
from kushk.sources.formats.xml_names import BASE, LANG, key


class Vocabulary:
    """The names in one document: each tag is looked up once."""

    def __init__(self, root: etree._Element) -> None:
        name = etree.QName(root)
        plain = name.localname.lower() in ("rss", "channel")  # some declare Atom's namespace as that of all RSS
        self.home = (name.namespace or "") if plain else ""
        self.names: dict[str, str] = {}

    def name(self, element: etree._Element) -> str:
        """Return ``family:local`` of an element, ``local`` alone for RSS's own."""
        found = self.names.get(element.tag)
        if found is None:
            found = self.names[element.tag] = key(element.tag, element.prefix, self.home)
        return found


class Fields:
    """The children of an element, by name, with the base address and the language that hold inside it."""

    def __init__(self, element: etree._Element, words: Vocabulary, base: str = "", language: str = "") -> None:
        self.element = element
        self.words = words
        self.base = joined(base, element.get(BASE))
        self.language = _language(element, language)
        self._children: dict[str, list[etree._Element]] = {}
        name = words.name
        for child in element:
            self._children.setdefault(name(child), []).append(child)

    def all(self, *names: str) -> list[etree._Element]:
        """Return the children of these names: those of the first name first."""
        if len(names) == 1:
            return self._children.get(names[0], [])
        return [child for name in names for child in self._children.get(name, ())]

    def first(self, *names: str) -> etree._Element | None:
        """Return the first child of the first name that has one with anything in it."""
        for name in names:
            for child in self._children.get(name, ()):
                if len(child) or child.text or child.attrib:
                    return child
        return None

    def text(self, *names: str) -> str:
        """Return the first text, on one line, that a child of these names holds."""
        for name in names:
            for child in self._children.get(name, ()):
                found = one_line(text_of(child))
                if found:
                    return found
        return ""

    def inside(self, element: etree._Element) -> Fields:
        """Return the fields of a child."""
        return Fields(element, self.words, self.base, self.language)

    def base_of(self, element: etree._Element) -> str:
        """Return the base address inside a child."""
        return joined(self.base, element.get(BASE))

    def language_of(self, element: etree._Element) -> str:
        """Return the language that a child states, or else this element's."""
        return _language(element, self.language)


def relation(link: etree._Element) -> str:
    """Return what a link leads to (``alternate`` where it does not say), its registry's address left out."""
    return link.get("rel", "").strip().lower().rpartition("/")[2] or "alternate"


def _language(element: etree._Element, outer: str) -> str:
    own = element.get(LANG)
    return outer if own is None else own.strip()
