"""Piper's voices by our own runtime: numbers, words, durations and what is wrong with a file."""

import json
import subprocess
import sys
from dataclasses import replace

import pytest
from tests.unit.engines import tiny

from kushk.core.spoken import Timed
from kushk.engines.speech.espeak.engine import LATE, Espeak, Transcript
from kushk.engines.speech.interface import NoSuchVoice, SpeechError
from kushk.engines.speech.piper import engine as engine_module
from kushk.engines.speech.piper.engine import Piper
from kushk.engines.speech.piper.model import BadVoice, read_model, with_durations
from kushk.engines.speech.piper.sounds import reading, word_times
from kushk.engines.speech.piper.vowels import places, plain_words

IDS = {phoneme: (index,) for index, phoneme in enumerate(tiny.SYMBOLS)}
TEXT = "The quick brown fox, then it rains. Hello!"


@pytest.fixture(scope="module")
def espeak():
    engine = Espeak()
    yield engine
    engine.close()


@pytest.fixture
def piper(tmp_path, espeak):
    pytest.importorskip("onnxruntime", reason="onnxruntime, which computes neural voices, is not installed")
    tiny.write(tmp_path / "tiny.onnx")
    engine = Piper(tmp_path, espeak)
    yield engine
    engine.close()


def transcript(*words, clauses):
    """Words as (span, begins, sounds), a sound every 10 ms."""
    timed = tuple(Timed(start, end, begins + LATE, begins + LATE) for (start, end), begins, _ in words)
    sounds = tuple((begins + at / 100, sound) for _, begins, said in words for at, sound in enumerate(said))
    return Transcript(timed, sounds, clauses)


def test_a_reading_begins_pauses_after_every_character_and_ends():
    said = transcript(((0, 2), 0, "hi"), clauses=(("hi", 3),))
    read = reading("Hi!", said, IDS)
    assert read.characters == "hi!"
    pause = IDS["_"][0]
    hi = [number for character in "hi!" for number in (IDS[character][0], pause)]
    assert list(read.numbers) == [IDS["^"][0], pause, *hi, IDS["$"][0]]
    assert len(read.owners) == len(read.numbers)


def test_punctuation_of_other_scripts_and_behind_quotes_is_read():
    said = transcript(clauses=(("a", 2), ("b", 5), ("c", 9)))
    assert reading("أ، «ب» ج؟", said, IDS).characters.startswith("a, b")
    said = transcript(clauses=(("a", 4),))
    assert reading("“A!”", said, IDS).characters == "a!"


def test_marks_of_another_language_and_unknown_characters_are_left_out():
    said = transcript(clauses=(("(en)njuː(fr)\u2603", 3),))
    assert reading("New", said, IDS).characters == "njuː"


def test_words_take_the_time_of_their_own_sounds():
    said = transcript(((0, 3), 0.0, "ka"), ((4, 7), 0.2, "mo"), clauses=(("ˈka mˈo", 8),))
    read = reading("Caa moo.", said, IDS)
    words = word_times(said, read, [1.0] * len(read.numbers), 0.5)
    # ^ _ ˈ _ k _ a _ space _ m _ ˈ _ o _ . _ $
    assert words == (Timed(0, 3, 2.0, 4.0), Timed(4, 7, 5.0, 8.0))


def test_durations_are_put_out_by_adding_to_the_file():
    model = tiny.model()
    longer, name = with_durations(model)
    assert name == "/Ceil_output_0"
    assert longer.startswith(model)
    assert len(longer) - len(model) == 20
    other = "/dp/flows.7/Ceil_output_0"
    assert with_durations(tiny.model(durations=other))[1] == other
    assert with_durations(tiny.model(durations="other")) == (tiny.model(durations="other"), "")
    assert with_durations(b"Ceil_output_0")[1] == ""


def test_a_voice_speaks_and_its_own_durations_tell_the_words(piper):
    (voice,) = piper.voices()
    assert (voice.key, voice.language, voice.quality) == ("piper/tiny", "en-GB", "low")
    speech = piper.speak(TEXT, voice)
    assert speech.rate == tiny.RATE
    assert len(speech.samples) % (tiny.HOP * 2) == 0
    assert [TEXT[word.start : word.end] for word in speech.words] == "The quick brown fox then it rains Hello".split()
    assert all(word.begins < word.ends for word in speech.words)
    ends = [word.ends for word in speech.words]
    assert all(later.begins >= end for end, later in zip(ends, speech.words[1:], strict=False))


def test_a_run_can_be_repeated(tmp_path, piper):
    voice = piper.voices()[0]
    first = piper.speak(TEXT, voice)
    piper.close()
    assert piper.speak(TEXT, voice) == first


def test_a_voice_without_durations_speaks_its_words_evenly(tmp_path, piper):
    tiny.write(tmp_path / "plain.onnx").write_bytes(tiny.model(durations="other"))
    speech = piper.speak(TEXT, named(piper, "plain"))
    assert len(speech.words) == 8
    assert speech.words[-1].ends <= speech.seconds


def test_a_voice_of_several_speakers_speaks(tmp_path, piper):
    path = tiny.write(tmp_path / "several.onnx", speakers=4)
    path.write_bytes(tiny.model(speakers=4))
    assert piper.speak(TEXT, named(piper, "several")).words


def test_five_voices_in_turn_stay_within_bounds(tmp_path, piper):
    for index in range(4):
        tiny.write(tmp_path / f"v{index}.onnx")
    assert len(piper.voices()) == 5
    assert all(piper.speak("One two", voice).words for voice in [*piper.voices(), *piper.voices()])


def test_a_broken_model_is_an_error_and_the_next_voice_speaks(tmp_path, piper):
    tiny.write(tmp_path / "broken.onnx").write_bytes(b"\x08\x07nonsense")
    with pytest.raises(SpeechError):
        piper.speak(TEXT, named(piper, "broken"))
    assert piper.speak(TEXT, named(piper, "tiny")).words


def test_files_that_are_no_voices_are_passed_over(tmp_path, piper):
    (tmp_path / "alone.onnx").write_bytes(tiny.model())
    tiny.write(tmp_path / "odd.onnx").with_name("odd.onnx.json").write_text("[]")
    assert [voice.id for voice in piper.voices()] == ["tiny"]
    with pytest.raises(NoSuchVoice):
        piper.speak("x", replace(piper.voices()[0], id="odd"))


def test_the_voice_to_take_stands_first_and_a_slow_one_says_so(tmp_path, piper):
    for name, quality in (("a", "high"), ("b", "x_low"), ("z", "medium")):
        path = tiny.write(tmp_path / f"{name}.onnx")
        said = {**tiny.configuration(), "audio": {"sample_rate": tiny.RATE, "quality": quality}}
        path.with_name(f"{name}.onnx.json").write_text(json.dumps(said), encoding="utf-8")
    voices = piper.voices()
    assert [voice.id for voice in voices] == ["z", "tiny", "b", "a"]
    assert [bool(voice.note) for voice in voices] == [False, False, False, True]


def named(piper, name):
    return next(voice for voice in piper.voices() if voice.id == name)


def test_without_the_runtime_there_are_no_voices_and_the_check_says_how_to_add_it(tmp_path, espeak, monkeypatch):
    tiny.write(tmp_path / "tiny.onnx")
    monkeypatch.setattr(engine_module, "has_runtime", lambda: False)
    engine = Piper(tmp_path, espeak)
    assert list(engine.voices()) == []
    health = engine.check()
    assert not health.ok
    assert "requirements/neural.txt" in health.detail
    assert "\n" not in health.detail


def test_the_engine_itself_does_not_load_the_runtime():
    code = "import sys, kushk.engines.speech.piper.engine; sys.exit('onnxruntime' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "change",
    [
        {"phoneme_id_map": {}},
        {"phoneme_id_map": {"^": 1}},
        {"phoneme_id_map": {"^": [1], "$": [2]}},
        {"audio": {"sample_rate": 1}},
        {"audio": None},
        {"phoneme_type": "text"},
        {"inference": {"length_scale": "fast"}},
    ],
)
def test_odd_settings_are_refused(tmp_path, change):
    path = tiny.write(tmp_path / "odd.onnx")
    path.with_name("odd.onnx.json").write_text(json.dumps({**tiny.configuration(), **change}), encoding="utf-8")
    with pytest.raises(BadVoice):
        read_model(path)


@pytest.mark.parametrize("text", [b"", b"null", b"[1]", b"{", b"{}", b"\xff", b"[" * 100_000, b" " * (5 << 20), None])
def test_what_is_no_settings_is_refused(tmp_path, text):
    path = tiny.write(tmp_path / "odd.onnx")
    path.with_name("odd.onnx.json").unlink() if text is None else path.with_name("odd.onnx.json").write_bytes(text)
    with pytest.raises(BadVoice):
        read_model(path)


def test_written_vowels_lead_back_to_their_letters():
    assert places("كتب", "كَتَبَ") == (0, 0, 1, 1, 2, 2)
    assert places("كَتب", "كَتَبَ") == (0, 1, 2, 2, 3, 3)
    assert places("كتب", "كبت") is None
    assert places("كتب", "كت") is None
    assert plain_words([Timed(0, 6, 0, 1)], (0, 0, 1, 1, 2, 2)) == (Timed(0, 3, 0, 1),)


def test_arabic_is_given_its_vowels_and_words_stay_where_they_are(tmp_path, piper, monkeypatch):
    tiny.write(tmp_path / "arabic.onnx", language="ar_JO", espeak="ar")
    voice = named(piper, "arabic")
    monkeypatch.setattr(engine_module, "writes_vowels", lambda: True)
    ask, asked = piper.child.ask, []

    def with_vowels(question):
        asked.append(question["do"])
        return ({"text": "كَتَبَ الوَلَدُ."}, b"") if question["do"] == "vowels" else ask(question)

    monkeypatch.setattr(piper.child, "ask", with_vowels)
    text = "كتب الولد."
    assert [text[word.start : word.end] for word in piper.speak(text, voice).words] == ["كتب", "الولد"]
    assert asked == ["vowels", "speak"]
