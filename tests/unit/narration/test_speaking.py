"""Lines as clips: every word has its moment, foreign words have their voice, odd text does no harm."""

from __future__ import annotations

import time

import pytest

from kushk.core.document import Mark, MarkKind
from kushk.core.spoken import words_of
from kushk.engines.speech.espeak.engine import Espeak
from kushk.engines.speech.null import WORD_SECONDS, NullEngine
from kushk.renditions.narration.script import Line, script_of
from kushk.renditions.narration.sound.grid import LEAD
from kushk.renditions.narration.speakers import Speakers
from kushk.renditions.narration.speaking import planned, speak


@pytest.fixture(scope="module")
def embedded():
    speakers = Speakers([Espeak()])
    yield speakers
    speakers.close()


def clip(speakers: Speakers, text: str, language: str = "en", marks=()):
    line = Line("s1-a", "paragraph", text, language, marks)
    return speak(planned(line, speakers.voice_for(language), speakers), speakers)


def in_order(words: list) -> bool:
    times = [moment for word in words for moment in word[2:3]]
    return times == sorted(times) and all(word[2] <= word[3] for word in words)


def test_words_are_cued_where_the_engine_sounded_them():
    speakers = Speakers([NullEngine()])
    made, notes = clip(speakers, "Three short words")
    assert [word[2] for word in notes["words"]] == pytest.approx(
        [LEAD + number * WORD_SECONDS for number in range(3)], abs=0.002
    )
    assert made.seconds >= notes["words"][-1][3]


def test_a_foreign_run_is_spoken_by_a_voice_of_its_language(embedded):
    text = "She said الحمد لله and left."
    start, end = text.index("ا"), text.index(" and")
    mark = Mark(MarkKind.LANGUAGE, start, end, language="ar")
    plan = planned(Line("s1-a", "paragraph", text, "en", (mark,)), embedded.voice_for("en"), embedded)
    assert [(run.text.strip(), run.voice.id) for run in plan.runs] == [
        ("She said", "en-gb"), ("الحمد لله", "ar"), ("and left.", "en-gb"),
    ]  # fmt: skip
    _, notes = speak(plan, embedded)
    assert [text[word[0] : word[1]] for word in notes["words"]] == ["She", "said", "الحمد", "لله", "and", "left"]
    assert in_order(notes["words"])


SENTENCES = {
    "en": "Mr. Smith paid $3.5 million in the U.S. on Tuesday at 10:30.",
    "ar": "ارتفعت أسعار النفط 3.5٪ أمس في بيروت.",
    "es": "El alcalde gastó 1.250 euros en la plaza.",
    "fr": "L’eau monte à 20h30, dit M. Dupont.",
    "hi": "मंगलवार को पानी का स्तर 3 मीटर बढ़ गया।",
    "zh": "油价昨天上涨了百分之三。",
    "ur": "کل رات پانی کی سطح بلند ہو گئی۔",
    "ru": "Вода поднялась на 3 метра.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_every_word_has_a_cue_in_order(embedded, language):
    text = SENTENCES[language]
    made, notes = clip(embedded, text, language)
    assert [tuple(word[:2]) for word in notes["words"]] == list(words_of(text, language))
    assert in_order(notes["words"])
    assert notes["words"][-1][3] <= made.seconds


HOSTILE = [
    "",
    " ",
    "…—…",
    "\x00\x01\x1b[31m bell \x07",
    "\u202eesrever\u202c \u200fmarks\u200e",
    "🎉" * 300,
    "👩‍👩‍👧‍👦 family 🇯🇴 flag",
    "<speak><break time='9999s'/>hello <mark name='x'/></speak>",
    "[[h@'loU]] &amp; &#x0; ]]>",
    "\ud800 lone",
    "a" * 2000,
    "1" * 600,
    "क्" * 300,
    "ก" * 800,
    "漢" * 900,
    "a\u0301" * 500,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_spoken_or_silent_in_bounded_time(embedded, text):
    began = time.monotonic()
    made, notes = clip(embedded, text)
    assert time.monotonic() - began < 30
    assert [tuple(word[:2]) for word in notes["words"]] == list(words_of(text, "en"))
    assert in_order(notes["words"])
    assert made.steps >= 1


def test_a_sentence_of_a_megabyte_is_planned_at_once_and_read_up_to_a_limit():
    from kushk.core.document import Block, BlockKind, Document, Sentence

    text = "word " * 200_000
    began = time.monotonic()
    lines = script_of(Document("en", "ltr", blocks=(Block(BlockKind.PARAGRAPH, (Sentence("s1-a", text),)),)))
    assert time.monotonic() - began < 5
    assert all(text[line.offset :].startswith(line.text) for line in lines)
    assert sum(len(line.text) for line in lines) <= 120_000


def test_a_language_without_a_voice_has_none(embedded):
    assert embedded.voice_for("ja") is None
    assert embedded.voice_for("tlh") is None
