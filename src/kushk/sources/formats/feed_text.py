"""Text in feeds: plain or HTML, told apart once and carried along, so that neither is ever read as the other."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from html import escape
from itertools import islice
from urllib.parse import urljoin

from lxml import etree

from kushk.sources.formats.elements import all_text
from kushk.sources.formats.xml_mend import MOST_ATTRIBUTES, unescape
from kushk.sources.formats.xml_names import BASE


@dataclass(frozen=True, slots=True)
class Words:
    """A text as its source gave it."""

    value: str = ""
    html: bool = False
    base: str = ""
    """Address against which its links are resolved."""
    language: str = ""
    lines: bool = False
    """Of a plain text: its line breaks are meant (JSON Feed), not just how the XML was laid out."""

    def __bool__(self) -> bool:
        return bool(self.value)


_INLINE = (
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub "
    "sup tt u var"
)
_FLOW = (
    "address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html iframe img input li main menu nav noscript object ol p picture pre section "
    "source style script summary svg table tbody td tfoot th thead time tr ul video audio embed param label button wbr"
)
_SELDOM = (
    "applet area base basefont bgsound blink canvas caption col colgroup dir font frame frameset head keygen legend "
    "link map marquee menu meta nobr noembed noframes noscript optgroup option rp rt ruby select strike template "
    "textarea title track xmp"
)
_NAMES = "|".join((*_INLINE.split(), *_FLOW.split(), *_SELDOM.split()))
_TAG = re.compile(rf"<(?:/(?:{_NAMES})\s*>|(?:{_NAMES})(?:\s[^<>]*+)?/?>|!--)", re.IGNORECASE)
_ENDED_TAG = re.compile(
    rf"</(?:{_NAMES})\s*+>|<(?:br|hr|img|wbr)(?:\s[^<>]*+)?/?>"
    r"|<(?:area|base|embed|frame|input|link|meta|param|source)\s[^<>=]*+=[^<>]*+>|<!doctype html\b",
    re.IGNORECASE,
)
_STRAY_BRACKET = re.compile(rf"<(?!/?(?:{_NAMES})\b|!--|!doctype html\b|!\[CDATA\[)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_DOUBLY_ESCAPED = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|hellip|[lr][sd]quo|[mn]dash|#\d{2,7}|#[xX][0-9a-fA-F]{2,6});"
)

_C1 = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_BYTES = re.compile(r"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+")
_HTML_TYPES = ("html", "text/html", "application/xhtml+xml", "xhtml")


def _windows(match: re.Match[str]) -> str:
    """Control characters are none in practice, but Windows-1252 read as Latin-1 (HTML's rule for &#146;)."""
    code = ord(match[0])
    if code == 0x85 or code < 0x80:  # noqa: PLR2004
        return "…" if code == 0x85 else ""  # noqa: PLR2004
    return bytes((code,)).decode("cp1252", "ignore")


def clean(text: str) -> str:
    """Return ``text`` with control characters dropped or read as the letters that they were meant to be."""
    if (text.isascii() and text.isprintable()) or _C1.search(text) is None:
        return text
    return _C1.sub(_windows, _BYTES.sub(_utf_8, text))


def _utf_8(match: re.Match[str]) -> str:
    """Bytes of UTF-8 that somebody wrote as one letter each; where none is a control character, they may be letters."""
    if _C1.search(match[0]) is None:
        return match[0]
    return match[0].encode("latin-1").decode("utf-8", "ignore") or match[0]


def one_line(text: str) -> str:
    """Return ``text`` cleaned, with every run of white space made one space."""
    return " ".join(clean(text).split())


def text_of(element: etree._Element | None) -> str:
    """Return all character data of an element; empty for none."""
    if element is None:
        return ""
    if not len(element):
        return clean(element.text or "")
    return clean(all_text(element))


def looks_like_html(text: str) -> bool:
    """Tell whether a text holds at least one tag that HTML has; ``a < b`` and ``List<T>`` do not."""
    return "<" in text and _TAG.search(text) is not None


def inner_html(element: etree._Element) -> str:
    """Return what is inside an element as HTML: tags by their local names, without namespaces."""
    parts = [escape(element.text or "", quote=False)]
    for child in element:
        _write_html(child, parts, "")
    return clean("".join(parts))


_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)


_LINKING = frozenset(("href", "src", "poster", "data", "cite", "longdesc"))


def _write_html(element: etree._Element, parts: list[str], base: str) -> None:
    """Append an element and its tail; ``base`` is what the ``xml:base`` of elements around it come to."""
    name = local_name(element.tag)
    base = joined(base, element.get(BASE))
    parts.append(f"<{name}")
    for key in map(str, islice(element.attrib, MOST_ATTRIBUTES)):
        local, value = local_name(key), element.get(key, "")
        if key != BASE:
            parts.append(f' {local}="{escape(joined(base, value) if base and local in _LINKING else value)}"')
    parts.append(">")
    if name not in _VOID:
        parts.append(escape(element.text or "", quote=False))
        for child in element:
            _write_html(child, parts, base)
        parts.append(f"</{name}>")
    parts.append(escape(element.tail or "", quote=False))


def local_name(tag: str) -> str:
    """Return a tag or attribute in Clark notation without its namespace, in lower case."""
    return tag.rpartition("}")[2].lower()


def joined(base: str, address: str | None) -> str:
    """Return ``address`` as seen from ``base``, or ``base`` where there is none or it is none."""
    if not address:
        return base
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return base


def rss_words(element: etree._Element, base: str = "", language: str = "") -> Words:
    """Return the text of an RSS element, which nothing tells to be plain or HTML: its tags and entities do."""
    if len(element):
        return Words(inner_html(element).strip(), html=True, base=base, language=language)
    value = _out_of_section(clean(element.text or "").strip())
    if looks_like_html(value):
        return Words(value, html=True, base=base, language=language)
    if _ENTITY.search(value):
        value = _markup_or_text(unescape(value))
        if looks_like_html(value) and _ENDED_TAG.search(value):
            return Words(value, html=True, base=base, language=language)
    return Words(value, base=base, language=language)


def _out_of_section(value: str) -> str:
    """Return what stands in a CDATA section that was itself escaped, or wrapped in another."""
    section = value.startswith("<![CDATA[") and value.endswith("]]>")
    return value[len("<![CDATA[") : -len("]]>")].strip() if section else value


def _markup_or_text(value: str) -> str:
    """Resolve the references of a text that was escaped once more than needed."""
    return unescape(value) if _DOUBLY_ESCAPED.search(value) else value


def atom_words(element: etree._Element, base: str = "", language: str = "") -> Words:
    """Return an Atom text construct or content (RFC 4287, 3.1 and 4.1.3; Atom 0.3 with ``mode``) as its type says."""
    kind = element.get("type", "text").partition(";")[0].strip().lower() or "text"
    mode = element.get("mode", "").strip().lower()
    if mode == "base64" or not _textual(kind):
        return _encoded_words(element, kind, base, language)
    if mode == "escaped" and not element.get("type"):
        return rss_words(element, base, language)
    if len(element):
        escaped = _escaped_inside(element) if kind in ("html", "text/html") else ""
        return Words(escaped or inner_html(element).strip(), html=True, base=base, language=language)
    value = clean(element.text or "").strip()
    return Words(value, html=kind in _HTML_TYPES, base=base, language=language)


def _escaped_inside(element: etree._Element) -> str:
    """Return the HTML that some blog software wraps, escaped as it is, in one ``div`` of XHTML."""
    inner = element[0]
    text = clean(inner.text or "").strip()
    lone = len(element) == 1 and not len(inner) and not (element.text or inner.tail or "").strip()
    return text if lone and looks_like_html(text) else ""


def _textual(kind: str) -> bool:
    return "/" not in kind or kind.startswith("text/") or kind in _HTML_TYPES


def _encoded_words(element: etree._Element, kind: str, base: str, language: str) -> Words:
    told = kind in _HTML_TYPES or (kind.startswith("text") and "type" in element.attrib)
    if not told and kind not in ("text", "application/octet-stream"):
        return Words()
    try:
        value = base64.b64decode(element.text or "", validate=False).decode("utf-8", "replace" if told else "strict")
    except ValueError:
        return Words()
    html = kind in _HTML_TYPES or (not told and looks_like_html(value))
    return Words(clean(value).strip(), html=html, base=base, language=language)


def plain_title(words: Words) -> str:
    """Return a headline as plain text.

    Tags are taken out where they are HTML's and ended; ``a < b`` and ``List<T>`` stay as they are. Atom's
    and JSON Feed's plain text is not looked into at all.
    """
    from kushk.sources.formats.html import html_text

    value = words.value
    if words.html and ("<" in value or "&" in value):
        value = html_text(_STRAY_BRACKET.sub("&lt;", value))
        value = unescape(value) if _DOUBLY_ESCAPED.search(value) else value
    return one_line(value)


def rss_title(element: etree._Element) -> Words:
    """Return the text of an RSS headline, of which nobody knows how often it was escaped."""
    if len(element):
        return Words(inner_html(element), html=True)
    value = _out_of_section(clean(element.text or "").strip())
    if "&" in value:
        value = _markup_or_text(unescape(value)) if not _ENDED_TAG.search(value) else value
    return Words(value, html=_ENDED_TAG.search(value) is not None)
