"""A story's headline: the one that the page shows, without the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from lxml import etree

from kushk.sources.formats.elements import all_text
from kushk.sources.formats.html_run import tidy
from kushk.sources.formats.html_walk import hidden
from kushk.sources.formats.page.person import is_likely_name

_SEPARATOR = re.compile(
    r"\s+[|–—\-·•»«:~/]{1,2}\s+|\s*[｜|]\s*|\s+::\s+|(?<=[^\x00-\x7f])[_\-－—](?=[^\x00-\x7f])|\s*_\s*(?=[^\x00-\x7f])"
)
_WORDS = re.compile(r"\w+")
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_LONGEST = 400
_MOST_HEADINGS = 60
_ALIKE = 0.55
_EQUAL = 0.9
_LONGEST_SITE = 60
_PAGE = 4
"""Paragraphs and line breaks that only a page's text has."""
_UNSEEN = 4
"""How many times longer than its shown words an element's text may be, scripts and all."""
_BESIDE = frozenset(("form", "nav", "footer", "dialog", "aside"))
_LOOSE = re.compile(
    r"\s*[_|｜]\s*|\s+[–—\-·•»:~/]{1,2}\s+|:\s+|(?<=[^\x00-\x7f])[\-－—](?=[^\x00-\x7f])|"
    "(?<=[⺀-鿿】」》！？])\\s+(?=[⺀-鿿])"
)
"""Separators of a title that count when what stands beside them is on the page."""


def folded(text: str) -> str:
    """Return a text as it is compared: letters and digits alone, in lower case."""
    return "".join(_WORDS.findall(text.casefold()))


def alike(first: str, second: str) -> float:
    """Return how much two short texts have in common, from 0 to 1: words, or pairs of characters without spaces."""
    one, two = _features(first), _features(second)
    if not one or not two:
        return 0.0
    common = len(one & two)
    return 2 * common / (len(one) + len(two))


def _features(text: str) -> set[str]:
    text = text.casefold()
    if _WIDE.search(text):
        text = folded(text)
        return {text[at : at + 2] for at in range(max(1, len(text) - 1))} if text else set()
    return set(_WORDS.findall(text))


def shown_text(element: etree._Element) -> str:
    """Return the words that an element shows, those for screen readers alone left out."""
    parts: list[str] = []
    _gather(element, parts, 0)
    return " ".join(tidy("".join(parts)).split())


def brief_text(element: etree._Element, most: int) -> str:
    """Return the words that an element shows when they are few; a long element is left after its beginning."""
    length = 0
    for part in element.itertext():
        length += len(part.strip())
        if length > _UNSEEN * most:
            return ""
    text = shown_text(element) if length else ""
    return text if len(text) <= most else ""


def opening_text(element: etree._Element) -> str:
    """Return the first words inside an element, whatever they are in."""
    return next((text for part in element.itertext() if (text := str(part).strip())), "")


def _gather(element: etree._Element, parts: list[str], depth: int) -> None:
    parts.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str) and child.tag not in {"script", "style", "svg", "template", "noscript", "button"}:
            if child.tag in {"br", "div", "p", "li", "time"}:
                parts.append(" ")
            if depth < 40 and not hidden(child):
                _gather(child, parts, depth + 1)
        parts.append(child.tail or "")


def find_headline(root: etree._Element, told: list[str], site_names: list[str]) -> tuple[str, etree._Element | None]:
    """Return the headline with the element that shows it.

    Args:
        root: the whole page.
        told: what structured data, metas and the title element say, the more trusted first.
        site_names: names of the site, which sites put beside the headline.
    """
    told = [
        name
        for name in (without_site(text[:_LONGEST], site_names) for text in told)
        if name and folded(name) not in set(map(folded, site_names))
    ]
    site = set(map(folded, site_names))
    shown = _candidates(root.iter("h1"), told, site, 0.15)
    if not any(score >= _ALIKE for score, _, _ in shown):
        shown += [found for found in _candidates(root.iter("h2", "h3", "h4"), told, site, 0.0) if found[0] >= _EQUAL]
    if shown:
        score, text, element = max(shown, key=lambda item: item[0])
        if score >= _ALIKE:
            return _own_words(element, without_site(text, site_names), told), element
        alone = [item for item in shown if item[2].tag == "h1" and not _is_logo(item[2])]
        if len(alone) == 1 or (alone and not told):
            return without_site(alone[0][1], site_names), alone[0][2]
    for name in told:
        for part in _parts(name):
            showing = _element_showing(root, part)
            if showing is not None:
                return part, showing
    if told:
        return told[0], None
    shown = shown or _candidates(root.iter("h2", "h3"), [], site, 0.0)
    return (shown[0][1], shown[0][2]) if shown else ("", None)


def _own_words(element: etree._Element, text: str, told: list[str]) -> str:
    """Return the headline without a label or a name that stands beside it in an element of its own."""
    if not len(element):
        return text
    plain = folded(text)
    for name in told:
        known = folded(name)
        rest = plain.replace(known, "", 1)
        if known and rest and known in plain and any(folded(shown_text(part)) == rest for part in _inside(element)):
            return name
    lines = [line for line in _lines(element) if line]
    if len(lines) == 2 and is_likely_name(lines[1]) and any(folded(name).startswith(folded(lines[0])) for name in told):
        return lines[0]
    return text


def _lines(element: etree._Element) -> list[str]:
    """Return the lines of a headline, cut at its breaks."""
    if next(element.iter("br"), None) is None:
        return []
    parts: list[str] = [element.text or ""]
    for part in element.iterdescendants():
        parts.append("\n" if part.tag == "br" else (part.text or "") if isinstance(part.tag, str) else "")
        parts.append(part.tail or "")
    return [" ".join(tidy(line).split()) for line in "".join(parts).split("\n")] if parts else []


def _inside(element: etree._Element) -> list[etree._Element]:
    return [part for part in element.iterdescendants() if isinstance(part.tag, str)][:12]


def _candidates(
    headings: Iterable[etree._Element], told: list[str], site: set[str], bonus: float
) -> list[tuple[float, str, etree._Element]]:
    """Return how well each heading fits what is told, with its words."""
    found = []
    for element in list(headings)[:_MOST_HEADINGS]:
        if any(above.tag in _BESIDE and not _holds_page(above) for above in element.iterancestors()):
            continue
        text = shown_text(element)
        if text and len(text) <= _LONGEST and not _links_home(element) and folded(text) not in site:
            fit = max((_fit(text, name) for name in told), default=0.0)
            named = 0.1 if element.get("itemprop") in {"headline", "name"} else 0.0
            found.append((fit + bonus + named, text, element))
    return found


def _holds_page(element: etree._Element) -> bool:
    """Tell whether an element is around the whole page, as forms and asides are on some."""
    return sum(1 for _ in islice(element.iter("p", "br"), _PAGE)) == _PAGE


def _parts(title: str) -> list[str]:
    """Return a title and its longer beginnings and ends, as they stand before or after a separator."""
    edges = list(_LOOSE.finditer(title))[:6]
    parts = [title, *(title[: edge.start()] for edge in reversed(edges)), *(title[edge.end() :] for edge in edges)]
    return [part.strip() for part in parts if len(folded(part)) * 3 > len(folded(title))]


def _fit(shown: str, told: str) -> float:
    one, two = folded(shown), folded(told)
    if one == two:
        return 1.0
    if len(one) > 12 and len(two) > 12 and (one in two or two in one):
        return 0.9 if min(len(one), len(two)) > max(len(one), len(two)) / 2 else 0.5
    return alike(shown, told)


def _links_home(element: etree._Element) -> bool:
    link = next(element.iter("a"), None)
    return link is not None and (link.get("href") or "").strip() in {
        "/",
        "./",
        "index.html",
        "/index.html",
        "/index.php",
    }


def _is_logo(element: etree._Element) -> bool:
    return (
        any(above.tag in {"header", "nav"} for above in element.iterancestors())
        and next(element.iter("a"), None) is not None
    )


def _element_showing(root: etree._Element, text: str) -> etree._Element | None:
    """Return the element outside headings that shows a headline, as old pages do."""
    wanted = folded(text)
    if len(wanted) < 6:
        return None
    for element in root.iter("h3", "h4", "p", "div", "td", "span", "b", "strong", "font", "center"):
        own = element.text or ""
        if (wanted[:6] and folded(own) == wanted) or (
            len(element) and len(element) < 3 and folded(all_text(element)[:_LONGEST]) == wanted
        ):
            return element
    return None


def without_site(title: str, site_names: list[str]) -> str:
    """Return a title without the site's name before or after it, and without a trailing section."""
    title = " ".join(title.split())
    names = {folded(name) for name in site_names if name}
    for _ in range(3):
        cut = _cut_once(title, names)
        if cut == title:
            break
        title = cut
    return title


def _cut_once(title: str, names: set[str]) -> str:
    edges = list(_SEPARATOR.finditer(title))
    if not edges:
        return title
    last, first = edges[-1], edges[0]
    after, before = title[last.end() :], title[: first.start()]
    if folded(after) in names or _names_site(after, names):
        return title[: last.start()].strip()
    if folded(before) in names:
        return title[first.end() :].strip()
    return title


def _names_site(part: str, names: set[str]) -> bool:
    text = folded(part)
    return (
        len(text) > 2
        and len(part) < 50
        and any(len(name) > 3 and (name in text or (text in name and len(text) > 3)) for name in names)
    )


def site_part(title: str, headline: str) -> str:
    """Return what a title element has beside the headline: as a rule the site's name."""
    for edge in _LOOSE.finditer(title):
        before, after = title[: edge.start()].strip(), title[edge.end() :].strip()
        if folded(before) == folded(headline) and len(after) < _LONGEST_SITE:
            return list(_LOOSE.split(after))[-1]
        if folded(after) == folded(headline) and len(before) < _LONGEST_SITE:
            return before
    return ""
