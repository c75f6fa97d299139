"""The two cards as an art director lays them out: a story with its headline, and one sentence of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from kushk.renditions.cards.breaking import Place
from kushk.renditions.cards.content import Imprint, QuoteContent, StoryContent, Words
from kushk.renditions.cards.drawing import Pen
from kushk.renditions.cards.faces import face_for
from kushk.renditions.cards.setting import Setter, first_set
from kushk.renditions.cards.sheet import INK, MUTED, WIDTH, Sheet, accent

MARGIN = 64
_NAMEPLATE_LINE, _RULE, _TOP = 112, 138, 172
_FALL = 9
"""How far a line may hang below its baseline: deeper letters lift it."""

_BOTTOM, _STAND_LINE = 526, 588
_GAP = 26
_QUOTE_TOP, _QUOTE_ROOM = 84, 350
_CREDIT_RULE, _CREDIT_LINES = 466, (522, 578)
_WORDMARK = 28
_PICTURE_START = 752
_STANDFIRST = (30, 27, 25)

_WIDE = (120, 108, 98, 88, 78, 70, 62, 55, 48, 42)
_NARROW = (100, 92, 84, 76, 69, 62, 56, 50, 45, 40, 36)
_QUOTE = (76, 68, 60, 54, 48, 43, 38, 34)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished card. ``complete`` is false where a letter had no font, which another day may bring."""

    data: bytes
    complete: bool


@dataclass(frozen=True, slots=True)
class Studio:
    """What cards are made with: a pen, the folder of kept pictures, the stand's wordmark."""

    pen: Pen
    media: Path
    wordmark: Path

    def story(self, content: StoryContent) -> Drawn:
        """Return a story's card."""
        sheet = Sheet(content.headline.direction)
        has_picture = bool(content.picture) and self._pictured(sheet, content.picture)
        end = _PICTURE_START - 56 if has_picture else WIDTH - MARGIN
        page = Page(sheet, self.pen, MARGIN, end)
        sheet.awning(content.imprint.stripes)
        complete = page.nameplate(content.imprint)
        headline = page.headline(content.headline, content.standfirst, _NARROW if has_picture else _WIDE)
        self._stand(page, content.imprint, _STAND_LINE)
        return Drawn(sheet.packed(content.extension), complete and headline and has_picture == bool(content.picture))

    def quote(self, content: QuoteContent) -> Drawn:
        """Return a quote card."""
        sheet = Sheet(content.words.direction)
        page = Page(sheet, self.pen, 2 * MARGIN - 24, WIDTH - MARGIN)
        sheet.awning(content.imprint.stripes)
        complete = page.quote(content)
        sheet.rule(page.start, page.end, _CREDIT_RULE)
        mark = self._stand(page, content.imprint, _CREDIT_LINES[1], at_end=True)
        beside = replace(page, end=page.end - mark - MARGIN)
        complete &= beside.line(
            content.imprint.nameplate, _CREDIT_LINES[0], (32, 28, 25), accent(content.imprint.stripes)
        )
        complete &= beside.line(content.headline, _CREDIT_LINES[1], (25, 23), MUTED, heading=False)
        return Drawn(sheet.packed(content.extension), complete)

    def _pictured(self, sheet: Sheet, file: str) -> bool:
        try:
            sheet.picture(self.media / file, _PICTURE_START, WIDTH)
        except OSError:  # its file is gone: the card does without
            return False
        return True

    def _stand(self, page: Page, imprint: Imprint, baseline: int, *, at_end: bool = False) -> int:
        """Put the stand's name or wordmark on a baseline, at the start or the end of the column; return its width."""
        if imprint.stand:
            words = Words(imprint.stand, "und", page.sheet.direction)
            text = Setter(self.pen, (24, 21, 18), Place(page.width / 2, 40, 1), heading=False).set(words)
            if text is None:
                return 0
            mask, top = text.mask, baseline - text.mask.baseline
        else:
            svg = self.wordmark.read_bytes().replace(b"currentColor", b"#000")
            mask, top = self.pen.vector(svg, _WORDMARK), baseline - _WORDMARK + 5
        start = page.end - mask.width if at_end else page.start
        page.sheet.ink(mask, start, top, MUTED, within=page.within)
        return mask.width


@dataclass(frozen=True, slots=True)
class Page:
    """A column of text on the sheet, from ``start`` to ``end``."""

    sheet: Sheet
    pen: Pen
    start: int
    end: int

    @property
    def within(self) -> tuple[int, int]:
        """Beyond these edges there is never ink."""
        return self.start - 16, self.end + 16

    @property
    def width(self) -> int:
        """Measure of the column."""
        return self.end - self.start

    def nameplate(self, imprint: Imprint) -> bool:
        """Set the publication's name over a hairline; tell whether it could be drawn."""
        drawn = self.line(imprint.nameplate, _NAMEPLATE_LINE, (38, 34, 30, 26), accent(imprint.stripes))
        self.sheet.rule(self.start, self.end, _RULE)
        return drawn

    def line(self, words: Words, baseline: int, sizes: tuple[float, ...], colour: str, *, heading: bool = True) -> bool:
        """Set one line on a baseline; tell whether it could be drawn."""
        text = Setter(self.pen, sizes, Place(self.width, sizes[0] * 2, 1), heading).set(words)
        if text is not None:
            falls = max(0.0, text.mask.height - text.mask.baseline - _FALL)
            top = baseline - text.mask.baseline - falls
            self.sheet.ink(text.mask, self.start, top, colour, within=self.within)
        return text is not None

    def headline(self, headline: Words, standfirst: Words, sizes: tuple[float, ...]) -> bool:
        """Set headline and, where there is room, standfirst; tell whether the headline could be drawn."""
        rooms = (_room_for(standfirst), 0) if standfirst.text else (0,)
        lines = 5 if self.width < WIDTH // 2 + MARGIN else 4
        places = [Place(self.width, _BOTTOM - _TOP - room, lines if room else lines + 1) for room in rooms]
        text = first_set([Setter(self.pen, sizes, place) for place in places], headline)
        if text is None:
            return not headline.text.strip()
        self.sheet.ink(text.mask, self.start, _TOP, INK, within=self.within)
        self._standfirst(standfirst, _TOP + text.bottom + _GAP + text.size * 0.06)
        return True

    def _standfirst(self, words: Words, top: float) -> None:
        room = Place(min(self.width, 900), _BOTTOM - top, 3)
        if room.height < 30:  # noqa: PLR2004 - not one line
            return
        text = Setter(self.pen, _STANDFIRST, room, heading=False).set(words)
        if text is not None and (text.whole or len(text.lines) > 1) and text.mask.height <= room.height + 12:
            self.sheet.ink(text.mask, self.start, top, MUTED, within=self.within)

    def quote(self, content: QuoteContent) -> bool:
        """Set a sentence large, its opening mark hanging in the margin; tell whether it could be drawn."""
        words = replace(content.words, text=content.words.text + content.marks[1])
        text = Setter(self.pen, _QUOTE, Place(self.width, _QUOTE_ROOM, 6)).set(words)
        if text is None:
            return False
        top = _QUOTE_TOP + max(0.0, (_QUOTE_ROOM - text.mask.height) / 3)
        self.sheet.ink(text.mask, self.start, top, INK, within=self.within)
        mark = self.pen.lines([content.marks[0].strip()], text.style)
        gap = text.size * (0.22 if content.marks[0] != content.marks[0].strip() else 0.06)
        within = (MARGIN // 4, self.start)
        self.sheet.ink(mark, self.start - mark.width - gap, top + text.mask.baseline - mark.baseline, within=within)
        return True


def _room_for(standfirst: Words) -> float:
    """Return what is kept free below a headline for two lines of standfirst, if that leaves the headline whole."""
    face = face_for(standfirst.text, standfirst.language)
    return _GAP + _STANDFIRST[1] * face.scale * (1.3 + face.text_leading)
