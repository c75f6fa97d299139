"""Times by laying a foreign reading over espeak-ng's: measured against voices whose times are known."""

from itertools import pairwise

import numpy as np
import pytest

from kushk.engines.speech import alignment
from kushk.engines.speech.alignment import TooLongToAlign, aligned, aligned_sentences
from kushk.engines.speech.espeak.engine import Espeak
from kushk.engines.speech.features import cepstra, warped

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
        words = aligned(pause + faster(speech.samples, factor), speech.rate, text, voice(espeak, "en-gb"), espeak)
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
    words = aligned(samples, 16_000, SENTENCES[0], voice(espeak, "en-gb"), espeak)
    moments = [moment for word in words for moment in (word.begins, word.ends)]
    assert moments == sorted(moments)
    assert all(0 <= moment <= len(samples) / 2 / 16_000 for moment in moments)


@pytest.mark.parametrize("text", ["", "…", "\u202e\x00\ud800"])
def test_texts_without_words_have_no_times(espeak, text):
    assert aligned(bytes(32_000), 16_000, text, voice(espeak, "en-gb"), espeak) == ()


def test_a_recording_that_never_ends_is_refused(espeak, monkeypatch):
    monkeypatch.setattr(alignment, "MOST_SENTENCE_SECONDS", 1)
    with pytest.raises(TooLongToAlign):
        aligned(bytes(64_000), 16_000, "a", voice(espeak, "en-gb"), espeak)


def test_a_story_read_aloud_is_cut_in_the_pauses_between_its_sentences(espeak):
    texts, parts, pauses, at = SENTENCES * 4, [bytes(22_050)], [], 0.5
    speeds = np.random.default_rng(0).uniform(0.8, 1.2, len(texts))
    for text, speed in zip(texts, speeds, strict=True):
        sound = faster(espeak.speak(text, voice(espeak, "en-us")).samples, speed)
        parts += [sound, bytes(2 * 8_820)]
        at += len(sound) / 2 / 22_050
        pauses.append((at, at + 0.4))
        at += 0.4
    found = aligned_sentences(b"".join(parts), 22_050, texts, voice(espeak, "en-gb"), espeak)
    assert len(found) == len(texts)
    assert all(first[1] == second[0] for first, second in pairwise(found))
    assert all(
        begin - 0.15 <= end_of <= end + 0.05 for (_, end_of), (begin, end) in zip(found[:-1], pauses[:-1], strict=True)
    )


def test_no_sentences_and_no_sound_have_no_places(espeak):
    gb = voice(espeak, "en-gb")
    assert aligned_sentences(bytes(1000), 8_000, [], gb, espeak) == []
    assert aligned_sentences(b"", 8_000, ["a", "b"], gb, espeak) == [(0.0, 0.0), (0.0, 0.0)]
    odd = aligned_sentences(bytes(1000), 8_000, ["", "…", "One two three."], gb, espeak)
    assert [begin <= end for begin, end in odd] == [True] * 3


def test_warping_a_thing_to_itself_changes_nothing():
    wave = (np.sin(np.arange(48_000) ** 1.3 / 30) * 9_000).astype(np.int16)
    features = cepstra(wave, 16_000, 0.01)
    assert features.shape == (300, 26)
    assert np.abs(warped(features, features, np.arange(300), 40) - np.arange(300)).max() < 0.01
