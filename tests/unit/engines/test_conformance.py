"""What every speech engine must do, whichever it is."""

from __future__ import annotations

import io
import json
import os
import signal
import threading
import wave
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import numpy as np
import pytest
from tests.unit.engines import tiny

from kushk.core.spoken import Timed
from kushk.engines.speech.alignment import aligned
from kushk.engines.speech.espeak.engine import Espeak
from kushk.engines.speech.interface import Engine, EngineDown, NoSuchVoice, SpeechError, TextTooLong
from kushk.engines.speech.null import NullEngine
from kushk.engines.speech.piper.engine import Piper
from kushk.engines.speech.piper.model import BadVoice, read_model
from kushk.engines.speech.process import Child
from kushk.engines.speech.remote import Remote, Server

ENGINES = ("null", "espeak", "piper", "http")


class Speaking(BaseHTTPRequestHandler):
    """A server that speaks with espeak, unless it is told to misbehave."""

    espeak = Espeak()
    answers: ClassVar[list[int]] = []

    def do_POST(self):
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        status = self.answers.pop(0) if self.answers else 200
        body = b"no sound"
        if status == 200 and self.path == "/v1/audio/speech":
            speech = self.espeak.speak(said["input"], self.espeak.voice_for("en-us"))
            out = io.BytesIO()
            with wave.open(out, "wb") as file:
                file.setnchannels(1)
                file.setsampwidth(2)
                file.setframerate(speech.rate)
                file.writeframes(speech.samples)
            body = out.getvalue()
        self.send_response(200 if status == 299 else status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        return


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Speaking)
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    thread.join()
    httpd.server_close()
    Speaking.espeak.close()


@pytest.fixture(scope="module")
def engines(tmp_path_factory, server) -> Iterator[dict[str, Engine]]:
    espeak = Espeak()
    voices = tmp_path_factory.mktemp("voices")
    tiny.write(voices / "tiny.onnx")
    made = {
        "null": NullEngine(),
        "espeak": espeak,
        "piper": Piper(voices, espeak),
        "http": Remote(Server(server, {"en": "alloy"}), espeak),
    }
    yield made
    for engine in made.values():
        engine.close()


@pytest.fixture(params=ENGINES)
def engine(request, engines) -> Engine:
    if request.param == "piper":
        pytest.importorskip("onnxruntime")
    return engines[request.param]


def english(engine: Engine):
    return next(voice for voice in engine.voices() if voice.language.lower()[:2] in {"en", "mu"})


def check_words(speech, text: str) -> None:
    reached = 0.0
    for word in speech.words:
        assert 0 <= word.start < word.end <= len(text)
        assert reached <= word.begins <= word.ends <= speech.seconds + 0.001
        reached = word.begins


def test_voices_say_what_they_are(engine):
    voices = engine.voices()
    assert voices
    assert len({voice.key for voice in voices}) == len(voices)
    assert all(voice.engine == engine.name and voice.language and voice.name and voice.synthetic for voice in voices)
    assert engine.version
    assert engine.check().ok


TEXT = "The harbour gates held all night, and nobody slept."


def test_a_sentence_is_spoken_with_its_words(engine):
    speech = engine.speak(TEXT, english(engine))
    assert len(speech.samples) % 2 == 0
    assert np.abs(np.frombuffer(speech.samples, np.int16)).max() > 500
    assert speech.seconds > 0.5
    check_words(speech, TEXT)
    assert len(speech.words) >= 8
    assert {TEXT[word.start : word.end].strip(",.") for word in speech.words} >= {"harbour", "gates", "slept"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "…",
        "!!!",
        "🎉🎉",
        "\u202eabc\u202c",
        "<speak>hi</speak>",
        "a\x00b",
        "\ud800x",
        "[[h@]]",
        "x" * 399,
        "漢字",
        "1" * 300,
    ],
    ids=range(13),
)
def test_odd_text_does_no_harm(engine, text):
    speech = engine.speak(text, english(engine))
    check_words(speech, text)


def test_too_much_at_a_time_is_refused(engine):
    with pytest.raises(TextTooLong):
        engine.speak("x" * 401, english(engine))


def test_a_voice_that_is_not_there_is_refused(engine):
    if engine.name == "null":
        pytest.skip("it speaks with any voice")
    with pytest.raises(NoSuchVoice):
        engine.speak("a", replace(english(engine), id="nobody", language="xx"))


def test_it_can_be_closed_and_used_again(engine):
    engine.close()
    assert engine.speak(TEXT, english(engine)).words


def test_many_may_ask_at_once(engine):
    voice = english(engine)
    with ThreadPoolExecutor(4) as crowd:
        lengths = list(crowd.map(lambda _: len(engine.speak("one two three", voice).words), range(12)))
    assert set(lengths) == {3}


@pytest.mark.parametrize("name", ["espeak", "piper"])
def test_a_killed_worker_is_started_again(engines, name):
    if name == "piper":
        pytest.importorskip("onnxruntime")
    engine = engines[name]
    engine.speak("one", english(engine))
    os.kill(engine.child.pid, signal.SIGKILL)
    assert engine.speak("two", english(engine)).words


def test_a_worker_that_hangs_is_given_up_in_time():
    child = Child("slow", ["-c", "import time; time.sleep(60)"], seconds=0.5)
    with pytest.raises(EngineDown):
        child.ask({"do": "anything"})
    child.close()


def test_a_worker_that_talks_nonsense_is_given_up():
    child = Child(
        "mad", ["-c", "import sys; sys.stdout.write('x' * 100); sys.stdout.flush(); sys.stdin.read()"], seconds=2
    )
    with pytest.raises(EngineDown):
        child.ask({"do": "anything"})
    child.close()


def test_the_durations_of_a_neural_voice_are_its_own(engines, tmp_path):
    pytest.importorskip("onnxruntime")
    piper = engines["piper"]
    speech = piper.speak("one two", english(piper))
    first, second = speech.words
    assert 0 < first.begins < first.ends <= second.begins < second.ends <= speech.seconds
    assert speech.rate == tiny.RATE
    assert len(speech.samples) // 2 % tiny.HOP == 0


@pytest.mark.parametrize("spoil", ["missing", "nojson", "nokeys", "list"])
def test_a_file_that_is_no_voice_is_told_so(tmp_path, spoil):
    path = tiny.write(tmp_path / "v.onnx")
    description = path.with_name("v.onnx.json")
    if spoil == "missing":
        description.unlink()
    else:
        description.write_text({"nojson": "{", "nokeys": "{}", "list": "[]"}[spoil])
    with pytest.raises(BadVoice):
        read_model(path)


@pytest.mark.parametrize(("answers", "fault"), [([500, 500], SpeechError), ([401], SpeechError), ([299], SpeechError)])
def test_a_server_that_fails_is_an_error_in_one_line(engines, answers, fault):
    engine = engines["http"]
    Speaking.answers[:] = answers
    with pytest.raises(fault):
        engine.speak("hello", english(engine))
    Speaking.answers.clear()


def test_a_server_that_is_busy_once_is_asked_again(engines):
    Speaking.answers[:] = [429]
    assert engines["http"].speak("hello there", english(engines["http"])).words


def test_a_server_that_is_not_there_is_down(engines):
    with pytest.raises(EngineDown):
        Remote(Server("http://127.0.0.1:9", {"en": "alloy"}), engines["espeak"]).speak(
            "hello", english(engines["http"])
        )


def test_words_are_found_in_another_voice_within_a_syllable(engines):
    espeak = engines["espeak"]
    far = []
    for text in (
        TEXT,
        "Seven gulls stood on the wall and watched the water come up over the road.",
        "It rained. Then it stopped.",
    ):
        reference = espeak.speak(text, espeak.voice_for("en-gb"))
        other = espeak.speak(text, espeak.voice_for("en-us"))
        found = aligned(np.frombuffer(other.samples, np.int16), other.rate, reference)
        known: dict[int, Timed] = {word.start: word for word in other.words}
        far += [abs(word.begins - known[word.start].begins) for word in found if word.start in known]
    far.sort()
    assert far[len(far) // 2] < 0.06
    assert far[int(len(far) * 0.9)] < 0.15
