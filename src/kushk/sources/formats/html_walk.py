"""From an element tree to typed drafts, by an allow-list: what has no handler here gives its text and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml import etree

from kushk.core.document import BlockKind, MarkKind
from kushk.core.draft import DraftBlock, RichText
from kushk.sources.formats import html_figures
from kushk.sources.formats.html_links import link_target
from kushk.sources.formats.html_run import Run
from kushk.sources.formats.html_tree import DEEPEST
from kushk.sources.formats.parsed import Warned

DROPPED = frozenset(
    [
        "script",
        "style",
        "template",
        "svg",
        "head",
        "title",
        "meta",
        "link",
        "base",
        "input",
        "select",
        "textarea",
        "option",
        "button",
        "nav",
        "dialog",
        "canvas",
        "map",
        "area",
        "param",
        "source",
        "track",
        "col",
        "colgroup",
        "frameset",
        "frame",
        "datalist",
        "progress",
        "meter",
        "rp",
        "rt",
        "rtc",
        "amp-ad",
        "amp-analytics",
        "amp-pixel",
        "amp-sidebar",
        "amp-social-share",
        "amp-sticky-ad",
        "amp-auto-ads",
        "amp-consent",
    ]
)
_MARKS = {
    "b": MarkKind.STRONG,
    "strong": MarkKind.STRONG,
    "i": MarkKind.EMPHASIS,
    "em": MarkKind.EMPHASIS,
    "cite": MarkKind.EMPHASIS,
    "dfn": MarkKind.EMPHASIS,
    "var": MarkKind.EMPHASIS,
    "code": MarkKind.CODE,
    "kbd": MarkKind.CODE,
    "samp": MarkKind.CODE,
    "tt": MarkKind.CODE,
    "sup": MarkKind.SUPERSCRIPT,
    "sub": MarkKind.SUBSCRIPT,
    "del": MarkKind.DELETED,
    "s": MarkKind.DELETED,
    "strike": MarkKind.DELETED,
    "ins": MarkKind.INSERTED,
    "mark": MarkKind.HIGHLIGHT,
}
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "address",
        "center",
        "fieldset",
        "legend",
        "details",
        "summary",
        "hgroup",
        "body",
        "html",
        "form",
        "figcaption",
        "caption",
        "dt",
        "dd",
        "li",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
        "tfoot",
        "noframes",
        "search",
        "amp-accordion",
        "amp-story",
        "optgroup",
        "marquee",
        "isindex",
        "multicol",
        "dir",
    ]
)
LEVELS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|screen-reader-text|visually-?hidden|visuallyhidden|u-hidden|feedflare|sharedaddy|jp-relatedposts"
    r"|mf-viral|heateor_sss\S*|addtoany\S*|twitter-share\S*|wpcnt|printfriendly|ez-toc-container|mw-editsection"
    r"|wp-block-social-links)(?:\s|$)",
    re.IGNORECASE,
)
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,4}$")
_RULE = re.compile(r"(?:[*•⁂✻✽❖~#=_\-–—.·●■◆◇○※☆★†‡⸻]\s*){1,40}$")
_MOST_WARNINGS = 100
_STRAY = re.compile(r"[|/\\·•»«<>›‹→←↑↓,;:()\[\]{}\s-]*$")


@dataclass
class Shared:
    """What all levels of one walk have in common."""

    base: str
    language: str
    warnings: list[Warned] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    """Addresses of the pictures so far: a lazy picture's ``noscript`` twin is not a second picture."""

    def warn(self, code: str, detail: str) -> None:
        """Note something odd, at most a hundred times."""
        if len(self.warnings) < _MOST_WARNINGS:
            self.warnings.append(Warned(code, detail[:120]))


def hidden(element: etree._Element) -> bool:
    """Tell whether a reader of the page does not see this element."""
    if not element.keys():
        return False
    if element.get("hidden") not in {None, "until-found"}:
        return True
    style = element.get("style")
    if style and _HIDDEN_STYLE.search(style):
        return True
    names = element.get("class")
    if names and _HIDDEN_CLASS.search(names):
        return True
    return element.get("aria-hidden") == "true" and next(element.iter("img", "picture", "amp-img", "p"), None) is None


Handler = Callable[["Walk", etree._Element], None]
HANDLERS: dict[str, Handler] = {}
"""What to do with each element that means more than its words; ``html_kinds`` fills it."""


class Walk:
    """Reads one element's children into blocks; each nested container gets a walk of its own."""

    def __init__(self, shared: Shared, depth: int = 0, *, inline: bool = False) -> None:
        self.shared = shared
        self.depth = depth
        self.inline = inline
        """Whether block edges only part words, as inside a heading, a caption or a cell."""
        self.blocks: list[DraftBlock] = []
        self.run = Run()
        self.after: list[DraftBlock] = []
        self.language = ""

    def children(self, element: etree._Element) -> None:
        """Read everything inside an element."""
        self.depth += 1
        if self.depth > DEEPEST + 10:
            self.run.add(" ".join(map(str, element.itertext())))
        else:
            if element.text:
                self.run.add(element.text)
            for child in element:
                self.element(child)
                if child.tail:
                    self.run.add(child.tail)
        self.depth -= 1

    def alone_or_inside(self, element: etree._Element) -> None:
        """Read the element itself when it means something, else what is in it."""
        if element.tag in HANDLERS and element.tag != "noscript":
            self.element(element)
        else:
            self.children(element)

    def element(self, element: etree._Element) -> None:
        """Read one element."""
        tag = element.tag
        if not isinstance(tag, str) or tag in DROPPED or hidden(element):
            return
        if tag in _MARKS:
            self.marked(element, _MARKS[tag])
        elif tag in _BLOCKS:
            self.block(element)
        elif tag in HANDLERS:
            HANDLERS[tag](self, element)
        else:
            self.foreign(element)

    def marked(self, element: etree._Element, kind: MarkKind) -> None:
        """Read an inline element that is a mark."""
        self.run.open(kind)
        self.foreign(element)
        self.run.close()

    def foreign(self, element: etree._Element) -> None:
        """Read an inline element, minding the language that it names."""
        language = self.language_of(element)
        if language:
            self.run.open(MarkKind.LANGUAGE, language=language)
        self.children(element)
        if language:
            self.run.close()

    def language_of(self, element: etree._Element) -> str:
        """Return the language that an element names, if it differs from what is around it."""
        tag = (element.get("lang") or element.get("xml:lang") or "").strip()
        if not tag or not _LANGUAGE_TAG.match(tag):
            return ""
        tag = tag.replace("_", "-")
        around = self.language or self.shared.language
        return tag if tag.split("-")[0].lower() != around.split("-")[0].lower() else ""

    def block(self, element: etree._Element) -> None:
        """Read an element that stands in lines of its own."""
        if self.inline:
            self.run.gap()
            self.children(element)
            self.run.gap()
            return
        figure = html_figures.figure_like(element)
        if figure is not None:
            self.figure(figure)
            return
        self.flush()
        before, self.language = self.language, self.language_of(element) or self.language
        self.children(element)
        self.flush()
        self.language = before

    def flush(self) -> None:
        """End the paragraph."""
        if self.inline:
            self.run.gap()
            return
        content = self.run.take()
        if content.text and not _STRAY.match(content.text):
            if _RULE.match(content.text):
                self.divide()
            else:
                self.put(DraftBlock(BlockKind.PARAGRAPH, content, language=self.language))
        if self.after:
            self.blocks.extend(self.after)
            self.after = []

    def put(self, block: DraftBlock) -> None:
        """Add a finished block."""
        self.blocks.append(block)

    def line_break(self, _element: etree._Element) -> None:
        """A line break; two of them end the paragraph."""
        self.run.breaks += 1
        if self.run.breaks > 1 and not self.inline:
            self.flush()

    def divide(self, _element: etree._Element | None = None) -> None:
        """A thematic break, unless nothing stands above it."""
        if _element is not None:
            self.flush()
        if self.blocks and self.blocks[-1].kind is not BlockKind.DIVIDER and not self.inline:
            self.put(DraftBlock(BlockKind.DIVIDER))

    def link(self, element: etree._Element) -> None:
        """A link, or only its words where it leads nowhere lawful."""
        href = element.get("href")
        target = ""
        if href:
            target, refused = link_target(href, self.shared.base)
            if refused:
                self.shared.warn("link-dropped", href)
        if target:
            self.run.open(MarkKind.LINK, href=target)
        self.foreign(element)
        if target:
            self.run.close()

    def quoted(self, element: etree._Element) -> None:
        """A short quotation: browsers draw the quotation marks."""
        self.run.add("“")
        self.children(element)
        self.run.add("”")

    def heading(self, element: etree._Element) -> None:
        """A heading, and after it whatever picture it wraps."""
        if self.inline:
            self.block(element)
            return
        self.flush()
        content, media = self.rich(element)
        if content:
            language = self.language_of(element) or self.language
            self.put(DraftBlock(BlockKind.HEADING, content, level=LEVELS[str(element.tag)], language=language))
        self.blocks.extend(media)

    def rich(self, element: etree._Element) -> tuple[RichText, list[DraftBlock]]:
        """Return an element's words as one text, and the figures in it."""
        inner = Walk(self.shared, self.depth, inline=True)
        inner.language = self.language
        inner.children(element)
        content = inner.run.take()
        figures = [block for block in (*inner.blocks, *inner.after) if block.media is not None]
        return content, figures

    def inside(self, element: etree._Element) -> list[DraftBlock]:
        """Return an element's content as blocks."""
        inner = Walk(self.shared, self.depth)
        inner.language = self.language_of(element) or self.language
        inner.children(element)
        return inner.finish()

    def finish(self) -> list[DraftBlock]:
        """End the walk and return its blocks."""
        self.flush()
        while self.blocks and self.blocks[-1].kind is BlockKind.DIVIDER:
            self.blocks.pop()
        return self.blocks

    def alone(self, element: etree._Element) -> list[DraftBlock]:
        """Return the blocks that one element makes."""
        inner = Walk(self.shared, self.depth + 1)
        inner.element(element)
        return inner.finish()

    def picture(self, element: etree._Element) -> None:
        """A picture among the words: before the paragraph it opens, else after it."""
        emoji = html_figures.emoji(element)
        if emoji is not None:
            self.run.add(emoji)
            return
        self.show(html_figures.bare(element, self.shared.base))

    def show(self, block: DraftBlock | None) -> None:
        """Add a figure or an embed where it does not break a paragraph."""
        if block is None or block.media is None:
            return
        key = html_figures.same_picture(block.media.src)
        if key in self.shared.seen:
            return
        self.shared.seen.add(key)
        if self.run.empty and not self.inline:
            self.blocks.append(block)
        else:
            self.after.append(block)

    def figure(self, element: etree._Element) -> None:
        """A figure with its caption; a gallery gives one figure each; other content is walked."""
        caption = html_figures.caption_of(element)
        media = html_figures.media_in(element, caption, self.shared.base)
        if self.inline:
            for found in media:
                self.show(found)
            return
        self.flush()
        if not media:
            self.children(element)
            self.flush()
            return
        words, credit = RichText(), ""
        if caption is not None:
            credit = html_figures.credit_of(element)
            words, _ = self.rich(caption)
            words, credit = html_figures.split_credit(words, credit)
        else:
            credit = html_figures.credit_of(element)
        media[-1] = replace(media[-1], content=words or media[-1].content, credit=credit or media[-1].credit)
        for found in media:
            self.show(found)
