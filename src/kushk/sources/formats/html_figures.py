"""Figures in outside HTML: what counts as one, where its caption and credit stand, which posts are embeds."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

from lxml import etree

from kushk.core.document import BlockKind, Media, MediaKind
from kushk.core.draft import DraftBlock, RichText
from kushk.sources.formats.elements import all_text
from kushk.sources.formats.html_links import resolve
from kushk.sources.formats.html_media import embedded, page_of, picture

_FIGURE_CLASS = re.compile(
    r"caption|figure|image|picture|photo|img|foto|imagen|bild|media(?!-query)|thumb(?:nail)?[-_ ]?inner|tr-caption",
    re.IGNORECASE,
)
_CAPTION_CLASS = re.compile(
    r"caption|legend|legende|leyenda|didascalia|pie-?(?:de-?)?foto|bildunterschrift|bildtext|byline-image|imgdesc|"
    r"image-?(?:desc|text|info|meta)|photo-?(?:desc|text|info|meta)|cutline|zdjecie-opis",
    re.IGNORECASE,
)
_CREDIT_CLASS = re.compile(
    r"credit|copyright|photographer|img-?source|image-?source|photo-?source|attribution|photo-?by|fotograf|bildquelle|"
    r"(?:^|[\s_-])source(?:$|[\s_-])|agency|rights|urheber|fuente|autor-?foto",
    re.IGNORECASE,
)
_CREDIT_WORDS = re.compile(
    r"(?:^|(?<=[\s.。!?»”\"')|]))[(\[]?\s*(?:(?:photo(?:graph)?s?|image|picture|pic|foto(?:grafie|grafía)?|bild(?:er)?|crédits?|"
    r"credits?|crédito|imagem|imagen|immagine|фото|صورة|تصوير|تصویر|עکس|צילום|फोटो|写真|照片|图|사진|ภาพ|ảnh|zdj(?:ęcie)?)"
    r"(?:\s*(?:credit|crédit|courtesy|by|von|par|por|di|di:|of))?\s*[:：/|]|©|\(c\)|\(AP|"
    r"\(AFP|\(Reuters|Getty Images|AFP/|REUTERS/|EPA[-/])"
    r"[^\n]{0,160}$",
    re.IGNORECASE,
)
_EMOJI_CLASS = re.compile(r"emoji|smiley", re.IGNORECASE)
_SOCIAL = re.compile(
    r"(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-post|bluesky-embed|mastodon-embed|reddit-embed-bq|"
    r"reddit-card|imgur-embed-pub|threads-embed|text-post-media|telegram-post|vk-post)(?:\s|$)"
)
_BARE_ADDRESS = re.compile(r"\s*(https?://\S{5,500})\s*$")
_SIZE_IN_NAME = re.compile(r"[-_](?:\d{2,4}x\d{2,4}|scaled|\d{3,4}w)(?=\.\w+$)")
PICTURES = ("img", "picture", "amp-img", "amp-anim")
PLAYERS = (
    "iframe",
    "video",
    "audio",
    "embed",
    "object",
    "amp-video",
    "amp-audio",
    "amp-iframe",
    "amp-youtube",
    "amp-twitter",
    "amp-instagram",
    "amp-vimeo",
    "amp-facebook",
)
"""Elements that show what lives elsewhere."""
_LONGEST_CAPTION = 900
"""Characters: more is a text that has a picture in it."""


def same_picture(address: str) -> str:
    """Return what two addresses of one picture in different sizes have in common."""
    parts = urlsplit(address)
    return f"{parts.hostname}{_SIZE_IN_NAME.sub('', parts.path)}?{parts.query if len(parts.path) < 20 else ''}"


def emoji(image: etree._Element) -> str | None:
    """Return the character that a small picture stands for, None when it is no such picture."""
    alt = (image.get("alt") or "").strip()
    if not alt or len(alt) > 12:
        return None
    names = image.get("class") or ""
    return (
        alt
        if _EMOJI_CLASS.search(names) or not any(ch.isalnum() or ch.isspace() or ch.isascii() for ch in alt)
        else None
    )


def bare(element: etree._Element, base: str) -> DraftBlock | None:
    """Return a picture without a caption as a figure."""
    media = picture(element, base)
    return DraftBlock(BlockKind.FIGURE, media=media) if media is not None else None


def player(element: etree._Element, base: str) -> Media | None:
    """Return what a player element shows."""
    return embedded(element, base)


def figure_like(element: etree._Element) -> etree._Element | None:
    """Return the element when it is a figure in all but name: one picture and its caption, nothing else."""
    names = element.get("class")
    if not names or not _FIGURE_CLASS.search(names) or element.tag in {"p", "li", "body", "article", "main"}:
        return None
    pictures = sum(1 for _ in element.iter("img", "amp-img"))
    if pictures != 1 or _caption_by_class(element) is None:
        return None
    if sum(1 for _ in element.iter("p")) > 3 or len(all_text(element)) > _LONGEST_CAPTION:
        return None
    return element


def _caption_by_class(element: etree._Element) -> etree._Element | None:
    for child in element.iterdescendants():
        names = child.get("class")
        if names and _CAPTION_CLASS.search(names) and next(child.iter("img", "amp-img"), None) is None:
            return child
    return None


def caption_of(figure: etree._Element) -> etree._Element | None:
    """Return the element that holds a figure's caption."""
    caption = next(figure.iterdescendants("figcaption"), None)
    if caption is not None:
        return caption
    return _caption_by_class(figure)


def media_in(figure: etree._Element, caption: etree._Element | None, base: str) -> list[DraftBlock]:
    """Return the figures and embeds that a figure shows, none when it holds a text or a table instead."""
    if next(figure.iterdescendants("table", "pre", "blockquote"), None) is not None:
        return []
    found: list[DraftBlock] = []
    inside_picture: set[etree._Element] = set()
    for element in figure.iterdescendants(*PICTURES, *PLAYERS):
        if element in inside_picture or _within(element, caption):
            continue
        if element.tag in PICTURES:
            inside_picture.update(element.iterdescendants("img", "amp-img"))
            block = bare(element, base)
        else:
            media = embedded(element, base)
            block = DraftBlock(BlockKind.EMBED, media=media) if media is not None else None
        if block is not None and not _repeats(block, found):
            found.append(block)
    return found or _bare_address(figure, base)


def _within(element: etree._Element, caption: etree._Element | None) -> bool:
    return caption is not None and any(ancestor is caption for ancestor in element.iterancestors())


def _repeats(block: DraftBlock, found: list[DraftBlock]) -> bool:
    src = same_picture(block.media.src) if block.media else ""
    return any(other.media is not None and same_picture(other.media.src) == src for other in found)


def _bare_address(figure: etree._Element, base: str) -> list[DraftBlock]:
    """WordPress leaves an address alone in its embed blocks, for the browser to fill in."""
    if "embed" not in (figure.get("class") or ""):
        return []
    match = _BARE_ADDRESS.match(all_text(figure))
    address = resolve(match[1], base) if match else ""
    return [DraftBlock(BlockKind.EMBED, media=Media(kind=MediaKind.PAGE, src=page_of(address)))] if address else []


def credit_of(figure: etree._Element) -> str:
    """Return and take out what a figure marks as its picture's maker."""
    for element in figure.iterdescendants():
        names = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        if len(names) > 1 and _CREDIT_CLASS.search(names) and not _CAPTION_CLASS.search(names):
            text = " ".join(all_text(element).split())
            if text and len(text) < 300:
                lift(element)
                return _plain_credit(text)
    return ""


def _plain_credit(text: str) -> str:
    return text.strip().strip("()[]|").strip()


def lift(element: etree._Element) -> None:
    """Take an element out of its tree, leaving the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail
    if tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)


def split_credit(words: RichText, credit: str) -> tuple[RichText, str]:
    """Part a caption from the credit that ends it."""
    if credit or not words.text:
        return words, credit
    match = _CREDIT_WORDS.search(words.text)
    if match is None:
        return words, ""
    rest = words.text[: match.start()].rstrip(" |-–—/(")
    marks = tuple(replace(mark, end=min(mark.end, len(rest))) for mark in words.marks if mark.start < len(rest))
    return RichText(rest, marks), _plain_credit(match[0])


def attribution(quote: etree._Element) -> etree._Element | None:
    """Return the element at a quotation's end that says whose words they are."""
    for element in reversed(list(quote.iterdescendants("cite", "footer", "figcaption"))):
        inside = element.getparent()
        following = (element.tail or "").strip()
        last = element
        while inside is not None and last is not quote:
            if following or any(all_text(after).strip() for after in last.itersiblings()):
                break
            last, following = inside, (inside.tail or "").strip() if inside is not quote else ""
            inside = last.getparent()
        if last is quote and all_text(element).strip() and _has_more(quote, element):
            return element
    return None


def _has_more(quote: etree._Element, part: etree._Element) -> bool:
    return len(all_text(quote).strip()) > len(all_text(part).strip())


def social_post(quote: etree._Element, base: str) -> Media | None:
    """Return the page of a post that a page quotes in the form which its network hands out."""
    if not _SOCIAL.search(quote.get("class") or ""):
        return None
    for name in ("cite", "data-instgrm-permalink", "data-href", "data-url"):
        address = resolve(quote.get(name) or "", base)
        if address:
            return Media(MediaKind.PAGE, address.split("?")[0])
    links = [resolve(link.get("href") or "", base) for link in quote.iter("a")]
    links = [link for link in links if link]
    posts = [link for link in links if re.search(r"/(?:status(?:es)?|p|reel|video|post|comments|t)/", link)]
    chosen = posts[-1] if posts else (links[-1] if links else "")
    return Media(MediaKind.PAGE, chosen.split("?")[0]) if chosen else None
