"""How well pasted pages are read, part by part."""

from collections import Counter

from tests.quality.pasted.pages import Page

from kushk.sources.formats.pasted import parse_pasted


def same(shown: str, wanted: str) -> bool:
    return " ".join(shown.split()) == " ".join(wanted.split())


def shares(page: Page) -> Counter:
    """Return points got and points to get for each part of a page."""
    story = parse_pasted(page.source)
    body = set(story.document.paragraphs)
    wanted = set(page.story.paragraphs)
    got: Counter = Counter()

    def count(part: str, points: float, of: float = 1) -> None:
        got[part] += points
        got[f"of {part}"] += of

    count("recall", len(body & wanted), len(wanted))
    count("precision", len(body & wanted), len(body) or 1)
    count("headline", same(story.title, page.story.headline))
    count("standfirst", same(story.document.standfirst.text if story.document.standfirst else "", page.standfirst))
    count("date", story.published == page.published)
    count("publication", same(story.publication, page.publication))
    count("cards", len(story.related) == len(page.cards))
    for at, (title, dek) in enumerate(page.cards):
        card = story.related[at] if at < len(story.related) else None
        count("titles", card is not None and card.title == title)
        count("deks", card is not None and card.dek == dek)
        if page.minutes:
            count("minutes", card is not None and card.minutes == page.minutes[at])
        if page.card_date:
            count("card dates", card is not None and card.published == page.card_date)
            count("card publications", card is not None and same(card.publication, page.publication))
    return got


def total(found: list[Page]) -> dict[str, float]:
    """Return the share of points that each part got over all pages."""
    counted: Counter = Counter()
    for page in found:
        counted.update(shares(page))
    parts = [part for part in counted if f"of {part}" in counted]
    return {part: counted[part] / counted[f"of {part}"] for part in parts}
