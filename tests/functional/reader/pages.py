"""Reading the answered pages as a tree."""
# ruff: noqa: E501 - texts and expectations read best on one line

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    """An element with its attributes, the elements inside it, and its own texts."""

    name: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, name: str = "", /, **wanted: str) -> list[Element]:
        names = {key.rstrip("_").replace("_", "-"): value for key, value in wanted.items()}
        return [
            each
            for each in self.walk()
            if (not name or each.name == name)
            and all(value in each.attributes.get(key, "").split() or each.attributes.get(key) == value for key, value in names.items())
        ]  # fmt: skip

    def one(self, name: str = "", /, **wanted: str) -> Element:
        (found,) = self.all(name, **wanted)
        return found

    @property
    def text(self) -> str:
        return " ".join(
            "".join(child if isinstance(child, str) else child.text + " " for child in self.children).split()
        )

    def nearest(self, attribute: str) -> str | None:
        here: Element | None = self
        while here is not None:
            if attribute in here.attributes:
                return here.attributes[attribute]
            here = here.parent
        return None


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Element("document", {})
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs}, self.here)
        self.here.children.append(element)
        if "id" in element.attributes:
            self.ids.append(element.attributes["id"])
        if tag not in VOID:
            self.here = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.here.children.append(Element(tag, {key: value or "" for key, value in attrs}, self.here))

    def handle_endtag(self, tag: str) -> None:
        assert self.here.name == tag, f"</{tag}> closes <{self.here.name}>"
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


def page(html: bytes | str) -> Element:
    """Return the document, having checked that every element is closed where it was opened and no id is used twice."""
    reader = _Reader()
    reader.feed(html if isinstance(html, str) else html.decode())
    assert reader.here is reader.root, f"<{reader.here.name}> is never closed"
    assert len(reader.ids) == len(set(reader.ids))
    return reader.root


SCRIPTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("de", "en", "es", "fr", "id", "ms", "pt", "sw"), ("LATIN",)),
    **dict.fromkeys(("ar", "fa", "ur"), ("ARABIC",)),
    "he": ("HEBREW",),
    "hi": ("DEVANAGARI",),
    "ja": ("CJK", "HIRAGANA", "KATAKANA"),
    "ko": ("HANGUL",),
    "ru": ("CYRILLIC",),
    "ta": ("TAMIL",),
    "zh": ("CJK",),
}


def stray_texts(root: Element) -> list[str]:
    """Return texts whose letters are not in the script of the language that the nearest ``lang`` claims."""
    found = []
    for element in root.walk():
        language = (element.nearest("lang") or "").split("-")[0]
        unsure = element.name in {"script", "style", "title", "code"} or element.nearest("translate") == "no"
        if unsure or language not in SCRIPTS:
            continue
        for text in (child for child in element.children if isinstance(child, str)):
            letters = [unicodedata.name(letter) for letter in text if letter.isalpha()]
            if letters and not any(name.startswith(SCRIPTS[language]) for name in letters):
                found.append(text.strip())
    return found
