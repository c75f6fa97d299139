"""A server's voices: what is asked, what is made of the answers, and of those that are none."""

import struct
import time
from dataclasses import replace

import numpy as np
import pytest
from tests.unit.engines.speechserver import speech_server, wav

from kushk.engines.speech.espeak.engine import Espeak
from kushk.engines.speech.interface import EngineDown, SpeechError
from kushk.engines.speech.remote import PCM_RATE, Refused, Remote, Server, evenly
from kushk.engines.speech.waves import NoWave, read_wave

TEXT = "The ferry arrived three hours late."


@pytest.fixture(scope="module")
def espeak():
    engine = Espeak()
    yield engine
    engine.close()


@pytest.fixture
def server(espeak):
    with speech_server(espeak) as serving:
        yield serving


@pytest.fixture
def engine(server, espeak):
    made = Remote(Server(server.address, {"en-US": "en-us", "es": "es"}, "model-1", "secret", seconds=2), espeak)
    yield made
    made.close()


def test_it_is_asked_in_the_usual_way_and_its_words_are_timed(engine, server, espeak):
    voice = engine.voices()[0]
    speech = engine.speak(TEXT, voice)
    (question, headers), *_ = server.asked
    assert question == {"model": "model-1", "voice": "en-us", "input": TEXT, "response_format": "wav"}
    assert headers["Authorization"] == "Bearer secret"
    truth = espeak.speak(TEXT, espeak.voice_for("en-us"))
    assert [word.start for word in speech.words] == [word.start for word in truth.words]
    assert max(abs(a.begins - b.begins) for a, b in zip(speech.words, truth.words, strict=True)) < 0.05


def test_bare_samples_are_taken_at_their_agreed_rate(server, espeak):
    engine = Remote(Server(server.address, {"en-US": "en-us"}, form="pcm"), espeak)
    server.answers = [(200, b"\1\0" * 48_001 + b"x")]
    speech = engine.speak(TEXT, engine.voices()[0])
    assert (speech.rate, len(speech.samples)) == (PCM_RATE, 96_002)
    engine.close()


def test_a_server_that_is_busy_is_asked_again_once(engine, server):
    server.answers = [(429, b"wait")]
    assert engine.speak(TEXT, engine.voices()[0]).words
    server.answers = [(429, b"wait"), (429, b"wait")]
    with pytest.raises(EngineDown, match="429"):
        engine.speak(TEXT, engine.voices()[0])


def test_the_key_is_not_shown():
    assert "secret" not in repr(Server("http://a.example", {}, key="secret"))


def test_a_failure_is_asked_again_once(engine, server):
    server.answers = [(500, b"oops")]
    assert engine.speak(TEXT, engine.voices()[0]).words
    assert len(server.asked) == 2
    server.answers = [(500, b""), (503, b"")]
    with pytest.raises(EngineDown, match="503"):
        engine.speak(TEXT, engine.voices()[0])
    assert len(server.asked) == 4


@pytest.mark.parametrize("status", [400, 401, 404])
def test_a_refusal_is_not_asked_again_and_tells_its_status(engine, server, status):
    server.answers = [(status, b'{"error": "no more"}' * 100)]
    with pytest.raises(Refused, match=r"answers 4.*no more") as caught:
        engine.speak(TEXT, engine.voices()[0])
    assert caught.value.status == status
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "body", [b"", b"<html>sorry</html>", b"RIFF", b"ID3" * 100, wav(b"", 22_050, kind=6), b"\0" * 99]
)
def test_what_is_no_sound_is_an_error(engine, server, body):
    server.answers = [(200, body)]
    with pytest.raises(SpeechError, match="the server sends"):
        engine.speak(TEXT, engine.voices()[0])


def test_an_answer_that_drips_ends_in_time(engine, server):
    server.answers = [lambda handler: handler.drip(8)] * 2
    began = time.monotonic()
    with pytest.raises(EngineDown):
        engine.speak(TEXT, engine.voices()[0])
    assert time.monotonic() - began < 6


def test_silence_ends_in_time(server, espeak):
    engine = Remote(Server(server.address, {"en": "en-us"}, seconds=0.3), espeak)
    server.answers = [lambda handler: time.sleep(1)] * 2
    with pytest.raises(EngineDown):
        engine.speak(TEXT, engine.voices()[0])
    engine.close()


def test_an_answer_cut_off_is_asked_again(engine, server):
    def cut(handler):
        handler.say(200, b"RIFF", promised=1000)
        handler.close_connection = True

    server.answers = [cut]
    assert engine.speak(TEXT, engine.voices()[0]).words


def test_too_much_is_refused(engine, server, monkeypatch):
    monkeypatch.setattr(engine._client, "limits", replace(engine._client.limits, most_bytes=1000))
    with pytest.raises(SpeechError, match="too much"):
        engine.speak(TEXT, engine.voices()[0])


def test_nobody_at_the_address_and_an_address_that_is_none(espeak):
    for address in ("http://127.0.0.1:9", "ftp://127.0.0.1", "nonsense"):
        engine = Remote(Server(address, {"en": "x"}), espeak)
        with pytest.raises(EngineDown):
            engine.speak(TEXT, engine.voices()[0])
        assert not engine.check().ok


def test_a_text_without_a_word_is_not_sent(engine, server):
    for text in ("", " \n", "…!", "\u202e"):
        assert engine.speak(text, engine.voices()[0]).samples == b""
    assert server.asked == []


def test_a_language_that_nobody_can_time_has_its_words_spread_evenly(server, espeak):
    engine = Remote(Server(server.address, {"tlh": "en-us"}), espeak)
    words = engine.speak("aaa bbb ccc", engine.voices()[0]).words
    assert [(word.start, word.end) for word in words] == [(0, 3), (4, 7), (8, 11)]
    assert evenly("", "en", 1.0) == ()
    engine.close()


def test_waves_of_two_channels_and_of_floats_and_without_a_length_are_read():
    stereo = struct.pack("<4h", 100, 200, -100, -300)
    assert read_wave(wav(stereo, 16_000, channels=2)) == (struct.pack("<2h", 150, -200), 16_000)
    floats = np.array([0.5, 2.0], "<f4").tobytes()
    assert read_wave(wav(floats, 8_000, kind=3, bits=32)) == (struct.pack("<2h", 16_383, 32_767), 8_000)
    assert read_wave(wav(stereo, 16_000, size=0xFFFFFFFF))[0] == stereo


def test_broken_waves_are_refused_and_no_cut_crashes():
    whole = wav(b"\1\2" * 20, 16_000)
    for end in range(len(whole)):
        try:
            read_wave(whole[:end])
        except NoWave:
            continue
    for odd in (wav(b"", 0), wav(b"", 16_000, channels=0), wav(b"", 16_000, bits=8)):
        with pytest.raises(NoWave):
            read_wave(odd)
