"""Takes out what is on a page beside its story, before the story is looked for."""

from __future__ import annotations

from lxml import etree

from kushk.sources.formats.page.cards import is_cards
from kushk.sources.formats.page.measure import Measures
from kushk.sources.formats.page.names import Role, role

_OUT = frozenset(
    "script style template svg nav dialog select textarea button input object applet canvas map link meta "
    "amp-ad amp-sidebar amp-social-share amp-consent amp-analytics".split()
)
_OUT_ROLES = {
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar",
    "toolbar", "tablist", "form", "alert",
}  # fmt: skip
_BESIDE = Role.ASIDE | Role.RELATED | Role.COMMENTS | Role.BIO
_WHOLE = frozenset(
    "html body main a em strong b i img picture figure figcaption blockquote tr td tbody table h1 li".split()
)
"""Elements that are never judged by their names."""
_HEADS = frozenset("header footer aside form".split())
_CARD_LISTS = frozenset("div section ul ol aside".split())
_MOST = 0.4
"""Share of a page's running text that something beside the story can hold: wrappers have odd names too."""
_MOST_CARD = 0.3
_ENOUGH = 300
"""Weight of running text that makes a story without the rest of its page."""
_MOST_NAMED = 0.75
"""The same for comments and related stories, which may well be longer than the story."""


def prune(root: etree._Element, measures: Measures) -> int:
    """Take out of a page all that is beside its story, by what elements are and are called.

    Returns:
        The weight of the running text that went with parts judged by their names alone.
    """
    lost = 0
    total = max(1, measures.prose[root])
    stack = [root]
    while stack:
        element = stack.pop()
        for child in list(element):
            tag = child.tag
            if not isinstance(tag, str):
                continue
            if tag in _OUT or (tag not in _WHOLE and _beside(child, tag, measures, total)):
                lost += measures.prose.get(child, 0)
                measures.take_out(child)
            elif tag in _CARD_LISTS and len(child) > 2 and is_cards(child, measures) and not _has_head(child):
                measures.take_out(child)
            else:
                stack.append(child)
    return lost


def _beside(child: etree._Element, tag: str, measures: Measures, total: int) -> bool:
    share = measures.prose.get(child, 0) / total
    if tag in _HEADS:
        return _beside_by_tag(child, tag, share)
    if not child.keys() or _has_head(child):
        return False
    if child.get("role") in _OUT_ROLES and share < _MOST:
        return True
    told = role(child)
    if not told & _BESIDE or _is_kept(child, tag, told, share):
        return False
    if share >= _MOST and told & (Role.RELATED | Role.COMMENTS):
        return (share < _MOST_NAMED or total - share * total > _ENOUGH) and not _is_wrapper(child)
    return share < _MOST


def _is_kept(child: etree._Element, tag: str, told: int, share: float) -> bool:
    """Tell whether an element that is named like something beside the story is part of it all the same."""
    if tag == "pre" or child.get("itemprop") in {"articleBody", "headline"}:
        return True
    if tag == "article" and not told & Role.COMMENTS:
        return share > _MOST_CARD
    return (told & Role.STORY and share > 0.1) or (tag == "span" and share > 0)


def _is_wrapper(child: etree._Element) -> bool:
    """Tell whether an element is only said to be open to comments, and holds the story itself."""
    return any(not role(inner) & Role.COMMENTS for inner in child.iter("article"))


def _beside_by_tag(child: etree._Element, tag: str, share: float) -> bool:
    if tag == "form":
        return share < 0.25
    if tag == "aside":
        return share < _MOST and not role(child) & Role.STORY and not _is_quote(child)
    if _has_head(child):
        return False
    if tag == "footer":
        inside = child.getparent()
        return not (inside is not None and inside.tag in {"blockquote", "figure", "q"}) and share < _MOST
    return share < 0.1 and next(child.iter("figure"), None) is None


def _is_quote(child: etree._Element) -> bool:
    return False if next(child.iter("blockquote"), None) is None else len(list(child.iter("p", "li"))) < 3


def _has_head(child: etree._Element) -> bool:
    return next(child.iter("h1"), None) is not None
