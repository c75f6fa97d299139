"""Who wrote a story, in the many ways in which feeds write names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from kushk.sources.formats.feed_text import Words, one_line, plain_title, rss_title, text_of
from kushk.sources.formats.feed_tree import Fields

_MAIL = r"[^\s()<>\[\]\",;:@]+@[^\s()<>\[\]\",;:@]+"
_MAIL_THEN_NAME = re.compile(rf"(?:mailto:)?{_MAIL}\s*\((.*)\)")
_NAME_THEN_MAIL = re.compile(rf"(.*?)[\s,]*[<(\[]\s*(?:mailto:)?{_MAIL}\s*[>)\]]")
_NAME_BESIDE_MAIL = re.compile(rf"([^,;&/]{{2,60}}?)\s+{_MAIL}")
_OFFICE = re.compile(r"\s+(?:기자|특파원)$")
"""What Korean papers put after the name: reporter, correspondent."""
_BARE_MAIL = re.compile(rf"[<(]?(?:mailto:)?{_MAIL}[>)]?")
_LABEL = re.compile(
    r"(?:(?:written |story |text )?by[\s:]\s*|(?:author|autor|auteur|autore|автор|συντάκτης|yazar)\s*:\s*"
    r"|(?:作者|文)\s*[:：/]\s*|(?:本[报報]|本[刊网網])?(?:记者|記者)[\s:：]\s*|بقلم[\s:]\s*"
    r"|(?:كتبت?ه?|کتبت?ه?|نویسنده|الكاتب|מאת)\s*:?\s+)",
    re.IGNORECASE,
)
_NO_NAME = frozenset({"unknown", "undefined", "null", "none", "n/a", "author"})
_NOBODY = re.compile(r"no-?reply@|donotreply@|nobody@|@example\.", re.IGNORECASE)
_LONGEST = 300
_LINKED_NAME = re.compile(r"</a>(?=\s*[,;،、&]|\s*<a\b)", re.IGNORECASE)

_COMMAS = {"ar": "، ", "fa": "، ", "ur": "، ", "ps": "، ", "ckb": "، ", "ug": "، ", "zh": "、", "ja": "、"}


_ROLES = ("atom:author", "dc:creator", "author", "dc:author", "dcterms:creator", "itunes:author", "dc:contributor")


def names(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names in author texts, mail addresses taken away, each once."""
    found = (_name(text) for text in texts)
    return tuple(dict.fromkeys(name for name in found if name))


def byline(authors: Iterable[str], language: str) -> str:
    """Return the authors as one line, with the comma of the story's language."""
    return _COMMAS.get(language.partition("-")[0].lower(), ", ").join(authors)


def entry_authors(fields: Fields) -> tuple[str, ...]:
    """Return who wrote an entry, by the first kind of element that names anybody."""
    for name in _ROLES:
        found = names(_texts(fields, fields.all(name)))
        if found:
            return found
    return ()


def _texts(fields: Fields, elements: Iterable[etree._Element]) -> Iterator[str]:
    for element in elements:
        if not len(element):
            yield from _listed(rss_title(element))
            continue
        person = fields.inside(element)
        name = person.text("atom:name", "name", "rdf:value", "foaf:name")
        yield name or person.text("atom:email", "email") or ("" if _has_parts(person) else text_of(element))


def _listed(words: Words) -> Iterator[str]:
    """Yield the names in a text: one, or each that is a link of its own."""
    parts = _LINKED_NAME.split(words.value) if words.html else []
    if len(parts) <= 1:
        yield plain_title(words)
        return
    for part in parts:
        yield plain_title(Words(part, html=True)).strip(" ,;،、&")


def _has_parts(person: Fields) -> bool:
    return bool(person.all("atom:uri", "uri", "atom:url", "url", "atom:email", "email"))


def _name(text: str) -> str:
    text = _LABEL.sub("", one_line(text), count=1) if _LABEL.match(text.lstrip()) else one_line(text)
    if len(text) > _LONGEST or text.casefold() in _NO_NAME:
        return ""
    for shape in (_MAIL_THEN_NAME, _NAME_THEN_MAIL, _NAME_BESIDE_MAIL):
        match = shape.fullmatch(text)
        if match and match[1].strip(" \"'"):
            return _OFFICE.sub("", match[1].strip(" \"'"))
    if _BARE_MAIL.fullmatch(text) and _NOBODY.search(text):
        return ""
    return text.strip(' "<>()') if _BARE_MAIL.fullmatch(text) else _OFFICE.sub("", text)
