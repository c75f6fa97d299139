"""What every translation engine keeps to, whatever is behind it.

An engine joins by a function in ``MAKERS`` that gets an empty folder, yields the engine with a pair that it can do,
and ends what it started.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from tests.unit.engines.translation import tinymt

from kushk.engines.translation.interface import (
    MOST_CHARACTERS,
    MOST_SEGMENTS,
    Brief,
    Capabilities,
    Engine,
    NoPair,
    Pair,
    Segment,
    Span,
    TextTooLong,
    Translated,
    TranslationError,
)
from kushk.engines.translation.neural.engine import CTranslate2
from kushk.engines.translation.null import NullEngine

TEXTS = {
    "plain": "The ferry arrived three hours late, because of fog.",
    "space": " \u00a0 ",
    "punctuation": "…?!—“”()[]{}",
    "emoji": "Hello 👩‍👩‍👧‍👦 🇵🇸 and ❤️‍🔥!",
    "bidi": "\u202eabc\u202c \u2067مرحبا\u2069 \u200fdef",
    "markup": '<b>Tom</b> &amp; <a href="javascript:x">Ann</a> </s> <unk>',
    "commands": "[[t:s:1]]x[[/]] {{x}} ^a/b<c>$ %s $HOME \\n @@ *x* 3. <s id=1>",
    "tokens": "</s> <pad> eng_Latn >>ara<< __es__ <0x41> ▁▁",
    "nul": "one\0two\x07three",
    "surrogate": "one \ud800 two \udfff",
    "wide": "Ｆｅｒｒｙ ﬁne ½ ㍿ e\u0301\u0301\u0301 ① and late",
    "numbers": "On 3.5.2024 at 10:30, 1,234,567.89 people paid €5–€6.",
    "arabic": "أعلن الوزير عن خطة جديدة.",
    "hindi": "मंत्री ने नई योजना की घोषणा की।",
    "chinese": "你好，世界。渡轮晚点三小时。",
    "one word": "a" * 399,
    "long": ("words and words, " * 200)[:MOST_CHARACTERS],
    "unbroken": "x " * (MOST_CHARACTERS // 2),
}

Maker = Callable[[Path], Iterator[tuple[Engine, Pair]]]


def _null(folder: Path) -> Iterator[tuple[Engine, Pair]]:
    yield NullEngine(), ("en", "ar")


def _ctranslate2(folder: Path) -> Iterator[tuple[Engine, Pair]]:
    pytest.importorskip("ctranslate2", reason="ctranslate2, which computes neural models, is not installed")
    tinymt.write_argos(folder / "argos-en-ar")
    yield CTranslate2(folder), ("en", "ar")


MAKERS: dict[str, Maker] = {"null": _null, "ctranslate2": _ctranslate2}


@pytest.fixture(scope="module", params=MAKERS)
def made(request, tmp_path_factory):
    with (
        contextmanager(MAKERS[request.param])(tmp_path_factory.mktemp(request.param)) as (engine, pair),
        ExitStack() as at_end,
    ):
        at_end.callback(engine.close)
        yield engine, pair


@pytest.fixture
def engine(made):
    return made[0]


@pytest.fixture
def brief(made):
    return Brief(*made[1])


def test_it_names_itself_and_its_pairs(engine, brief):
    assert engine.name.isascii()
    assert engine.title
    assert isinstance(engine.capabilities, Capabilities)
    pairs = engine.pairs()
    assert brief.pair in pairs
    for one, other in pairs:
        assert one != other
        assert one.replace("-", "").isalnum()
        assert other.replace("-", "").isalnum()
    assert engine.version(brief.pair) == engine.version(brief.pair) != ""
    assert all(middle not in brief.pair for middle in engine.via(brief.pair))


def test_each_segment_becomes_one_in_order(engine, brief):
    segments = [Segment(f"Gate {number} held.") for number in range(1, 21)]
    found = list(engine.translate(segments, brief))
    assert len(found) == len(segments)
    alone = [next(engine.translate([segment], brief)).text for segment in (segments[2], segments[18])]
    assert [found[2].text, found[18].text] == alone
    assert all(each.text.strip() for each in found)


def test_as_many_as_may_be_given_are_translated(engine, brief):
    assert len(list(engine.translate([Segment("The water rose.")] * MOST_SEGMENTS, brief))) == MOST_SEGMENTS
    assert list(engine.translate([], brief)) == []


def test_nobody_has_to_take_all(engine, brief):
    segments = [Segment(f"Gate {number} held.") for number in range(40)]
    for taken in (0, 1, 9):
        stream = engine.translate(segments, brief)
        for _ in range(taken):
            next(stream)
        stream.close()
    assert len(list(engine.translate(segments[:2], brief))) == 2


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_any_text_is_translated_or_refused(engine, brief, text):
    spans = (Span(7, 0, min(3, len(text))), Span(2, 0, len(text)))
    found: list[Translated] = []
    with suppress(TranslationError):
        found += engine.translate([Segment(text, spans), Segment("The water rose.")], brief)
        assert len(found) == 2
    for made in found[:1]:
        checked(text, spans, made, engine.capabilities)


def checked(text, spans, made, capabilities):
    assert isinstance(made.text, str)
    assert "\n" not in made.text
    assert (made.spans is not None) <= capabilities.spans
    assert (made.links is not None) <= capabilities.align
    for span in made.spans or ():
        assert span.id in {each.id for each in spans}
        assert 0 <= span.start <= span.end <= len(made.text)
    for link in made.links or ():
        assert 0 <= link.start < link.end <= len(text)
        assert 0 <= link.target_start < link.target_end <= len(made.text)


def test_what_it_tells_beside_the_text_is_there(engine, brief):
    text = TEXTS["plain"]
    spans = (Span(4, 4, 9), Span(1, 26, 30))
    (made,) = engine.translate([Segment(text, spans)], brief)
    checked(text, spans, made, engine.capabilities)
    if engine.capabilities.spans:
        assert made.spans
    if engine.capabilities.align:
        assert len(made.links) >= 5


def test_a_pair_that_it_has_not_is_refused(engine):
    for pair in (("xx", "yy"), ("", ""), ("en", "en"), ("../../etc", "passwd")):
        with pytest.raises(NoPair):
            list(engine.translate([Segment("One")], Brief(*pair)))


def test_too_long_a_segment_is_refused(engine, brief):
    with pytest.raises(TextTooLong):
        list(engine.translate([Segment("One"), Segment("x" * (MOST_CHARACTERS + 1))], brief))


def test_it_finds_itself_well(engine):
    health = engine.check()
    assert health.ok, health.detail
    assert health.detail
    assert "\n" not in health.detail


def test_it_translates_again_after_being_closed(engine, brief):
    before = list(engine.translate([Segment("The water rose.")], brief))
    engine.close()
    engine.close()
    assert list(engine.translate([Segment("The water rose.")], brief)) == before


def test_it_translates_again_after_its_process_was_killed(engine, brief):
    if not hasattr(engine, "child"):
        pytest.skip("it has no process of its own")
    before = list(engine.translate([Segment("The water rose.")], brief))
    os.kill(engine.child.pid, signal.SIGKILL)
    assert list(engine.translate([Segment("The water rose.")], brief)) == before


def test_eight_threads_may_translate_at_once(engine, brief):
    found, faults = {}, []

    def translate(number):
        try:
            segments = [Segment(f"Gate {number} held at {part}.") for part in range(5)]
            found[number] = [each.text for each in engine.translate(segments, brief)]
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is one too many
            faults.append(fault)

    threads = [threading.Thread(target=translate, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    alone = [next(engine.translate([Segment(f"Gate 5 held at {part}.")], brief)).text for part in range(5)]
    assert found[5] == alone
