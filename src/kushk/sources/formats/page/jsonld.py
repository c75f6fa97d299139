"""Structured data of a page (JSON-LD), in all the shapes in which sites write it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

Node = dict[str, Any]
_MOST_TEXT = 3_000_000
_MOST_NODES = 4_000
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')
_STORY_TYPES = (
    "newsarticle", "article", "blogposting", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
    "backgroundnewsarticle", "reviewnewsarticle", "askpublicnewsarticle", "advertisercontentarticle",
    "satiricalarticle", "scholarlyarticle", "techarticle", "liveblogposting", "report", "socialmediaposting",
    "discussionforumposting", "pressrelease", "recipe", "review", "interview", "creativework", "medicalwebpage",
)  # fmt: skip
_LESSER = ("webpage", "itempage", "videoobject", "collectionpage")


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What a page's structured data says of its story."""

    story: Node
    """The story's own node, empty when the page has none."""
    nodes: tuple[Node, ...] = ()
    by_id: dict[str, Node] | None = None

    def texts(self, *names: str) -> list[str]:
        """Return the plain texts of the story's properties, the first name first."""
        return [text for name in names for text in self.plain(self.story.get(name))]

    def text(self, *names: str) -> str:
        """Return the first plain text of the story's properties."""
        return next(iter(self.texts(*names)), "")

    def plain(self, value: Any, depth: int = 0) -> list[str]:
        """Return the texts of a value: itself, or the names of the things that it lists."""
        if isinstance(value, str):
            text = " ".join(html.unescape(value).split())
            return [text] if text else []
        if isinstance(value, list) and depth < 4:
            return [text for item in value[:100] for text in self.plain(item, depth + 1)]
        if isinstance(value, dict) and depth < 4:
            known = self.resolved(value)
            return self.plain(known.get("name") or known.get("@value"), depth + 1)
        return []

    def resolved(self, value: Node) -> Node:
        """Return the whole node that a bare ``@id`` points to."""
        if "name" not in value and "url" not in value and self.by_id:
            return self.by_id.get(str(value.get("@id")), value)
        return value

    def addresses(self, value: Any, depth: int = 0) -> list[str]:
        """Return the addresses of pictures: plain, listed, or of ImageObjects."""
        if isinstance(value, str):
            return [value.strip()] if value.strip() else []
        if isinstance(value, list) and depth < 4:
            return [text for item in value[:20] for text in self.addresses(item, depth + 1)]
        if isinstance(value, dict) and depth < 4:
            known = self.resolved(value)
            return self.addresses(known.get("url") or known.get("contentUrl") or known.get("@id"), depth + 1)
        return []


def linked_data(root: etree._Element, page_url: str = "") -> LinkedData:
    """Return the structured data of a page."""
    nodes: list[Node] = []
    for script in root.iter("script"):
        kind = (script.get("type") or "").lower()
        if "ld+json" in kind and script.text and len(script.text) < _MOST_TEXT:
            for value in _loaded(script.text):
                nodes.extend(_nodes(value, _MOST_NODES - len(nodes)))
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    return LinkedData(_story(nodes, page_url), tuple(nodes), by_id)


def types_of(node: Node) -> list[str]:
    """Return a node's types in lower case, without their vocabulary."""
    kinds = node.get("@type") or []
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return [str(kind).rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower() for kind in kinds]


def _loaded(text: str) -> list[Any]:
    text = text.replace("\ufeff", "").strip().rstrip(";").strip()
    text = _WRAPPING.sub("", _WRAPPING.sub("", text)).strip()
    for attempt in (str, html.unescape, _mended):
        try:
            return [json.loads(attempt(text), strict=False)]
        except (ValueError, RecursionError):
            continue
    return _one_by_one(text)


def _mended(text: str) -> str:
    return _BAD_ESCAPE.sub(r"\\\\", _TRAILING_COMMA.sub(r"\1", text))


def _one_by_one(text: str) -> list[Any]:
    """Read what can be read of several objects in one element, or of one that is broken off."""
    decoder = json.JSONDecoder(strict=False)
    found: list[Any] = []
    at = 0
    while (at := text.find("{", at)) >= 0 and len(found) < 20:
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        found.append(value)
    return found


def _nodes(value: Any, most: int) -> Iterator[Node]:
    stack = [value]
    count = 0
    while stack and count < most:
        value = stack.pop()
        if isinstance(value, list):
            stack.extend(reversed(value[:500]))
        elif isinstance(value, dict):
            count += 1
            yield value
            stack.extend(inner for inner in value.values() if isinstance(inner, (dict, list)))


def _story(nodes: list[Node], page_url: str) -> Node:
    ranked: list[tuple[int, int, Node]] = []
    for place, node in enumerate(nodes):
        kinds = types_of(node)
        if any(kind in _STORY_TYPES or kind.endswith("article") for kind in kinds):
            rank = (
                4 * bool(node.get("headline")) + 2 * bool(node.get("datePublished")) + 2 * bool(node.get("articleBody"))
            )
            rank += 2 * bool(node.get("author")) + 6 * _is_about(node, page_url) - 3 * ("creativework" in kinds)
            ranked.append((rank, -place, node))
        elif any(kind in _LESSER for kind in kinds) and (node.get("headline") or node.get("datePublished")):
            ranked.append((-2, -place, node))
    return max(ranked, key=lambda item: item[:2])[2] if ranked else {}


def _is_about(node: Node, page_url: str) -> bool:
    if not page_url:
        return False
    page = page_url.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0].rstrip("/")
    subject = node.get("mainEntityOfPage")
    told = [node.get("url"), node.get("@id"), subject.get("@id") if isinstance(subject, dict) else subject]
    return any(isinstance(address, str) and address.split("#")[0].split("?")[0].rstrip("/") == page for address in told)
