"""How espeak-ng writes a text down: clauses with tones and stress, beside the sounds of its own run."""

import unicodedata

import pytest

from kushk.engines.speech.espeak.engine import Espeak
from kushk.engines.speech.piper.sounds import reading, word_times


class EveryNumber(dict):
    """The numbers of a voice that knows every character."""

    def __contains__(self, key):
        return True

    def __missing__(self, key):
        return (1,)


@pytest.fixture(scope="module")
def espeak():
    engine = Espeak()
    yield engine
    engine.close()


def voice(espeak, tag):
    return next(each for each in espeak.voices() if each.id == tag)


def written(espeak, text, tag):
    transcript = espeak.transcribe(text, voice(espeak, tag))
    return transcript, reading(text, transcript, EveryNumber())


def test_clauses_end_where_their_punctuation_stands(espeak):
    text = "Yes, it's 3.5 metres. “Really?” Café — no"
    transcript, _ = written(espeak, text, "en-us")
    ends = [end for _, end in transcript.clauses]
    assert ends == sorted(ends)
    assert ends[-1] == len(text)
    assert text[: ends[0]].strip() == "Yes,"


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en-us", "Hello, you! Is it?", "həlˈoʊ, juː! ɪz ɪt?"),
        ("cmn", "你好，世界。", "ni2χˈɑu2, s.ˈi.5 tɕˈiɛ5."),
        ("ar", "هل انتهى؟", "hˈal ˈintahˌaː?"),
        ("hi", "की।", "ki."),
    ],
)
def test_tones_stress_and_the_punctuation_of_every_script_are_written(espeak, tag, text, expected):
    assert unicodedata.normalize("NFC", written(espeak, text, tag)[1].characters) == expected


def test_the_marks_of_a_foreign_word_are_not_read(espeak):
    assert "(" not in written(espeak, "Le weekend à New York", "fr-fr")[1].characters


@pytest.mark.parametrize("text", ["", "…", "\0\ud800\u202e", "🙂🙂", "<a>&amp;", "a\n\nb", "x" * 400, ".," * 200])
def test_odd_texts_do_no_harm_to_it_or_to_the_next_one(espeak, text):
    before = [word.start for word in espeak.speak("One two three.", voice(espeak, "en-gb")).words]
    transcript, read = written(espeak, text, "en-gb")
    words = word_times(transcript, read, [1.0] * len(read.numbers), 0.01)
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert all(end <= len(text) for _, end in transcript.clauses)
    assert [word.start for word in espeak.speak("One two three.", voice(espeak, "en-gb")).words] == before
