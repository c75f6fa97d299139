"""Translation beside the bare engine: quality on news, names, links, time to the first paragraph, repeated work."""

from __future__ import annotations

import os
import random
import re
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from bench.segment import NEWS
from bench.serving import PLACE, ask, free_port, running
from kushk.core.compose import compose
from kushk.core.document import BlockKind, Document, Mark, MarkKind
from kushk.core.draft import DraftBlock, RichText, paragraph
from kushk.core.translated.glossary import Entry
from kushk.engines.translation.apertium.engine import Apertium
from kushk.engines.translation.interface import MOST_SEGMENTS, Brief, Segment
from kushk.renditions.translation.studio import TranslationStudio

PAIRS = (("en", "es"), ("es", "en"))
A_PARAGRAPH = 3
"""Lines of a news document that are put into one paragraph here: the corpus has no paragraphs."""
SPANS = 740
WORDS = 800
_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)+\b")


@dataclass(frozen=True)
class News:
    """The corpus in one language, by document."""

    language: str
    documents: tuple[tuple[str, ...], ...]

    @property
    def lines(self) -> list[str]:
        """Every line."""
        return [line for document in self.documents for line in document]

    def composed(self) -> list[Document]:
        """Return the documents as stories."""
        return [_story(self.language, lines) for lines in self.documents]


def run(stories: int) -> list[dict[str, object]]:
    """Return the rows of the table; the corpus decides how many stories there are."""
    del stories
    if not Apertium().pairs():
        return [{"what": "Apertium is not installed: ./kushk languages add en es"}]
    rows: list[dict[str, object]] = []
    if NEWS.exists():
        for source, target in PAIRS:
            rows += _quality(source, target)
        rows += [*_names(), *_links(), *_speed(), *_work()]
    return [*rows, *_pages()]


def news(language: str) -> News:
    """Return the corpus in a language."""
    lines = (NEWS / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    rows = [row.split("\t") for row in (NEWS / "documents.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    return News(language, tuple(tuple(lines[int(first) - 1 : int(first) - 1 + int(count)]) for _, first, count in rows))


def _story(language: str, lines: Sequence[str]) -> Document:
    body = [paragraph(" ".join(lines[at : at + A_PARAGRAPH])) for at in range(1, len(lines), A_PARAGRAPH)]
    return compose(language, body, headline=lines[0])


def _quality(source: str, target: str) -> Iterator[dict[str, object]]:
    """Compare with people's translations what the engine gives of each sentence, and what stands on our pages."""
    from sacrebleu.metrics import BLEU, CHRF

    there, wanted = news(source), news(target)
    with _studio() as studio:
        engine = studio.roster.engines["apertium"]
        made = [(document, studio.whole(studio.plan(document, target))) for document in there.composed()]
        raw, ours = [], []
        for document, translation in made:
            texts = [sentence.text for sentence in document.sentences()]
            given = [
                each.text
                for at in range(0, len(texts), MOST_SEGMENTS)
                for each in engine.translate(
                    [Segment(text) for text in texts[at : at + MOST_SEGMENTS]], Brief(source, target)
                )
            ]
            raw.append(" ".join(given))
            ours.append(" ".join(sentence.text for sentence in translation.document.sentences()))
        references = [[" ".join(lines) for lines in wanted.documents]]
        failed = sum(len(translation.failed) for _, translation in made)
        total = sum(translation.total for _, translation in made)
    bleu, chrf = BLEU(), CHRF()
    scores = {
        name: (bleu.corpus_score(texts, references).score, chrf.corpus_score(texts, references).score)
        for name, texts in (("ours", ours), ("raw", raw))
    }
    yield {
        "what": f"{source} > {target}, {len(made)} news stories, BLEU and chrF by story",
        "measured": f"{scores['ours'][0]:.1f}, {scores['ours'][1]:.1f}; {failed} of {total} sentences in the original",
        "beside": f"bare engine {scores['raw'][0]:.1f}, {scores['raw'][1]:.1f}",
        "wanted": "chrF within 0.3",
    }


def _names() -> Iterator[dict[str, object]]:
    """Count names that people left as they are: how many stand in the translation, without and with a glossary."""
    english, spanish = news("en"), news("es")
    pairs = list(zip(english.documents, spanish.documents, strict=True))
    kept = [
        [name for line, other in zip(*pair, strict=True) for name in _NAME.findall(line) if name in other]
        for pair in pairs
    ]
    with _studio() as studio:
        for what, known in (("no glossary", False), ("the names in the glossary", True)):
            found = total = 0
            for document, names in zip(english.composed(), kept, strict=True):
                glossary = tuple(Entry(name) for name in dict.fromkeys(names)) if known else ()
                text = " ".join(
                    each.text for each in studio.whole(studio.plan(document, "es", glossary)).document.sentences()
                )
                for name in dict.fromkeys(names):
                    total += names.count(name)
                    found += min(names.count(name), text.count(name))
            yield {
                "what": f"names kept, en > es, {what}",
                "measured": f"{found / total:.1%} of {total}",
                "wanted": ">= 95 %" if known else "",
            }


def _links() -> Iterator[dict[str, object]]:
    """Put a link on one to three words of sentence after sentence and look for it in the translation."""
    chance = random.Random(7)
    lines = [line for line in news("en").lines if len(line.split()) > 5][:SPANS]
    blocks = []
    for line in lines:
        words = [found.span() for found in re.finditer(r"\w[\w'’-]*", line)]
        first = chance.randrange(len(words) - 2)
        start, end = words[first][0], words[first + chance.randrange(3)][1]
        kind = MarkKind.LINK if chance.random() < 0.7 else MarkKind.EMPHASIS
        href = "https://news-of-nowhere.org/" if kind is MarkKind.LINK else ""
        blocks.append(DraftBlock(BlockKind.PARAGRAPH, RichText(line, (Mark(kind, start, end, href=href),))))
    story = compose("en", blocks)
    with _studio() as studio:
        made = studio.whole(studio.plan(story, "es"))
        there = [sentence for sentence in story.sentences() if sentence.marks]
        marks = {sentence.id: sentence for sentence in made.document.sentences()}
        links = [each for each in there if each.marks[0].kind is MarkKind.LINK]
        present = [each for each in there if _marked(marks[each.id], each.marks[0].kind)]
        kept = [each for each in links if _marked(marks[each.id], MarkKind.LINK)]
        whole = [each for each in present if _is_whole(marks[each.id], each.marks[0].kind)]
    right = len(present) - len(whole)
    yield {
        "what": f"{len(there)} random links and emphases, en > es: there; in a place of their own",
        "measured": f"{len(present) / len(there):.1%} (links {len(kept) / len(links):.1%}); {right / len(there):.1%}",
        "wanted": "100 %; >= 97 %",
    }


def _marked(sentence: object, kind: MarkKind) -> bool:
    return any(mark.kind is kind for mark in sentence.marks)  # type: ignore[attr-defined]


def _is_whole(sentence: object, kind: MarkKind) -> bool:
    spans = [mark for mark in sentence.marks if mark.kind is kind]  # type: ignore[attr-defined]
    return any(mark.end - mark.start >= len(sentence.text) for mark in spans)  # type: ignore[attr-defined]


def _speed() -> Iterator[dict[str, object]]:
    """Time the bare engine and the whole way on the same sentences, each with warm pipelines, in turns."""
    stories = news("en").composed()
    texts = [sentence.text for story in stories for sentence in story.sentences()]
    with _studio() as studio:
        engine = studio.roster.engines["apertium"]
        list(engine.translate([Segment("Warm up.")], Brief("en", "es")))
        bare, ours = [], []
        for _ in range(3):
            began = time.perf_counter()
            for story in stories:
                given = [Segment(sentence.text) for sentence in story.sentences()]
                for at in range(0, len(given), MOST_SEGMENTS):
                    list(engine.translate(given[at : at + MOST_SEGMENTS], Brief("en", "es")))
            bare.append(time.perf_counter() - began)
            with _studio(engine) as fresh:
                began = time.perf_counter()
                for story in stories:
                    fresh.whole(fresh.plan(story, "es"))
                ours.append(time.perf_counter() - began)
        with _studio(engine) as fresh:
            firsts = [_first(fresh, story) for story in stories]
    yield {
        "what": f"{len(texts)} sentences of 60 stories, everything kept",
        "measured": f"{min(ours):.2f} s, {len(texts) / min(ours):.0f} sentences/s",
        "beside": f"bare engine {min(bare):.2f} s",
        "ratio": f"{min(ours) / min(bare):.2f}",
        "wanted": "<= 1.15",
    }
    cuts = quantiles(firsts, n=20)
    yield {
        "what": "first sentences of a story there, nothing translated before",
        "measured": f"p50 {median(firsts):.0f} ms, p95 {cuts[18]:.0f} ms of {len(firsts)}",
        "wanted": "p50 <= 300",
    }
    yield from _long_story(texts)


def _first(studio: TranslationStudio, story: Document) -> float:
    """Return the milliseconds until the first sentences of a story are translated and kept."""
    moments: list[float] = []
    began = time.perf_counter()
    plan = studio.plan(story, "es")
    studio.translator.make(plan, {}, tell=lambda _: moments.append(time.perf_counter()))
    return (moments[0] - began) * 1000


def _long_story(texts: Sequence[str]) -> Iterator[dict[str, object]]:
    taken = []
    for turn in range(3):
        chosen, words = [], 0
        for text in texts[turn * 60 :]:
            chosen.append(text)
            words += len(text.split())
            if words >= WORDS:
                break
        with _studio() as studio:
            studio.whole(studio.plan(_story("en", ["Warm up.", "Warm up."]), "es"))
            began = time.perf_counter()
            studio.whole(studio.plan(_story("en", chosen), "es"))
            taken.append(time.perf_counter() - began)
    yield {"what": f"a story of {WORDS} words", "measured": f"{median(taken):.2f} s", "wanted": "<= 3 s"}


def _work() -> Iterator[dict[str, object]]:
    """Count what engines are given after a correction, and for a wire story in ten publications."""
    lines = [line for line in news("en").lines if len(line.split()) > 5][:60]
    with _studio() as studio:
        studio.whole(studio.plan(_story("en", lines), "es"))
        before = studio.translator.calls
        for _ in range(9):
            studio.whole(studio.plan(_story("en", lines), "es"))
        wire = studio.translator.calls - before
        lines[30] = "The council met again on Friday, and the harbour stayed closed."
        studio.whole(studio.plan(_story("en", lines), "es"))
        corrected = studio.translator.calls - before - wire
    yield {"what": "sentences given to the engine for nine more copies of a story", "measured": wire, "wanted": 0}
    yield {"what": "sentences given to the engine after one of sixty was edited", "measured": corrected, "wanted": 1}


def _pages() -> Iterator[dict[str, object]]:
    """Let wrk ask for the kept page of a translation and for that of its original, in turns."""
    from bench.listen import _ready
    from kushk.config.commands.up import web_command
    from kushk.config.system import WRK, provide

    provide([WRK])
    os.environ["KUSHK_NARRATE"] = "no"
    _ready()
    from kushk.library.api import newest_stories
    from kushk.reader.addresses import story_path, translation_path

    card = next(card for card in newest_stories(limit=50).cards if card.language.startswith("en"))
    paths = {"original": story_path("es", card), "translation": translation_path("es", card, "es")}
    port = free_port()
    with running(web_command(PLACE, port), port, {"KUSHK_PORT": str(port)}) as stand:
        for path in (*paths.values(), *paths.values()):
            ask(stand, path, 4, 2)
        rates = {name: max(ask(stand, path, 1, 3).rate for _ in range(2)) for name, path in paths.items()}
    yield {
        "what": "a kept page of a translation, asked for over one connection",
        "measured": f"{rates['translation']:.0f} a second",
        "beside": f"its original {rates['original']:.0f}",
        "ratio": f"{rates['translation'] / rates['original']:.2f}",
        "wanted": "1",
    }


class _studio:  # noqa: N801 - used as a function
    """A studio on a fresh folder; with an engine that is warm already if one is given."""

    def __init__(self, engine: Apertium | None = None) -> None:
        self.engine = engine

    def __enter__(self) -> TranslationStudio:
        self.folder = tempfile.TemporaryDirectory()
        self.studio = TranslationStudio(Path(self.folder.name), ["apertium"])
        if self.engine:
            self.studio.roster.engines["apertium"] = self.engine
        return self.studio

    def __exit__(self, *_: object) -> None:
        if self.engine is None:
            self.studio.close()
        self.studio.memory.close()
        self.folder.cleanup()
