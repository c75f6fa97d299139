"""Finds the element that holds a story's text."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from kushk.sources.formats.page.measure import Measures
from kushk.sources.formats.page.names import Role, role

_LEAST = 120
"""Weight of running text below which a page has no story that can be told from its furniture."""
_CONTAINERS = frozenset(
    "article main section div td body center font span form table tbody tr dd li blockquote".split()
)


@dataclass(slots=True)
class Found:
    """The container of a story and how sure that is, from 0 to 1."""

    element: etree._Element
    confidence: float


def find_root(body: etree._Element, measures: Measures) -> Found:
    """Return the element that holds the story.

    Every container is judged by how much of the page's running text it holds and how little else, with weight
    for what it is called.

    Args:
        body: the page after pruning.
        measures: weights of its elements.
    """
    total = measures.prose[body]
    if total <= 0:
        return Found(body, 0.0)
    best, best_score = body, _score(body, measures, total)
    for element in body.iterdescendants():
        if element.tag not in _CONTAINERS:
            continue
        held = measures.prose.get(element, 0)
        if held < total * 0.2 or held < _LEAST / 2:
            continue
        score = _score(element, measures, total)
        if score >= best_score:
            best, best_score = element, score
    best = _first_of_many(best, measures)
    best = _widened(best, measures)
    return Found(best, min(1.0, best_score))


def _score(element: etree._Element, measures: Measures, total: int) -> float:
    held = measures.prose.get(element, 0)
    everything = max(1, measures.all.get(element, 0))
    recall = held / total
    precision = held / everything
    score = 2 * recall * precision / max(0.01, recall + precision)
    return score + recall * _named(element)


def _named(element: etree._Element) -> float:
    if "articleBody" in (element.get("itemprop") or ""):
        return 0.6
    told = role(element)
    bonus = 0.3 if told & Role.STORY else 0.0
    if element.tag == "article":
        bonus = max(bonus, 0.25)
    elif element.tag == "main" or element.get("role") == "main":
        bonus = max(bonus, 0.12)
    if told & (Role.RELATED | Role.COMMENTS):
        bonus -= 0.5
    return bonus


def _first_of_many(best: etree._Element, measures: Measures) -> etree._Element:
    """Return the first of several whole stories on one endless page."""
    stories = [
        element
        for element in best.iterdescendants("article", "section", "div")
        if element.tag == "article" or "articleBody" in (element.get("itemprop") or "")
    ]
    heads = [element for element in stories if next(element.iter("h1"), None) is not None]
    if len(heads) < 2 or measures.prose.get(heads[0], 0) < _LEAST:
        return best
    return heads[0]


def _with_twins(best: etree._Element, measures: Measures) -> etree._Element:
    """Return the parent where a story is cut into several containers of one name."""
    parent, names = best.getparent(), best.get("class")
    if parent is None or not names or best.tag in {"article", "main"}:
        return best
    twins = [child for child in parent if child.get("class") == names and measures.prose.get(child, 0) > 0]
    return parent if len(twins) > 1 and parent.tag != "html" else best


def _widened(best: etree._Element, measures: Measures) -> etree._Element:
    """Return a parent that holds more of the same text: a first paragraph or a part that was left outside."""
    best = _with_twins(best, measures)
    while True:
        parent = best.getparent()
        if parent is None or parent.tag in {"html", "body"} or best.tag in {"article", "main"}:
            return best
        held, around = measures.prose.get(best, 0), measures.prose.get(parent, 0)
        extra = around - held
        other = measures.all.get(parent, 0) - measures.all.get(best, 0)
        if not (extra > 0 and extra > other * 0.7 and role(best) & Role.STORY == Role.NONE):
            return best
        best = parent
