"""A small stand in several languages, with every kind of block, a correction, an excerpt and a picture."""
# ruff: noqa: E501 - texts and expectations read best on one line

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime

from PIL import Image, ImageDraw

from kushk.core.compose import compose
from kushk.core.document import BlockKind, Document, Mark, MarkKind, Media, MediaKind
from kushk.core.draft import DraftBlock, RichText, paragraph
from kushk.library import api as library

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
FULL = replace(library.FULL_RIGHTS, evidence="Written for these tests.")

PAPERS = {
    "gazette": {"name": "The Ferry Gazette", "language": "en", "country": "IE", "topic": "local",
                "stripe_start": "#7b1e3a", "stripe_end": "#f0d9b5", "description": "News from both banks.",
                "homepage": "https://gazette.news-of-nowhere.org/"},
    "bahr": {"name": "Bahr", "native_name": "جريدة البحر", "language": "ar", "country": "OM", "topic": "culture",
             "stripe_start": "#0b4f6c", "stripe_end": "#e8d8a0"},
    "plaza": {"name": "La Plaza Mayor", "language": "es", "country": "PE", "topic": "community",
              "stripe_start": "#2f5d3a", "stripe_end": "#f2b134"},
    "canal": {"name": "Le Canal", "language": "fr", "country": "BE", "topic": "science",
              "stripe_start": "#23395b", "stripe_end": "#c7d5e8"},
    "ghat": {"name": "Ghat", "native_name": "घाट समाचार", "language": "hi", "country": "IN", "topic": "environment",
             "stripe_start": "#005f66", "stripe_end": "#f28f3b"},
    "hutong": {"name": "Hutong", "native_name": "胡同晚报", "language": "zh-Hans", "country": "CN", "topic": "life",
               "stripe_start": "#5b2333", "stripe_end": "#d9a566"},
}  # fmt: skip

STORIES = {
    "gazette": [
        ("The ferry that would not sink sails for the last time", "After fifty years the Marigold makes one more crossing, with the band that played at her launch.", "Nora Quill", "News", "2026-11-19T07:30:00+00:00"),
        ("Night buses return to the north bank", "Two lines will run until three, for a trial of six months.", "Tom Reddy", "News", "2026-11-18"),
        ("A bakery counts its last sacks of rye", "Farmers upstream changed crops, and the loaf went with them.", "", "Kitchen", "2026-11"),
    ],
    "bahr": [
        ("صيادو الميناء يعيدون بناء قواربهم الخشبية", "ورشة صغيرة على الشاطئ تجمع ثلاثة أجيال حول حرفة كادت تُنسى.", "سلمى الحارثي", "ثقافة", "2026-11-19T10:00:00+04:00"),
        ("مكتبة الحي تفتح أبوابها ليلًا", "القراء يطلبون ساعات أطول، والمتطوعون يلبّون النداء.", "", "مدينة", "2026-11-17"),
    ],
    "plaza": [("El mercado estrena tejado y conserva sus voces", "Los puestos vuelven a su sitio tras nueve meses de obras.", "Rosa Huamán", "Pueblo", "2026-11-18")],
    "canal": [("Sous la glace, un lac retrouve son oxygène", "Des capteurs posés l’hiver dernier livrent leurs premiers chiffres.", "Luc Verhaegen", "Nature", "2026-11-16")],
    "ghat": [("नदी की सफ़ाई में बच्चों ने संभाली कमान", "हर रविवार सुबह सौ से अधिक बच्चे घाट पर जुटते हैं।", "मीरा जोशी", "नदी", "2026-11-15")],
    "hutong": [("老胡同里的修表匠", "三代人守着一间小铺，也守着街坊的时间。", "林晓", "手艺", "2026-11-14")],
}  # fmt: skip

SENTENCES = {
    "en": "The river was calm that morning. Nobody on the quay spoke above a whisper, and the ropes creaked. “She knows the way,” the captain said.",
    "ar": "كان البحر هادئًا ذلك الصباح. لم يرفع أحد صوته على الرصيف، وكانت الحبال تئن. قال الربان: ”إنها تعرف الطريق“.",
    "es": "La mañana amaneció tranquila. Nadie alzaba la voz entre los puestos, y el pan olía desde lejos.",
    "fr": "Le matin était calme. Personne, sur la berge, n’élevait la voix, et la glace craquait doucement.",
    "hi": "उस सुबह नदी शांत थी। घाट पर कोई ऊँची आवाज़ में नहीं बोल रहा था। बच्चे अपनी टोकरियाँ भर रहे थे।",
    "zh-Hans": "那天早晨胡同很安静。没有人大声说话，只听见钟表的滴答声。老人抬起头，笑了笑。",
}


def drawn(width: int = 1200, height: int = 800, tint: tuple[int, int, int] = (32, 96, 110)) -> bytes:
    """Return a PNG of a harbour in flat shapes."""
    image = Image.new("RGB", (width, height), (236, 224, 200))
    draw = ImageDraw.Draw(image)
    draw.ellipse((width * 0.62, height * 0.12, width * 0.78, height * 0.36), fill=(221, 120, 60))
    for row in range(6):
        shade = tuple(max(0, part - row * 9) for part in tint)
        draw.rectangle((0, height * (0.52 + row * 0.08), width, height), fill=shade)
    draw.polygon(
        [
            (width * 0.2, height * 0.6),
            (width * 0.55, height * 0.6),
            (width * 0.48, height * 0.7),
            (width * 0.26, height * 0.7),
        ],
        fill=(120, 40, 45),
    )
    draw.polygon(
        [(width * 0.36, height * 0.2), (width * 0.36, height * 0.57), (width * 0.5, height * 0.57)],
        fill=(250, 246, 236),
    )
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def every_block(language: str) -> list[DraftBlock]:
    """Return a body that has each kind of block."""
    text = SENTENCES[language]
    marked = RichText(
        "See the map, which is new. x < y & z.",
        (
            Mark(MarkKind.LINK, 4, 11, "https://example.org/map?a=1&b=2"),
            Mark(MarkKind.STRONG, 19, 25),
            Mark(MarkKind.CODE, 27, 32),
        ),
    )
    row = BlockKind.ROW
    cell = BlockKind.CELL
    return [
        paragraph(text),
        DraftBlock(BlockKind.PARAGRAPH, marked),
        DraftBlock(BlockKind.HEADING, RichText("What comes next"), level=2),
        DraftBlock(BlockKind.LIST, children=(DraftBlock(BlockKind.ITEM, RichText("First crossing"), children=(DraftBlock(BlockKind.LIST, ordered=True, start=3, children=(DraftBlock(BlockKind.ITEM, RichText("Inner step")),)),)), DraftBlock(BlockKind.ITEM, RichText("Second crossing")))),
        DraftBlock(BlockKind.QUOTE, RichText("The captain"), children=(paragraph("She knows the way."),)),
        DraftBlock(BlockKind.FIGURE, RichText("The quay at dawn."), media=Media(MediaKind.IMAGE, "https://pictures.news-of-nowhere.org/quay.png", alt="Boats at a quay"), credit="Photo: N. Quill"),
        DraftBlock(BlockKind.TABLE, RichText("Crossings a day"), children=(
            DraftBlock(row, children=(DraftBlock(cell, RichText("Line"), level=1), DraftBlock(cell, RichText("Crossings"), level=1))),
            DraftBlock(row, children=(DraftBlock(cell, RichText("North")), DraftBlock(cell, RichText("12")))),
        )),
        DraftBlock(BlockKind.CODE, RichText("if tide > 3:\n    wait()")),
        DraftBlock(BlockKind.PARAGRAPH, RichText("كل عام وأنتم بخير"), language="ar"),
        DraftBlock(BlockKind.EMBED, media=Media(MediaKind.VIDEO, "https://video.news-of-nowhere.org/watch?v=1", title="The launch")),
        DraftBlock(BlockKind.DIVIDER),
        paragraph(text + " " + text[: len(text) // 2]),
    ]  # fmt: skip


def story(language: str, headline: str, standfirst: str, byline: str, *blocks: DraftBlock) -> Document:
    body = blocks or tuple(paragraph(SENTENCES[language] + " " * bool(number) + f"({number})") for number in range(6))
    return compose(language, body, headline=headline, standfirst=standfirst, byline=byline)


def build_stand(width: int = 300) -> dict[str, library.Publication]:
    """Fill the library, with pictures of some width; return its publications by slug."""
    papers = {}
    for slug, about in PAPERS.items():
        paper = papers[slug] = library.add_publication(slug=slug, **about)
        source, _ = library.add_source(paper, f"https://{slug}.example/feed.xml", title=f"{paper.name} feed")
        library.set_rights(source, FULL)
        library.store_stories(paper, source, _arrivals(slug, paper.language), now=NOW)
    _pictures(papers, width)
    return papers


def _arrivals(slug: str, language: str) -> list[library.Arrival]:
    arrivals = []
    for number, (headline, standfirst, byline, section, published) in enumerate(STORIES[slug]):
        blocks = every_block(language) if slug == "gazette" and number == 0 else ()
        arrivals.append(
            library.Arrival(
                document=story(language, headline, standfirst, byline, *blocks),
                guid=f"{slug}-{number}",
                url=f"https://{slug}.news-of-nowhere.org/stories/{number}",
                published=published,
                section=section,
                issue=date(2026, 11, 19),
                picture=Media(MediaKind.IMAGE, f"https://pictures.example/{slug}-{number}.png", alt="A harbour"),
            )
        )
    return arrivals


def _pictures(papers: dict[str, library.Publication], width: int) -> None:
    tints = [(32, 96, 110), (40, 80, 60), (70, 60, 110), (110, 70, 50), (30, 110, 90), (100, 40, 60)]
    for place, paper in enumerate(papers.values()):
        for each in paper.stories.all():
            if place < 4 and each.source_guid.endswith("-0"):
                kept = library.keep_picture(drawn(width, width * 2 // 3, tints[place]), each.picture_address)
                library.place_picture(each, each.picture_address, kept)
            for address in library.pictures_wanted(each):
                if "quay" in address:
                    library.place_picture(
                        each, address, library.keep_picture(drawn(width - 30, width * 2 // 3, tints[place]), address)
                    )
