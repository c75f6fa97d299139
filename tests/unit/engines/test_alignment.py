"""Times by laying a foreign reading over espeak-ng's: measured against voices whose times are known."""

import numpy as np
import pytest

from kushk.engines.speech import alignment
from kushk.engines.speech.alignment import TooLongToAlign, aligned, moved
from kushk.engines.speech.espeak.engine import Espeak
from kushk.engines.speech.features import cepstra, warped
from kushk.engines.speech.interface import Speech

SENTENCES = (
    "The minister announced a new plan for the harbour on Tuesday morning.",
    "Two hundred people came to the square, and most of them stayed until midnight.",
    "The price of bread has risen by a third since last year, according to the market.",
    "A ferry carrying passengers from the island arrived three hours late because of fog.",
    "He said the court would publish its decision within ten days.",
)


@pytest.fixture(scope="module")
def espeak():
    engine = Espeak()
    yield engine
    engine.close()


def voice(espeak, tag):
    return next(each for each in espeak.voices() if each.id == tag)


def sound(samples: bytes):
    return np.frombuffer(samples[: len(samples) // 2 * 2], "<i2")


def faster(samples: bytes, factor: float) -> bytes:
    """Play sound faster and higher."""
    wave = np.frombuffer(samples, "<i2").astype(float)
    return np.interp(np.arange(int(len(wave) / factor)) * factor, np.arange(len(wave)), wave).astype("<i2").tobytes()


@pytest.mark.parametrize("factor", [0.85, 1.0, 1.25])
def test_words_of_another_voice_are_found_within_a_twentieth_of_a_second(espeak, factor):
    errors = []
    for text in SENTENCES:
        speech = espeak.speak(text, voice(espeak, "en-us"))
        pause = np.random.default_rng(1).integers(-40, 40, speech.rate // 2).astype("<i2").tobytes()
        other = sound(pause + faster(speech.samples, factor))
        words = aligned(other, speech.rate, espeak.speak(text, voice(espeak, "en-gb")))
        truth = {word.start: 0.5 + word.begins / factor for word in speech.words}
        errors += [abs(word.begins - truth[word.start]) for word in words if word.start in truth]
    assert len(errors) > 50
    assert np.percentile(errors, 50) < 0.02
    assert np.percentile(errors, 90) < 0.05


@pytest.mark.parametrize(
    "samples",
    [
        b"",
        b"\0",
        b"\1\0",
        bytes(200),
        bytes(64_000),
        np.random.default_rng(2).integers(-32768, 32767, 30_000).astype("<i2").tobytes(),
        b"\xff\x7f" * 400_000,
    ],
    ids=["nothing", "half a sample", "one", "a moment", "silence", "noise", "far too long"],
)
def test_whatever_the_sound_is_the_words_are_in_order_and_inside(espeak, samples):
    words = aligned(sound(samples), 16_000, espeak.speak(SENTENCES[0], voice(espeak, "en-gb")))
    moments = [moment for word in words for moment in (word.begins, word.ends)]
    assert moments == sorted(moments)
    assert all(0 <= moment <= len(samples) / 2 / 16_000 for moment in moments)


@pytest.mark.parametrize("text", ["", "…", "\u202e\x00\ud800"])
def test_texts_without_words_have_no_times(espeak, text):
    assert aligned(sound(bytes(32_000)), 16_000, espeak.speak(text, voice(espeak, "en-gb"))) == ()


def test_a_recording_that_never_ends_is_refused(espeak, monkeypatch):
    monkeypatch.setattr(alignment, "MOST_SECONDS", 1)
    with pytest.raises(TooLongToAlign):
        aligned(sound(bytes(64_000)), 16_000, espeak.speak("a", voice(espeak, "en-gb")))


def test_the_sentences_of_a_quarter_of_an_hour_are_found_within_a_quarter_of_a_second(espeak):
    rate, at, parts, begins = 22_050, 0.5, [bytes(22_050)], []
    read = {text: espeak.speak(text, voice(espeak, "en-us")).samples for text in SENTENCES}
    known = {text: espeak.speak(text, voice(espeak, "en-gb")) for text in SENTENCES}
    speeds = np.random.default_rng(0).uniform(0.8, 1.2, 200)
    for number, speed in enumerate(speeds):
        begins.append(at)
        parts += [faster(read[SENTENCES[number % 5]], speed), bytes(2 * 8_820)]
        at += len(parts[-2]) / 2 / rate + 0.4
    readings = [known[SENTENCES[number % 5]] for number in range(len(speeds))]
    reference = Speech(b"".join(reading.samples for reading in readings), rate, ())
    moments = np.cumsum([0.0, *[reading.seconds for reading in readings[:-1]]]).tolist()
    found = moved(moments, sound(b"".join(parts)), rate, reference)
    assert at > 840
    assert found == sorted(found)
    # espeak-ng's own silence at a sentence's end may be laid on either side of the pause
    assert max(max(begin - 0.4 - place, place - begin) for place, begin in zip(found, begins, strict=True)) < 0.25


def test_no_moments_and_no_sound_have_no_places(espeak):
    reading = espeak.speak(SENTENCES[0], voice(espeak, "en-gb"))
    assert moved([], sound(bytes(1000)), 8_000, reading) == []
    assert moved([0.1, 0.2], sound(b""), 8_000, reading) == [0.0, 0.0]
    assert moved([0.1], sound(bytes(1000)), 8_000, Speech(b"", 8_000, ())) == [0.0]


def test_warping_a_thing_to_itself_changes_nothing():
    wave = (np.sin(np.arange(48_000) ** 1.3 / 30) * 9_000).astype(np.int16)
    features = cepstra(wave, 16_000, 0.01)
    assert features.shape == (300, 26)
    assert np.abs(warped(features, features, np.arange(300), 40) - np.arange(300)).max() < 0.01
