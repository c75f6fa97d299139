"""A translation is a document whose sentences carry the ids of the originals, made once and shared by all stories."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from tests.unit.translation.engines import Faulty

from kushk.core.compose import compose
from kushk.core.document import BlockKind, MarkKind
from kushk.core.draft import paragraph
from kushk.core.translated.glossary import Entry
from kushk.engines.translation.interface import EngineDown, NoPair, TranslationError
from kushk.renditions.translation.reviewing import EmptyReview, NoSuchSentence, review, unreview, wanted_of
from kushk.renditions.translation.studio import Limits
from kushk.renditions.translation.translator import Asker, TranslationOverspent


def long_story(sentences=60, changed=None, language="en"):
    texts = [f"Sentence number {100 + number} speaks of the river and its gates." for number in range(sentences)]
    if changed is not None:
        texts[changed] = "Another sentence stands here now, about the harbour."
    return compose(
        language, [paragraph(" ".join(texts[at : at + 4])) for at in range(0, sentences, 4)], headline="Gates"
    )


def test_every_sentence_is_tied_to_its_original(studio, story):
    made = studio.whole(studio.plan(story, "ar"))
    assert made.complete
    assert not made.failed
    assert made.document.language == "ar"
    assert made.document.direction == "rtl"
    assert [each.id for each in made.document.sentences()] == [each.id for each in story.sentences()]
    assert [block.kind for block in made.document.walk()] == [block.kind for block in story.walk()]


def test_names_code_and_numbers_stay_and_say_their_language(studio, story):
    made = studio.whole(studio.plan(story, "ar")).document
    assert made.byline.text == "By Idris Marlow"
    assert made.byline.language == "en"
    blocks = {block.kind: block for block in made.walk()}
    assert blocks[BlockKind.CODE].text == "print('hello')\n  again()"
    assert any(block.text == "12.5 % … 47" for block in made.walk())


def test_alternative_texts_are_translated(studio, story):
    made = studio.whole(studio.plan(story, "es")).document
    figure = next(block for block in made.walk() if block.kind is BlockKind.FIGURE)
    assert figure.media.alt
    assert figure.media.alt != "A harbour in the rain"
    assert figure.media.src == "https://news-of-nowhere.org/a.png"


def test_a_quote_in_the_readers_language_stays_as_it_was_said(studio, story):
    made = studio.whole(studio.plan(story, "fr")).document
    assert "Le fleuve monte." in [sentence.text for sentence in made.sentences()]


def test_links_keep_their_addresses_and_words(studio, story):
    made = studio.whole(studio.plan(story, "es")).document
    sentence = made.blocks[0].sentences[0]
    link = next(mark for mark in sentence.marks if mark.kind is MarkKind.LINK)
    assert link.href == "https://news-of-nowhere.org/water"
    assert sentence.text[link.start : link.end] == " ".join(sentence.text.split()[1:4])
    assert any(mark.kind is MarkKind.EMPHASIS for mark in sentence.marks)


def test_one_changed_sentence_of_sixty_is_one_sentence_for_the_engine(studio, engine):
    studio.whole(studio.plan(long_story(), "es"))
    before = engine.translated
    made = studio.whole(studio.plan(long_story(changed=17), "es"))
    assert engine.translated - before == 1
    assert made.complete


def test_the_same_story_in_ten_publications_is_translated_once(studio, engine):
    for _ in range(10):
        studio.whole(studio.plan(long_story(), "es"))
    assert engine.translated == 61


def test_a_text_that_stands_twice_in_a_story_is_given_once(studio, engine, story):
    studio.whole(studio.plan(story, "es"))
    assert [segment.text for segment in engine.seen].count("Nobody answered him at once.") == 1


def test_a_thousand_readers_at_once_are_one_translation(studio_with):
    engine = Faulty("slow")
    studios = [studio_with(engine), studio_with(engine)]  # two processes share a folder
    story = long_story(12)
    results = []

    def read(number):
        studio = studios[number % 2]
        results.append(studio.within(studio.plan(story, "es"), "story", 20))
        studio.memory.close()

    threads = [threading.Thread(target=read, args=(number,)) for number in range(60)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert engine.translated == 13
    assert len(results) == 60
    assert all(made.complete for made in results)


def test_what_is_there_is_shown_while_the_rest_is_coming(studio_with):
    engine = Faulty("held", after=3)
    studio = studio_with(engine)
    engine.capabilities = replace(engine.capabilities, quick=False)
    plan = studio.plan(long_story(20), "es")
    first = studio.within(plan, "story", 0.05)
    assert not first.complete
    assert first.running
    assert first.total == 21
    shown = list(first.document.sentences())
    assert any(mark.kind is MarkKind.LANGUAGE and mark.language == "en" for mark in shown[-1].marks)
    engine.release.set()
    assert studio.within(plan, "story", 20).complete


@pytest.mark.parametrize("fault", ["garbage", "empty", "markup", "address"])
def test_what_is_no_translation_is_not_shown_and_the_sentence_stands_in_the_original(studio_with, fault):
    engine = Faulty(fault)
    studio = studio_with(engine)
    story = long_story(4)
    made = studio.whole(studio.plan(story, "es"))
    assert made.complete
    assert len(made.failed) == made.total
    assert [each.text for each in made.document.sentences()] == [each.text for each in story.sentences()]
    assert all(unit.problems for unit in made.units.values())
    before = engine.translated
    studio.whole(studio.plan(story, "es"))
    assert engine.translated == before


@pytest.mark.parametrize("fault", ["down", "bad"])
def test_an_engine_that_dies_leaves_what_it_gave_before(studio_with, fault):
    studio = studio_with(Faulty(fault, after=3))
    plan = studio.plan(long_story(8), "es")
    with pytest.raises(TranslationError):
        studio.whole(plan)
    there = studio.look(plan, "story")
    assert there.done == 3
    assert not there.failed
    shown = studio.within(plan, "story", 5)
    assert shown.done >= 3
    assert shown.fault is not None


def test_an_engine_that_gives_too_few_is_asked_for_the_rest_by_the_next(studio_with):
    first, second = Faulty("few", after=2), Faulty()
    second.name = "second"
    studio = studio_with(first, second)
    made = studio.whole(studio.plan(long_story(8), "es"))
    assert made.complete
    assert {origin.engine for origin in made.origins} == {"faulty", "second"}


def test_an_engine_that_is_down_rests_and_is_not_asked_by_every_reader(studio_with):
    engine = Faulty("down")
    studio = studio_with(engine)
    for _ in range(5):
        with pytest.raises(EngineDown):
            studio.whole(studio.plan(long_story(4), "es"))
    assert engine.calls == 1


def test_a_sentence_that_fails_is_given_to_the_next_engine(studio_with):
    first, second = Faulty("garbage"), Faulty()
    second.name = second.title = "second"
    studio = studio_with(first, second)
    made = studio.whole(studio.plan(long_story(4), "es"))
    assert not made.failed
    assert [origin.title for origin in made.origins] == ["second"]
    before = first.translated
    studio.whole(studio.plan(long_story(4), "es"))
    assert first.translated == before


def test_too_long_a_sentence_is_left_in_the_original(studio):
    story = compose("en", [paragraph("word " * 700 + "end."), paragraph("A short one follows.")])
    made = studio.whole(studio.plan(story, "es"))
    assert len(made.failed) == 1
    assert made.complete


def test_no_engine_for_the_languages_is_said_before_anything_begins(studio, story):
    with pytest.raises(NoPair):
        studio.plan(story, "tlh")


def test_budgets_of_a_day_an_address_and_a_source(studio_with):
    for kind in ("day", "address", "source", "engine:faulty"):
        studio = studio_with(Faulty(), limits=Limits({kind: 100}), name=kind.replace(":", "-"))
        asker = Asker("192.0.2.1", "7")
        with pytest.raises(TranslationOverspent):
            studio.whole(studio.plan(long_story(12), "es"), asker)
        assert studio.translator.calls == 0
        assert studio.whole(studio.plan(long_story(12), "es")).complete  # the stand's own work


def test_a_persons_word_stands_in_every_story(studio):
    plan = studio.plan(long_story(4), "es")
    before = studio.whole(plan)
    sentence = next(iter(before.document.blocks[0].sentences))
    review(studio.memory, wanted_of(plan, sentence.id), "es", text=" Otra  frase. ", reviewer="ana")
    other = studio.whole(studio.plan(long_story(8), "es"))
    found = {each.id: each.text for each in other.document.sentences()}
    assert found[sentence.id] == "Otra frase."
    assert other.units[sentence.id].origin.reviewed
    unreview(studio.memory, wanted_of(plan, sentence.id))
    assert studio.whole(plan).document == before.document


def test_links_survive_a_persons_correction(studio, story):
    plan = studio.plan(story, "es")
    before = studio.whole(plan)
    sentence = before.document.blocks[0].sentences[0]
    link = next(mark for mark in sentence.marks if mark.kind is MarkKind.LINK)
    words = sentence.text[link.start : link.end]
    text = f"El martes habló {words} y nadie más."
    review(
        studio.memory, wanted_of(plan, sentence.id), "es", text=text, reviewer="ana", before=before.units[sentence.id]
    )
    after = studio.look(plan, "story").document.blocks[0].sentences[0]
    moved = next(mark for mark in after.marks if mark.kind is MarkKind.LINK)
    assert after.text[moved.start : moved.end] == words


def test_reviews_of_nothing_and_of_no_sentence_are_refused(studio, story):
    plan = studio.plan(story, "es")
    with pytest.raises(NoSuchSentence):
        wanted_of(plan, "s1-0")
    with pytest.raises(EmptyReview):
        review(studio.memory, plan.wanted[0], "es", text="  ", reviewer="ana")


def test_the_glossary_protects_names_and_gives_renderings(studio):
    glossary = (Entry("Idris Marlow"), Entry("gates", "compuertas", "en", "es"))
    story = compose("en", [paragraph("Yesterday Idris Marlow opened the gates at Mill Creek.")])
    made = studio.whole(studio.plan(story, "es", glossary))
    text = made.document.text
    assert "Idris Marlow" in text
    assert "compuertas" in text
    assert not made.failed
    other = studio.whole(studio.plan(story, "es"))
    assert "compuertas" not in other.document.text


def test_a_new_term_gives_only_its_own_sentences_to_the_engine(studio, engine):
    studio.whole(studio.plan(long_story(), "es"))
    before = engine.translated
    studio.whole(studio.plan(long_story(), "es", (Entry("number 117"),)))
    assert engine.translated - before == 1


def test_code_inside_a_sentence_is_not_translated(studio):
    from kushk.core.document import Mark
    from kushk.core.draft import DraftBlock, RichText

    rich = RichText("Type kushk up and wait for the address.", (Mark(MarkKind.CODE, 5, 13),))
    story = compose("en", [DraftBlock(BlockKind.PARAGRAPH, rich)])
    made = studio.whole(studio.plan(story, "es")).document.blocks[0].sentences[0]
    code = next(mark for mark in made.marks if mark.kind is MarkKind.CODE)
    assert made.text[code.start : code.end] == "kushk up"


def test_a_sentence_that_an_engine_cannot_do_holds_up_no_other(studio_with):
    class Choosy(Faulty):
        def translate(self, segments, brief):
            for segment in segments:
                if "number 102" in segment.text:
                    raise TranslationError(engine=self.name, detail="test")
                yield from super().translate([segment], brief)

    studio = studio_with(Choosy())
    made = studio.whole(studio.plan(long_story(8), "es"))
    assert made.complete
    assert len(made.failed) == 1


def test_what_was_made_before_a_budget_ends_is_kept(studio_with):
    first, second = Faulty("few", after=2), Faulty()
    second.name = "second"
    studio = studio_with(first, second, limits=Limits({"engine:second": 10}))
    plan = studio.plan(long_story(8), "es")
    with pytest.raises(TranslationOverspent):
        studio.whole(plan, Asker("192.0.2.1"))
    assert studio.look(plan, "story").done == 2
