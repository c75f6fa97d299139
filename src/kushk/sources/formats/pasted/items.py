# ruff: noqa: PLR2004 - small sizes in words, lines and letters, each at the one place that it decides
"""What each line is by its shape and its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from kushk.sources.formats.dates import find_date, is_about_date, is_date_line
from kushk.sources.formats.dates.fold import fold
from kushk.sources.formats.pasted.lines import Line, weight
from kushk.sources.formats.pasted.minutes import is_reading_label, minutes_of
from kushk.sources.formats.pasted.words import (
    after_prefix,
    aside,
    edition,
    is_button,
    is_section,
    is_tail,
    raw_prefixes,
    related_heading,
)

_LONGEST_FURNITURE = 320
_LONGEST_ABOUT = 40
FINAL = tuple(".!?…。！？۔؟।॥።။។︒｡")
_CLOSING = "\"'”’»«›)]}）」』】〉》“"
_SIGNS_ONLY = re.compile(r"[\W_]+|[\W_]*\d{1,4}(?:[.,]\d{1,3})?\s?[KkMm]?[\W_]*")
_PARTS = re.compile(r"\s*[|│｜•·●∙⋅・\t]\s*|\s+[-–—/]\s+|\s{3,}")
_CRUMBS = re.compile(r"\s*[>›»→»⟩＞]\s*|\s+/\s+")
_NAME_LINE = re.compile(r"[-–—]\s*([^\W\d_a-z][^\d.!?;:]{2,60})")
_AFTER_BYLINE = r"\s*[:：/|]\s*|\s+(?=[^\sa-zа-я])|(?<=[^\x00-\u0dff])(?=\S)"
_AFTER_CREDIT = r"\s*[:：=/|©]\s*|\s*by\s+(?=[A-Z])"
_CREDIT_IN_BRACKETS = re.compile(r"[(（\[［][^()（）\[\]]{2,80}[)）\]］]\.?$")
_AGENCIES = re.compile(
    r"\b(?:AFP|AP|EPA|EFE|ANSA|DPA|dpa|Reuters|Getty|PTI|ANI|IANS|Xinhua|AAP|PA|TASS|Shutterstock|iStock|Unsplash|"
    r"Associated Press|Press Association|Agence France-Presse|"
    r"Anadolu|AA|Bloomberg|Handout|Alamy|NurPhoto|Sipa|Imago|imago|picture alliance|Keystone|Belga|APA|TT|NTB|"
    r"Ritzau|Lusa|CNS|VCG|IC|Antara|Bernama|Kyodo|Jiji|Yonhap|AFP-JIJI|UPI|Zuma|ZUMA|Rex|REX|WAM|SPA|MENA|PETRA|IRNA|"
    r"ISNA|Tasnim|Mehr|Fars)\b"
)  # fmt: skip
_CREDIT_AT_END = re.compile(r"\S\s*[©ⓒ]\s?[^\d\s.©][^.©]{1,60}$|(?:撮影|攝|摄|촬영)[)）]?$|\([A-Z]{2,4}\)$")
_REPORTER = re.compile(
    r"(?P<ko>[\uac00-\ud7a3 ·,]{2,20}?)\s?(?:기자|특파원|논설위원|인턴기자)(?:\s*[=|]?\s*\S+@\S+)?"
    r"|(?:本报|本刊)?(?:记者|記者)\s?[:：]?\s?(?P<zh>[\u4e00-\u9fff ·、]{2,16})"
    r"|(?P<ja>[\u4e00-\u9fff\u3040-\u30ff ]{2,12}?)\s?(?:記者|記|編集委員|特派員)"
)
_CONTACT = re.compile(r"(?:\S+\s){0,3}[\w.+-]{1,40}@[\w-]{1,40}\.[\w.-]{2,40}")
_OTHER_ROLE = re.compile(r"[,;|]?\s*(?:edited|reported|written|published|photos?|updated)\s+by\b.*", re.IGNORECASE)
_LONGEST_NAME = 80
_LONGEST_CREDIT = 300


class Kind(StrEnum):
    """What a line is."""

    TEXT = "text"
    DATE = "date"
    MINUTES = "minutes"
    LABEL = "label"
    META = "meta"
    BUTTON = "button"
    SECTION = "section"
    RELATED = "related"
    ASIDE = "aside"
    EDITION = "edition"
    BYLINE = "byline"
    CREDIT = "credit"
    SIGNS = "signs"


@dataclass(frozen=True, slots=True)
class Item:
    """A line with what it is. ``value`` is a byline's name, an aside's title or a heading's publication."""

    text: str
    kind: Kind
    width: int
    gap: int = 0
    value: str = ""
    minutes: int | None = None
    parts: tuple[Item, ...] = ()
    tail: bool = False
    """Whether it begins like a notice at the foot of a page."""

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.text.rstrip(_CLOSING).endswith(FINAL)

    @property
    def long(self) -> bool:
        """Whether it has the size of a paragraph."""
        if self.width >= PARAGRAPH or (self.width >= SHORT_PARAGRAPH and self.ends):
            return True
        return self.width >= UNPOINTED_PARAGRAPH and "\u0e00" <= self.text[-1] <= "\u0eff"

    @property
    def anchor(self) -> bool:
        """Whether it is a date or a reading time, alone or with others."""
        return self.kind in {Kind.DATE, Kind.MINUTES} or (
            self.kind is Kind.META and any(part.anchor for part in self.parts)
        )


PARAGRAPH = 150
SHORT_PARAGRAPH = 70
UNPOINTED_PARAGRAPH = 100
"""Thai and Lao end no sentence with a sign."""


def item_of(line: Line, *, whole: bool = True) -> Item:
    """Return what a line is; ``whole`` tells that it is a line and not a part of one."""
    text, width = line.text, weight(line.text)
    if width > _LONGEST_FURNITURE:
        return Item(text, Kind.TEXT, width, line.gap)
    minutes = minutes_of(text)
    if minutes is not None:
        return Item(text, Kind.MINUTES, width, line.gap, minutes=minutes)
    tail = is_tail(text)
    if whole and not tail and _CREDIT_AT_END.search(text):
        return Item(text, Kind.CREDIT, width, line.gap)
    if whole:
        parts = _meta(text)
        if parts and (any(part.kind is Kind.MINUTES for part in parts) or not is_date_line(text)):
            return Item(text, Kind.META, width, line.gap, parts=parts)
    kind, value = _kind(text, width)
    if kind is Kind.TEXT and whole and _is_trail(text):
        kind = Kind.BUTTON
    return Item(text, kind, width, line.gap, value, tail=tail)


def _kind(text: str, width: int) -> tuple[Kind, str]:
    if _SIGNS_ONLY.fullmatch(text):
        return (Kind.DATE if width > 5 and is_date_line(text) else Kind.SIGNS), ""
    for kind, test in ((Kind.LABEL, is_reading_label), (Kind.BUTTON, is_button), (Kind.SECTION, is_section)):
        if test(text):
            return kind, ""
    if width <= 120 and is_date_line(text):
        return Kind.DATE, ""
    if width <= _LONGEST_ABOUT and is_about_date(text):
        return Kind.LABEL, ""
    return (Kind.EDITION, "") if edition(text) else _named_kind(text)


def _named_kind(text: str) -> tuple[Kind, str]:
    for named, find in ((Kind.RELATED, related_heading), (Kind.ASIDE, aside), (Kind.BYLINE, name_of)):
        value = find(text)
        if value is not None:
            return named, value
    if _CONTACT.fullmatch(text):
        return Kind.BUTTON, ""
    return (Kind.CREDIT if is_credit(text) else Kind.TEXT), ""


def name_of(text: str) -> str | None:
    """Return whom a byline names: By Ana Pérez; - ANA PÉREZ; بقلم أحمد علي."""
    if len(text) > _LONGEST_NAME + 20 or text.endswith(("!", "?", "…", "。", ":")):
        return None
    return _name_by_shape(text) or _name_by_prefix(text)


def _name_by_shape(text: str) -> str:
    reporter = _REPORTER.fullmatch(text)
    if reporter:
        return next(filter(None, reporter.groups())).strip()
    dashed = _NAME_LINE.fullmatch(text)
    shouted = dashed and len(dashed[1].split()) <= 6 and dashed[1] == dashed[1].upper() != dashed[1].lower()
    return dashed[1].strip() if dashed and shouted else ""


def _name_by_prefix(text: str) -> str | None:
    name = _OTHER_ROLE.sub("", after_prefix(text, "byline", _AFTER_BYLINE) or "").strip(" ,;|")
    if not name or len(name) > _LONGEST_NAME or len(name.split()) > 9 or (name.endswith(".") and len(name.split()) > 3):
        return None
    cased = name[0].lower() != name[0].upper()
    return None if cased and name[0].islower() else name


def is_credit(text: str) -> bool:
    """Whether a line is a caption or the credit of a picture."""
    if weight(text) > _LONGEST_CREDIT:
        return False
    if after_prefix(text.lstrip("([（［"), "credit", _AFTER_CREDIT) is not None:
        return True
    if _captioned(text):
        return True
    bracket = _CREDIT_IN_BRACKETS.search(text)
    if bracket:
        inside = bracket[0][1:].rstrip(".)）]］")
        return bool(_AGENCIES.search(inside)) or after_prefix(inside, "credit", _AFTER_CREDIT + r"|\s+") is not None
    last = re.split(r"[|/]", text)
    return len(last) > 1 and len(last[-1]) < 30 and bool(_AGENCIES.search(last[-1])) and len(text) < 220


def _captioned(text: str) -> bool:
    """Whether a line begins with a label of two words: some sites part it from the name by a comma or nothing."""
    folded = fold(text)
    return any(
        " " in prefix and folded.startswith(prefix) and folded[len(prefix) : len(prefix) + 1] in {",", "，", " "}
        for prefix in raw_prefixes("credit")
    )


def _meta(text: str) -> tuple[Item, ...]:
    """Return the parts of a line that puts date, reading time, name and the like in a row."""
    if len(text) > 200 or not any(sign.isdigit() for sign in text):
        return ()
    texts = [part for part in _PARTS.split(text) if part]
    if len(texts) > 8:
        return ()
    if len(texts) < 2:
        texts = _around_date(text)
    parts = tuple(item_of(Line(part), whole=False) for part in texts if not is_about_date(part))
    return parts if len(parts) > 1 and any(part.anchor for part in parts) else ()


def _around_date(text: str) -> list[str]:
    """Part a date from the few words before or after it: Publication, June 12, 2025."""
    found = find_date(text) if len(text) <= 120 else None
    if not found:
        return []
    start, end = found[1]
    sides = [side for side in (text[:start].strip(" ,،;:、，(|-–—"), text[end:].strip(" ,،;:、，)|-–—")) if side]
    few = all(len(side.split()) <= 6 and weight(side) <= 60 and not side.endswith(FINAL) for side in sides)
    return [*sides, text[start:end]] if few and not text.endswith(FINAL) else []


def _is_trail(text: str) -> bool:
    """Whether a line is a trail such as Home > News > World."""
    parts = [part for part in _CRUMBS.split(text) if part]
    if len(parts) < 2 or len(text) > 160 or any(len(part) > 60 for part in parts[:-1]):
        return False
    return is_section(parts[0]) or (len(parts) > 2 and all(len(part.split()) <= 4 for part in parts[:-1]))
