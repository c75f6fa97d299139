"""Draw the share cards that docs/pictures/cards shows: ``./kushk manage shell < tools/draw_cards.py`` on a fresh stand.

Stories of the sample stand, one a language, and two headlines without a picture, in Nastaliq and in Hebrew.
"""

from __future__ import annotations

import io

from django.conf import settings
from PIL import Image

from kushk.base.options import ROOT
from kushk.library import api as library
from kushk.pipeline.api import load_sample
from kushk.renditions.cards import api
from kushk.renditions.cards.content import Imprint, StoryContent, Words

FOLDER = ROOT / "docs" / "pictures" / "cards"
WIDTH = 800
MOST_BYTES = 60_000
PLATES = {
    "ur": (
        "ساحل",
        "بندرگاہ کے ماہی گیر اپنی لکڑی کی کشتیاں دوبارہ بنا رہے ہیں",
        "ساحل پر ایک چھوٹی سی ورکشاپ تین نسلوں کو ایک ساتھ لاتی ہے۔",
        ("#23395b", "#8ea8c3"),
    ),
    "he": (
        "גלי הים",
        "דייגי הנמל בונים מחדש את סירות העץ, ו־BBC באה לצלם",
        "סדנה קטנה על החוף מאחדת שלושה דורות סביב מלאכה שכמעט נשכחה.",
        ("#2f5d3a", "#f2b134"),
    ),
}


def small(data: bytes, kind: str = "PNG") -> bytes:
    """Return a picture for the documentation: narrower, and as good as 60 kB have room for."""
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    picture = picture.resize((WIDTH, WIDTH * picture.height // picture.width), Image.Resampling.LANCZOS)
    for step in range(8):
        out = io.BytesIO()
        if kind == "JPEG":
            picture.save(out, "JPEG", quality=86 - 4 * step, optimize=True)
        else:
            picture.quantize(128 >> step, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() < MOST_BYTES:
            break
    return out.getvalue()


def main() -> None:
    """Write the pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    load_sample()
    for language in ("en", "ar", "es", "fr", "hi", "zh"):
        stories = library.newest_stories(language=language, limit=20).cards
        chosen = [card for card in stories if card.picture] or stories
        story = library.story_by_public_id(chosen[0].public_id)
        (FOLDER / f"{language}.jpg").write_bytes(small(api.drawn_story(story).data, "JPEG"))
        sentence = max(
            (
                each
                for block in library.visible_document(story).blocks
                for each in block.sentences
                if len(each.text) < 120
            ),
            key=lambda each: len(each.text),
        )
        if language in {"en", "ar", "fr"}:
            (FOLDER / f"quote-{language}.png").write_bytes(small(api.drawn_quote(story, sentence.id).data))
    studio = api._studio(settings.MEDIA_ROOT)
    for language, (plate, headline, standfirst, stripes) in PLATES.items():
        nameplate, first, second = (Words(text, language, "rtl") for text in (plate, headline, standfirst))
        content = StoryContent(Imprint(nameplate, stripes, ""), first, second)
        (FOLDER / f"{language}.png").write_bytes(small(studio.story(content).data))


main()
