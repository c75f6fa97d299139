"""Broken XML read by guessing what was meant: a forgiving tokeniser that builds the same tree as the strict parser.

Every step moves forward and every search stops at the next ``<`` or is remembered, so the time is in
proportion to the length whatever the text holds.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from functools import lru_cache
from html.entities import html5
from itertools import islice
from typing import NamedTuple

from lxml import etree

from kushk.sources.formats.errors import ForbiddenMarkup, Malformed, TooDeep
from kushk.sources.formats.xml_names import KNOWN_PREFIXES, XML_NAMESPACE

MAX_DEPTH = 200
"""Elements inside each other; real feeds stay under thirty, XHTML bodies under a hundred."""
MOST_ATTRIBUTES = 100
"""Attributes of one element that are looked at: lxml needs quadratic time to list or to set them."""

MOST_EXPANDED = 1 << 18
"""Characters that declared entities may stand for in one document, so that short ones cannot swell it."""

_NAME = r"[A-Za-z_][A-Za-z0-9_.\-]*+(?::[A-Za-z_][A-Za-z0-9_.\-]*+)?"
_START = re.compile(rf"<({_NAME})((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*)>")
_LOOSE_START = re.compile(rf"<({_NAME})((?:\s[^<>\"']*+(?:\"[^\"]{{0,500}}+\"|'[^']{{0,500}}+'))[^<>]*+|[^<>]*+)>")
_END = re.compile(rf"</({_NAME})[^<>]*+(>|(?=<)|$)")
_ATTRIBUTE = re.compile(rf"(?<![\w:.\-])({_NAME})\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]++))")
_ENTITY = re.compile(r"&(?:#(\d{1,20}+)|#[xX]([0-9a-fA-F]{1,16}+)|([A-Za-z][A-Za-z0-9]{0,31}+));")
_SURROGATES = range(0xD800, 0xE000)
_NOT_XML = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_ENTRIES = frozenset({"item", "entry"})
_FRAMES = frozenset({"rss", "rdf", "feed", "channel", "opml", "body", "items"})
_LEAVES = frozenset(
    {"title", "link", "guid", "id", "pubdate", "author", "category", "comments", "updated", "published"}
)
_FIELDS = _LEAVES | {"description", "summary", "content", "encoded", "creator", "date", "enclosure"}
_VOID = frozenset({"br", "img", "hr", "wbr", "input"})


def mend(text: str, letters: Mapping[str, str]) -> tuple[etree._Element, list[str]]:
    """Return the root of the tree that ``text`` was meant to be, with what was wrong, in English.

    An entry that the end of the text cuts in two is left out.

    Args:
        text: the document from its root element on.
        letters: names of characters that its document type declares, beside those of HTML.

    Raises:
        ForbiddenMarkup: the declared names stand for more than ``MOST_EXPANDED`` characters in all.
        TooDeep: more than ``MAX_DEPTH`` elements inside each other.
        Malformed: there is no element at all.
    """
    mender = _Mender(_NOT_XML.sub("", text), letters)
    mender.run()
    root = mender.close()
    return root, list(mender.faults)


def unescape(text: str) -> str:
    """Return ``text`` with every character reference resolved, HTML's named ones too; bare ampersands stay."""
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return html5.get(name + ";", match[0])
    number = int(decimal) if decimal else int(hexadecimal, 16)
    if number > sys.maxunicode or number in _SURROGATES:
        return "\ufffd"
    return _NOT_XML.sub("", chr(number))


class _Open(NamedTuple):
    """An element that has begun: its name as written, its local name in lower case, its tag, its namespaces."""

    name: str
    local: str
    tag: str
    scope: dict[str, str]
    element: etree._Element


class _Mender:
    """The tokeniser with its stack of open elements."""

    def __init__(self, text: str, letters: Mapping[str, str]) -> None:
        self.text = text
        self.letters = letters
        self.at = 0
        self.builder = etree.TreeBuilder()
        self.open: list[_Open] = []
        self.root: etree._Element | None = None
        self.faults: dict[str, None] = {}
        self.absent: set[str] = set()
        self.expanded = 0

    def run(self) -> None:
        text = self.text
        while self.at < len(text) and (self.open or self.root is None):
            bracket = text.find("<", self.at)
            if bracket < 0:
                bracket = len(text)
            if bracket > self.at:
                self._data(self._unescaped(text[self.at : bracket]))
                self.at = bracket
            if bracket < len(text):
                self._markup()

    def close(self) -> etree._Element:
        """End what is open and return the root; an entry that was never ended is taken out again."""
        if self.root is None:
            raise Malformed(format="XML", detail="it has no element")
        if self.open:
            self.faults["it is cut off"] = None
            cut = next((each.element for each in self.open if each.local in _ENTRIES), None)
            while self.open:
                self._pop()
            parent = cut.getparent() if cut is not None else None
            if cut is not None and parent is not None:
                parent.remove(cut)
        elif self.text[self.at :].strip():
            self.faults["text follows its end"] = None
        return self.root

    def _unescaped(self, text: str) -> str:
        if "&" not in text:
            return text
        plain = _ENTITY.sub(self._character if self.letters else _character, text)
        if "&" in _ENTITY.sub("", text):
            self.faults["an & stands alone"] = None
        return plain

    def _character(self, match: re.Match[str]) -> str:
        declared = self.letters.get(match[3])
        if declared is None:
            return _character(match)
        self.expanded += len(declared)
        if self.expanded > MOST_EXPANDED:
            raise ForbiddenMarkup
        return declared

    def _data(self, data: str) -> None:
        if self.open:
            self.builder.data(data)

    def _markup(self) -> None:
        text, at = self.text, self.at
        if text.startswith("<![CDATA[", at):
            end = self._end_of_cdata(at + 9)
            self._data(text[at + 9 : end])
            self.at = end + 3 if text.startswith("]]>", end) else end
        elif text.startswith("<!--", at):
            self._skip_past("-->", at + 4)
        elif text.startswith("<?", at):
            self._skip_past("?>", at + 2)
        elif text.startswith("<!", at):
            self._skip_past(">", at + 2)
        elif text.startswith("</", at):
            self._end_tag()
        else:
            self._start_tag()

    def _find(self, wanted: str, start: int) -> int:
        """Like ``str.find``, but a text that is not ahead any more is never sought again."""
        if wanted in self.absent:
            return -1
        found = self.text.find(wanted, start)
        if found < 0:
            self.absent.add(wanted)
        return found

    def _skip_past(self, wanted: str, start: int) -> None:
        end = self._find(wanted, start)
        self.at = end + len(wanted) if end >= 0 else len(self.text)

    def _end_of_cdata(self, start: int) -> int:
        end = self._find("]]>", start)
        if end >= 0:
            return end
        closing = self._find(f"</{self.open[-1].name}", start) if self.open else -1
        if closing >= 0:
            self.faults["a CDATA section has no end"] = None
        return closing if closing >= 0 else len(self.text)

    def _end_tag(self) -> None:
        match = _END.match(self.text, self.at)
        if match is None:
            self._literal()
            return
        self.at = match.end()
        if match.end() == len(self.text) and not match[2]:
            return  # cut off inside a tag
        name = match[1]
        local = name.rpartition(":")[2].lower()
        for position in range(len(self.open) - 1, -1, -1):
            each = self.open[position]
            if each.name == name or each.local == local:
                self._close_to(position)
                return
            if each.local in _ENTRIES and local not in _FRAMES:
                break
        self.faults[f"</{name}> ends nothing"] = None

    def _close_to(self, position: int) -> None:
        if position < len(self.open) - 1:
            self.faults[f"<{self.open[-1].name}> has no end"] = None
        while len(self.open) > position:
            self._pop()

    def _pop(self) -> None:
        self.builder.end(self.open.pop().tag)

    def _literal(self) -> None:
        self.faults["a < stands alone"] = None
        self._data("<")
        self.at += 1

    def _start_tag(self) -> None:
        match = _START.match(self.text, self.at) or _LOOSE_START.match(self.text, self.at)
        if match is not None:
            self.at = match.end()
            self._begin(match[1], match[2])
        elif self._find(">", self.at) < 0 and self.open:
            self.at = len(self.text)  # cut off inside a tag
        else:
            self._literal()

    def _begin(self, name: str, rest: str) -> None:
        self._make_room(name.rpartition(":")[2].lower())
        self._push(name, rest)
        if rest.endswith("/") or (name.lower() in _VOID and len(self.open) > 1):
            self._pop()

    def _make_room(self, local: str) -> None:
        """End what cannot hold the element that begins here."""
        if local in _ENTRIES:
            inside = [position for position, each in enumerate(self.open) if each.local in _ENTRIES]
            if inside:
                self._close_to(inside[0])
                self.faults[f"<{local}> begins inside another"] = None
        elif local in _FIELDS and self.open and self.open[-1].local in _LEAVES:
            self.faults[f"<{self.open[-1].name}> has no end"] = None
            self._pop()

    def _push(self, name: str, rest: str) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise TooDeep(limit=MAX_DEPTH)
        scope = self.open[-1].scope if self.open else {}
        pairs = [(match[1], _value(match)) for match in islice(_ATTRIBUTE.finditer(rest), MOST_ATTRIBUTES)]
        own = {
            key.partition(":")[2]: value if _can_name(value) else ""
            for key, value in pairs
            if key == "xmlns" or key.startswith("xmlns:")
        }
        if own:
            scope = scope | own
        tag = self._qualified(name, scope, default=scope.get("", ""))
        attributes: dict[str | bytes, str | bytes] = {
            self._qualified(key, scope, default=""): value for key, value in pairs if key.partition(":")[0] != "xmlns"
        }
        element: etree._Element = self.builder.start(tag, attributes)  # type: ignore[assignment, func-returns-value]
        if self.root is None:
            self.root = element
        self.open.append(_Open(name, name.rpartition(":")[2].lower(), tag, scope, element))

    def _qualified(self, name: str, scope: dict[str, str], *, default: str) -> str:
        prefix, colon, local = name.rpartition(":")
        if not colon:
            return f"{{{default}}}{local}" if default else local
        if prefix == "xml":
            return f"{{{XML_NAMESPACE}}}{local}"
        address = scope.get(prefix)
        if address is None:
            self.faults[f"the prefix {prefix} is not declared"] = None
            address = KNOWN_PREFIXES.get(prefix.lower(), f"undeclared:{prefix}")
        return f"{{{address}}}{local}" if address else local


@lru_cache(maxsize=256)
def _can_name(namespace: str) -> bool:
    """Say whether lxml takes the text for the address of a namespace."""
    if not namespace or {"{", "}"} & set(namespace):
        return False
    try:
        etree.Element(f"{{{namespace}}}name")
    except ValueError:
        return False
    return True


def _value(match: re.Match[str]) -> str:
    return unescape(next((group for group in match.groups()[1:] if group is not None), ""))
