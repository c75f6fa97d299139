"""OPML, the lists of feeds that readers exchange: in, however sloppy, and out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from lxml import etree

from kushk.sources.formats.errors import UnknownFormat
from kushk.sources.formats.feed_links import absolute, is_foreign
from kushk.sources.formats.feed_text import clean, one_line, text_of
from kushk.sources.formats.parsed import FeedLink, FeedList, Input, Warned
from kushk.sources.formats.xml_guard import read_xml
from kushk.sources.formats.xml_mend import MOST_ATTRIBUTES

FOLDER_SEPARATOR = "/"
MOST_FEEDS = 20_000
_LINKS = frozenset({"link", "include"})


def parse_opml(source: Input) -> FeedList:
    """Return the feeds of an OPML list, each address once, with the path of folders that it lies in.

    Raises:
        UnknownFormat: it is XML of another kind.
        FormatError: it is too deep, or declares entities.
    """
    tree = read_xml(source.body, source.media_type)
    warnings = list(tree.warnings)
    if _local(tree.root) not in ("opml", "outlines", "body"):
        raise UnknownFormat
    found: dict[str, FeedLink] = {}
    for link in _feeds(tree.root, "", source.url, warnings):
        known = found.get(link.url)
        if known is None or (link.folder and not known.folder):
            found[link.url] = link
        if len(found) >= MOST_FEEDS:
            warnings.append(Warned("items-cut", f"the first {MOST_FEEDS} feeds"))
            break
    return FeedList("opml", _title(tree.root), tuple(found.values()), tuple(dict.fromkeys(warnings)))


def write_opml(title: str, feeds: Iterable[FeedLink]) -> bytes:
    """Return an OPML 2.0 list of feeds, folders nested as their paths say."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = clean(title)
    body = etree.SubElement(root, "body")
    folders: dict[str, etree._Element] = {"": body}
    for feed in feeds:
        name = clean(feed.title) or feed.url
        attributes = {"type": "rss", "text": name, "title": name, "xmlUrl": feed.url}
        if feed.site:
            attributes["htmlUrl"] = feed.site
        etree.SubElement(_folder(feed.folder, folders), "outline", attributes)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _folder(path: str, folders: dict[str, etree._Element]) -> etree._Element:
    known = folders.get(path)
    if known is None:
        above, _, name = path.rpartition(FOLDER_SEPARATOR)
        name = clean(name)
        known = folders[path] = etree.SubElement(_folder(above, folders), "outline", text=name, title=name)
    return known


def _feeds(element: etree._Element, path: str, base: str, warnings: list[Warned]) -> Iterator[FeedLink]:
    """Yield the feeds under an element, in order; depth is bounded by the guard that read the tree."""
    for child in element:
        inner = path
        if _local(child) == "outline":
            stated = {str(key).lower(): child.get(key, "") for key in islice(child.attrib, MOST_ATTRIBUTES)}
            link = _feed(stated, path, base, warnings)
            if link:
                yield link
            elif len(child):
                name = one_line(stated.get("text") or stated.get("title") or "").replace(FOLDER_SEPARATOR, "∕")
                inner = f"{path}{FOLDER_SEPARATOR}{name}" if path and name else path or name
        yield from _feeds(child, inner, base, warnings)


def _feed(stated: dict[str, str], path: str, base: str, warnings: list[Warned]) -> FeedLink | None:
    written = stated.get("xmlurl") or stated.get("feedurl") or ""
    kind = stated.get("type", "").strip().lower()
    if not written and kind in ("rss", "atom", "feed", "jsonfeed"):
        written = stated.get("url", "")
    if not written.strip() or kind in _LINKS:
        return None
    url = absolute(written, base) or absolute(_web_address(written))
    title = one_line(stated.get("title") or stated.get("text") or "")
    if not url:
        warnings.append(Warned("odd-link", one_line(written)[:200]))
        return None
    return FeedLink(title, url, absolute(stated.get("htmlurl", ""), url), path or _category(stated))


def _web_address(written: str) -> str:
    """Return what a ``feed:`` address means, and an address without a scheme."""
    address = written.strip()
    if address.lower().startswith("feed:"):
        rest = address[5:].removeprefix("//")
        return rest if "://" in rest else f"http://{rest}"
    return "" if is_foreign(address) else f"https://{address.lstrip('/')}"


def _category(stated: dict[str, str]) -> str:
    """Return the first of the comma-separated categories that OPML 2.0 has in place of folders."""
    return one_line(stated.get("category", "").split(",")[0]).strip(FOLDER_SEPARATOR)


def _title(root: etree._Element) -> str:
    for element in root:
        if _local(element) == "head":
            return next((one_line(text_of(each)) for each in element if _local(each) == "title"), "")
    return ""


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname.lower()
