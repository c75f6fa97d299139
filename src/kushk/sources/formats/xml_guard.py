"""XML from outside, read without harm: no document type, no entities, no depth, no network."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from lxml import etree

from kushk.sources.formats.charset import decode
from kushk.sources.formats.errors import ForbiddenMarkup, TooDeep
from kushk.sources.formats.parsed import Warned
from kushk.sources.formats.xml_mend import MAX_DEPTH, mend, unescape

_DOCTYPE = re.compile(rb"<!DOCTYPE\b(?:[^\[>\"']|\"[^\"]*\"|'[^']*')*(\[.*?\]\s*+)?>", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(rb"<(?:[\w.\-]+:)?(?:rss|rdf|feed|opml|channel|entry)[\s>]", re.IGNORECASE)
_BEGINNING = re.compile(rb"<\?xml\s|" + _ROOT.pattern, re.IGNORECASE)
_SPACE = re.compile(rb"(?:[\s\0]|\xef\xbb\xbf)*")
_JUNK = 64 * 1024
_LETTERS = 64
"""The most characters that a harmless entity may stand for: a name or a sign, not a text."""
_TOLD = 3
_SUBSET_ENTITY = re.compile(r"<!ENTITY\s+(.*?)\s*>", re.DOTALL | re.IGNORECASE)
_LETTER_ENTITY = re.compile(r"([A-Za-z][A-Za-z0-9]*)\s+([\"'])(.*?)\2", re.DOTALL)
_ENTITY_SET = re.compile(r"%\s+\S+\s+PUBLIC\s+([\"'])-//W3C//ENTITIES [^\"']*\1", re.DOTALL)

_TOO_DEEP = etree.XPath("boolean(/" + "/".join("*" * (MAX_DEPTH + 1)) + ")")


@dataclass(frozen=True, slots=True)
class XmlTree:
    """The root of a tree without comments, instructions and entities, and what was odd on the way."""

    root: etree._Element
    warnings: tuple[Warned, ...] = ()


def read_xml(body: bytes, media_type: str = "") -> XmlTree:
    """Return the tree of a feed or a list of feeds, mended where it is broken.

    Args:
        body: the document in any encoding; other text (a PHP warning) may stand before it.
        media_type: ``Content-Type`` as sent.

    Raises:
        ForbiddenMarkup: it declares entities that are more than a few plain characters, or uses them without end.
        TooDeep: elements nested more than 200 deep.
        Malformed: there is no element in it.
    """
    warnings: list[Warned] = []
    ready = _as_utf8(body, media_type, warnings)
    start, letters = _skip_prolog(ready, 0)
    if not _ROOT.match(ready, start):
        found = _BEGINNING.search(ready, start, start + _JUNK)
        if found:
            warnings.append(Warned("xml-broken", "text stands before the document"))
            start, letters = _skip_prolog(ready, found.start())
    root, faults = _tree(ready[start:], letters)
    warnings.extend(Warned("xml-broken", fault) for fault in faults[:_TOLD])
    if _TOO_DEEP(root):
        raise TooDeep(limit=MAX_DEPTH)
    return XmlTree(root, tuple(warnings))


def _as_utf8(body: bytes, media_type: str, warnings: list[Warned]) -> bytes:
    decoded = decode(body, media_type)
    if decoded.mended or decoded.overruled:
        said = f"declared as {decoded.overruled}, read as" if decoded.overruled else "some bytes are not"
        warnings.append(Warned("odd-encoding", f"{said} {decoded.encoding}"))
    if decoded.encoding == "utf-8" and not decoded.mended:
        return body.removeprefix(codecs.BOM_UTF8)
    return decoded.text.encode("utf-8", "replace")


def _skip_prolog(ready: bytes, at: int) -> tuple[int, dict[str, str] | None]:
    """Return where the root element begins, and the characters that a document type gives names to, if there is one."""
    letters = None
    while True:
        at = _SPACE.match(ready, at).end()  # type: ignore[union-attr]  # matches the empty text too
        if ready.startswith(b"<?", at):
            end = ready.find(b"?>", at)
        elif ready.startswith(b"<!--", at):
            end = ready.find(b"-->", at) + 1
        else:
            doctype = _DOCTYPE.match(ready, at)
            if doctype is None:
                return at, letters
            letters = _declared_letters((doctype[1] or b"").decode("utf-8", "replace"))
            end = doctype.end() - 2
        if end <= 0:
            return at, letters
        at = end + 2


def _declared_letters(subset: str) -> dict[str, str]:
    """Return what the entities of a document type stand for, if each is a few plain characters.

    Old feeds declare ``<!ENTITY nbsp "&#160;">`` or point to W3C's sets of such names, which we know by heart.

    Raises:
        ForbiddenMarkup: an entity is anything more.
    """
    letters = {}
    for declared in _SUBSET_ENTITY.findall(subset):
        if _ENTITY_SET.match(declared):
            continue
        match = _LETTER_ENTITY.fullmatch(declared)
        value = unescape(match[3]) if match else ""
        if match is None or len(value) > _LETTERS or "&" in value or "<" in value or "%" in value:
            raise ForbiddenMarkup
        letters[match[1]] = value
    if "<!ENTITY" in _SUBSET_ENTITY.sub("", subset).upper():
        raise ForbiddenMarkup
    return letters


def _tree(ready: bytes, letters: dict[str, str] | None) -> tuple[etree._Element, list[str]]:
    """Parse strictly, and where that fails by guessing."""
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        return etree.fromstring(ready, parser), []
    except etree.XMLSyntaxError as error:
        if "Excessive depth" in str(error):
            raise TooDeep(limit=MAX_DEPTH) from None
    root, faults = mend(ready.decode("utf-8", "replace"), letters or {})
    named_letters_only = letters is not None  # which a document type makes lawful
    return root, faults if faults or named_letters_only else ["it is not well-formed"]
