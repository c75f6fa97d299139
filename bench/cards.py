"""How long a share card takes to draw, by script, with and without a picture, when the fonts are loaded."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from kushk.base.options import ROOT, option
from kushk.renditions.cards.composing import Drawn, Studio
from kushk.renditions.cards.content import Imprint, QuoteContent, StoryContent, Words
from kushk.renditions.cards.quotation import quotation_marks

ROUNDS = 15
TEXTS = {
    "en": (
        "The ferry that would not sink sails for the last time",
        "After fifty years the Marigold makes one more trip.",
    ),
    "ru": ("Паром, который не тонул, выходит в последний рейс", "Через пятьдесят лет «Календула» идёт ещё раз."),
    "ar": ("صيادو الميناء يعيدون بناء قواربهم الخشبية", "ورشة صغيرة على الشاطئ تجمع ثلاثة أجيال حول حرفة."),
    "ur": ("بندرگاہ کے ماہی گیر اپنی لکڑی کی کشتیاں بنا رہے ہیں", "ساحل پر ایک ورکشاپ تین نسلوں کو ایک ساتھ لاتی ہے۔"),
    "he": ("הדייגים בנמל בונים מחדש את סירות העץ שלהם", "סדנה קטנה על החוף מאחדת שלושה דורות."),
    "hi": ("नदी की सफ़ाई में बच्चों ने संभाली कमान", "हर रविवार सुबह सौ से अधिक बच्चे घाट पर जुटते हैं।"),
    "th": ("เด็กๆ ช่วยกันเก็บขยะริมแม่น้ำทุกวันอาทิตย์", "กลุ่มเล็กๆ เริ่มต้นเมื่อสองปีก่อน"),
    "zh": ("老胡同里的修表匠", "三代人守着一间小铺，也守着街坊的时间。"),
}


def run(stories: int) -> list[dict[str, object]]:
    """Return the rows of the table: one a script. Another headline is drawn in each round, so nothing is only kept."""
    del stories
    began = time.process_time()
    studio, picture = _studio(), _picture()
    ready = time.process_time() - began
    rows = [_row(studio, language, picture) for language in TEXTS]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [*rows, {"script": f"fonts unpacked and loaded: {ready:.1f} s; memory at the end: {memory:.0f} MB"}]


def _studio() -> Studio:
    from kushk.config.setup import ready_django

    ready_django()
    from kushk.renditions.cards import api

    return Studio(api._pen(), Path(option("DATA")), api._WORDMARK)  # noqa: SLF001 - the parts that the door puts together


def _picture() -> str:
    """Return a picture of the sample stand, in the size in which the library keeps it."""
    from PIL import Image

    source = next(
        path for path in sorted((ROOT / "src/kushk/sample").rglob("*")) if path.suffix in {".png", ".webp", ".jpg"}
    )
    target = Path(option("DATA")) / "bench.webp"
    with Image.open(source) as opened:
        opened.convert("RGB").resize((960, 640)).save(target, "WEBP")
    return target.name


def _row(studio: Studio, language: str, picture: str) -> dict[str, object]:
    headline, standfirst = TEXTS[language]
    direction = "rtl" if language in {"ar", "ur", "he"} else "ltr"
    imprint = Imprint(Words("Marsa", language, direction), ("#7a1f2b", "#e6c79c"), "")

    def words(text: str, number: int) -> Words:
        return Words(f"{text} {number}", language, direction)

    def story(number: int, file: str) -> Drawn:
        return studio.story(StoryContent(imprint, words(headline, number), words(standfirst, number), file))

    def quote(number: int) -> Drawn:
        marks = quotation_marks(language)
        return studio.quote(QuoteContent(imprint, words(standfirst, number), marks, words(headline, number)))

    return {
        "script": language,
        "first card": f"{_seconds(lambda number: story(number, ''), 0) * 1000:.0f} ms",
        "words not seen before": _shown(lambda number: story(number, ""), before=_forget),
        "without picture": _shown(lambda number: story(number, "")),
        "bytes": len(story(0, "").data),
        "with picture": _shown(lambda number: story(number, picture)),
        "bytes ": len(story(0, picture).data),
        "quote": _shown(quote),
    }


def _forget() -> None:
    from kushk.renditions.cards.drawing import forget_widths

    forget_widths()


def _shown(draw: Callable[[int], Drawn], before: Callable[[], None] = lambda: None) -> str:
    times = []
    for number in range(1, ROUNDS + 1):
        before()
        times.append(_seconds(draw, number))
    return f"{median(times) * 1000:.0f} ms"


def _seconds(draw: Callable[[int], Drawn], number: int) -> float:
    """Return processor time: the same on a machine that others use as well."""
    began = time.process_time()
    draw(number)
    return time.process_time() - began
