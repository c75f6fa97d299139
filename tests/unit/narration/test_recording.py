"""A person's reading: cut into its lines, each word timed, kept for ever, and only for the words that were read."""

from __future__ import annotations

import io

import numpy as np
import pytest
import soundfile
from tests.unit.narration.test_making import TEXT, composed_story

from kushk.engines.speech.espeak.engine import Espeak
from kushk.renditions.narration.sound.pcm import NotARecording
from kushk.renditions.narration.studio import Studio


@pytest.fixture(scope="module")
def reading() -> tuple[bytes, list[float]]:
    """Another voice reads the story with long pauses; return the file and where each line begins."""
    espeak = Espeak()
    voice, pieces, starts, at = espeak.voice_for("en-us"), [], [], 0
    lines = [
        "Tide gates hold",
        "The water rose at night.",
        "Nobody slept by the harbour.",
        "In the morning it was gone.",
    ]
    for line in [*lines, "Gulls came back."]:
        speech = espeak.speak(line, voice)
        starts.append(at / speech.rate)
        pieces += [np.frombuffer(speech.samples, np.int16), np.zeros(int(0.7 * speech.rate), np.int16)]
        at += len(pieces[-1]) + len(pieces[-2])
    espeak.close()
    out = io.BytesIO()
    soundfile.write(out, np.concatenate(pieces), speech.rate, format="FLAC")
    return out.getvalue(), starts


@pytest.fixture
def studio(tmp_path):
    made = Studio(tmp_path, ["espeak"])
    yield made
    made.speakers.close()


def narrate(studio: Studio, text: str = TEXT, **more):
    return studio.narrate(composed_story(text), story="a", headline="Tide", **more)


def test_a_reading_is_cut_where_its_lines_begin(studio, reading):
    data, starts = reading
    voice = studio.record(narrate(studio), data, "Nora Quill")
    recorded = narrate(studio, recording=voice)
    assert recorded.voice.name == "Nora Quill"
    assert not recorded.voice.synthetic
    complete = studio.whole(recorded)
    assert studio.maker.made == 0
    lengths = [cued.seconds for cued in complete.lines]
    wanted = np.diff([*starts, starts[-1] + 1.9])
    assert np.abs(np.array(lengths)[:-1] - wanted[:-1]).max() < 0.75
    words = [word for cued in complete.lines for word in cued.known.notes["words"]]
    assert len(words) == len(TEXT.split())
    begins = [word[2] for word in complete.lines[1].known.notes["words"]]
    assert begins == sorted(begins)
    assert begins[-1] > 0.6


def test_after_a_correction_the_changed_line_is_spoken_and_labelled_so(studio, reading):
    voice = studio.record(narrate(studio), reading[0], "Nora Quill")
    corrected = narrate(studio, TEXT.replace("Gulls", "Crows"), recording=voice)
    assert [plan.runs[0].voice.synthetic for plan in corrected.plans] == [False] * 4 + [True]
    assert corrected.voice.synthetic


def test_what_is_no_recording_is_told_so(studio):
    with pytest.raises(NotARecording):
        studio.record(narrate(studio), b"no sound at all", "Nobody")
