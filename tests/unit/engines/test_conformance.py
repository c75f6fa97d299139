"""What every engine keeps to, whatever is behind it."""

import os
import signal
import threading
from dataclasses import replace
from itertools import pairwise

import pytest
from tests.unit.engines import tiny
from tests.unit.engines.speechserver import speech_server

from kushk.engines.speech.espeak.engine import Espeak
from kushk.engines.speech.interface import MOST_CHARACTERS, Capabilities, NoSuchVoice, TextTooLong
from kushk.engines.speech.null import NullEngine
from kushk.engines.speech.piper.engine import Piper
from kushk.engines.speech.remote import Remote, Server

TEXTS = {
    "plain": "The ferry arrived three hours late, because of fog.",
    "empty": "",
    "spaces": " \t\n\u00a0 ",
    "punctuation": "…?!—“”()[]{}",
    "emoji": "Hello 👩‍👩‍👧‍👦 🇵🇸 and ❤️‍🔥!",
    "bidi": "\u202eabc\u202c \u2067مرحبا\u2069 \u200fdef",
    "ssml": '<speak><mark name="a"/>Tom &amp; Ann <break time="9s"/></speak>',
    "commands": "[[h@loU]] {{x}} %s $HOME \\n",
    "nul": "one\0two\x07three",
    "surrogate": "one \ud800 two \udfff",
    "numbers": "On 3.5.2024 at 10:30, 1,234,567.89 people paid €5–€6.",
    "arabic": "أعلن الوزير عن خطة جديدة.",
    "chinese": "你好，世界。",
    "one word": "a" * 399,
    "long": ("words and words " * 30)[:399],
    "whole": "x " * 200,
}
ENGINES = ("null", "espeak", "piper", "http")


@pytest.fixture(scope="module")
def engines(tmp_path_factory):
    espeak = Espeak()
    folder = tmp_path_factory.mktemp("voices")
    tiny.write(folder / "tiny.onnx")
    with speech_server(espeak) as server:
        made = {
            "null": NullEngine(),
            "espeak": Espeak(),
            "piper": Piper(folder, espeak),
            "http": Remote(Server(server.address, {"en-US": "en-us"}), espeak),
        }
        yield made
        for engine in (*made.values(), espeak):
            engine.close()


@pytest.fixture(params=ENGINES)
def engine(request, engines):
    if request.param == "piper":
        pytest.importorskip("onnxruntime", reason="onnxruntime, which computes neural voices, is not installed")
    return engines[request.param]


@pytest.fixture
def voice(engine):
    return next(voice for voice in engine.voices() if voice.language.startswith(("en", "mul")))


def test_it_names_itself_and_its_voices(engine):
    voices = engine.voices()
    assert engine.name
    assert engine.version
    assert isinstance(engine.capabilities, Capabilities)
    assert voices
    assert len({voice.key for voice in voices}) == len(voices)
    for voice in voices:
        assert voice.engine == engine.name
        assert voice.id
        assert voice.name
        assert voice.language.replace("-", "").isalnum()
        assert voice.quality in {"embedded", "x_low", "low", "medium", "high", "remote", "human"}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_any_text_is_spoken_with_words_in_order_and_inside(engine, voice, text):
    speech = engine.speak(text, voice)
    assert isinstance(speech.samples, bytes)
    assert len(speech.samples) % 2 == 0
    assert 8_000 <= speech.rate <= 48_000
    for word in speech.words:
        assert 0 <= word.start < word.end <= len(text)
        assert 0 <= word.begins <= word.ends <= speech.seconds + 0.001
    assert all(first.begins <= second.begins for first, second in pairwise(speech.words))
    assert all(first.start <= second.start for first, second in pairwise(speech.words))


def test_words_are_found(engine, voice):
    speech = engine.speak(TEXTS["plain"], voice)
    assert len(speech.words) >= 8
    assert any(speech.samples)


def test_too_long_a_text_is_refused(engine, voice):
    with pytest.raises(TextTooLong):
        engine.speak("x" * (MOST_CHARACTERS + 1), voice)


def test_a_voice_that_it_has_not_is_refused(engine, voice):
    for other in (replace(voice, id="no-such"), replace(voice, id="../../etc/passwd"), replace(voice, id="")):
        with pytest.raises(NoSuchVoice):
            engine.speak("one", other)


def test_it_finds_itself_well(engine):
    health = engine.check()
    assert health.ok, health.detail
    assert health.detail
    assert "\n" not in health.detail


def test_it_speaks_again_after_being_closed(engine, voice):
    before = engine.speak("One two three.", voice)
    engine.close()
    engine.close()
    assert len(engine.speak("One two three.", voice).words) == len(before.words)


def test_it_speaks_again_after_its_process_was_killed(engine, voice):
    if not hasattr(engine, "child"):
        pytest.skip("it has no process of its own")
    engine.speak("One", voice)
    os.kill(engine.child.pid, signal.SIGKILL)
    assert engine.speak("One two", voice).words


def test_four_threads_may_speak_at_once(engine, voice):
    counts, faults = [], []

    def speak(index):
        try:
            counts.extend((index, len(engine.speak("one " * (index + 1), voice).words)) for _ in range(4))
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is one too many
            faults.append(fault)

    threads = [threading.Thread(target=speak, args=(index,)) for index in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(counts) == 16
    assert all(count == index + 1 for index, count in counts)
