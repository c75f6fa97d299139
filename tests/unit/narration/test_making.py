"""Clips: made once for all, shared by stories, whole or not at all, within a budget."""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from kushk.core.document import Mark, MarkKind
from kushk.engines.speech.interface import EngineDown, SpeechError
from kushk.engines.speech.null import NullEngine
from kushk.renditions.budget import Budget
from kushk.renditions.budget import Overspent as AnyOverspent
from kushk.renditions.narration.budget import Overspent, budget_of
from kushk.renditions.narration.files import tags_of
from kushk.renditions.narration.making import Maker, TooMany
from kushk.renditions.narration.script import Line
from kushk.renditions.narration.speakers import Speakers
from kushk.renditions.narration.speaking import planned
from kushk.renditions.narration.studio import NoSuchClip, Studio

UNLIMITED = 1 << 40


def line(text: str, language: str = "en", marks=(), id: str = "s1-a") -> Line:  # noqa: A002
    return Line(id, "paragraph", text, language, marks)


@pytest.fixture
def engine() -> NullEngine:
    return NullEngine()


@pytest.fixture
def maker(tmp_path, engine) -> Maker:
    return Maker(tmp_path, Speakers([engine]), budget_of(tmp_path / "b", day=UNLIMITED, address=UNLIMITED), UNLIMITED)


def plan(maker: Maker, text: str, **more):
    voice = maker.speakers.voice_for("en")
    return planned(line(text, **more), voice, maker.speakers)


def test_a_sentence_is_spoken_once_wherever_it_stands(maker, engine):
    first = plan(maker, "The same words.", id="s1-one")
    second = plan(maker, "The same words.", id="s1-other")
    assert first.key == second.key
    assert maker.clip(first)[0] == maker.clip(second)[0]
    assert engine.spoken == 1


def test_what_changes_the_sound_changes_the_key_and_what_does_not_does_not(maker):
    plain = plan(maker, "The same words.").key
    assert plan(maker, "The same word.").key != plain
    assert plan(maker, "The same words.", language="fr").key != plain
    assert plan(maker, "The same words.", marks=(Mark(MarkKind.DELETED, 0, 3),)).key != plain
    assert plan(maker, "The same words.", marks=(Mark(MarkKind.LINK, 0, 3, "https://a.example/"),)).key == plain


def test_a_thousand_clicks_at_once_are_one_synthesis(maker, engine):
    wanted = plan(maker, "A thousand want to hear this.")
    with ThreadPoolExecutor(64) as crowd:
        heard = list(crowd.map(lambda _: maker.clip(wanted, "192.0.2.1")[0].mp3, range(1000)))
    assert engine.spoken == 1
    assert len(set(heard)) == 1


def test_two_processes_make_a_clip_once(tmp_path, engine):
    makers = [
        Maker(tmp_path, Speakers([engine]), budget_of(tmp_path / "b", day=UNLIMITED, address=UNLIMITED), UNLIMITED)
        for _ in range(2)
    ]
    wanted = plan(makers[0], "Shared by way of the disk.")
    with ThreadPoolExecutor(2) as both:
        list(both.map(lambda maker: maker.clip(wanted), makers))
    assert engine.spoken == 1


def test_a_damaged_clip_is_made_anew(maker, engine, tmp_path):
    wanted = plan(maker, "This will be cut short.")
    whole = maker.clip(wanted)[0]
    (file,) = (tmp_path / "clips").glob("*.clip")
    file.write_bytes(file.read_bytes()[:-9])
    assert maker.clip(wanted)[0] == whole
    file.write_bytes(file.read_bytes()[:30])
    assert maker.known(wanted) is None
    assert engine.spoken == 2


class Broken(NullEngine):
    def speak(self, text, voice):
        self.spoken += 1
        raise EngineDown(engine=self.name, detail="gone")


def test_a_failed_clip_leaves_nothing_and_is_not_tried_by_everybody(tmp_path):
    broken = Broken()
    maker = Maker(tmp_path, Speakers([broken]), budget_of(tmp_path / "b", day=UNLIMITED, address=UNLIMITED), UNLIMITED)
    wanted = plan(maker, "Nobody can say this.")
    for _ in range(5):
        with pytest.raises(SpeechError):
            maker.clip(wanted)
    assert broken.spoken == 1
    assert not list((tmp_path / "clips").glob("*")) if (tmp_path / "clips").exists() else True


class Slow(NullEngine):
    def __init__(self):
        super().__init__()
        self.go = threading.Event()

    def speak(self, text, voice):
        self.go.wait(20)
        return super().speak(text, voice)


def test_who_comes_when_too_many_wait_is_sent_away_at_once(tmp_path):
    slow = Slow()
    maker = Maker(tmp_path, Speakers([slow]), budget_of(tmp_path / "b", day=UNLIMITED, address=UNLIMITED), UNLIMITED)
    plans = {planned.key[:2]: planned for planned in (plan(maker, f"Sentence {number}.") for number in range(400))}
    with ThreadPoolExecutor(40) as crowd:
        asked = [crowd.submit(maker.clip, each, "192.0.2.1") for each in list(plans.values())[:40]]
        refused = sum(isinstance(each.exception(5), TooMany) for each in asked[::-1] if _ends(each))
        slow.go.set()
    assert 10 <= refused <= 20
    assert slow.spoken == 40 - refused


def _ends(future) -> bool:
    try:
        future.exception(0.3)
    except TimeoutError:
        return False
    return True


def test_budgets_of_an_address_and_of_a_day(tmp_path):
    now = [datetime(2026, 11, 26, 23, 0, tzinfo=UTC)]
    budget = Budget(tmp_path / "b", {"day": 250, "address": 100}, now=lambda: now[0])
    budget.spend(90, {"day": "", "address": "192.0.2.1"})
    with pytest.raises(AnyOverspent) as refused:
        budget.spend(20, {"day": "", "address": "192.0.2.1"})
    assert refused.value.retry_after == 3600
    budget.spend(90, {"day": "", "address": "192.0.2.2"})
    budget.spend(500, {"day": ""}, free=True)  # the stand's own work is never refused, but counts
    with pytest.raises(AnyOverspent):
        budget.spend(1, {"day": "", "address": "192.0.2.3"})
    assert b"192.0.2" not in (tmp_path / "b").read_bytes()
    now[0] = datetime(2026, 11, 27, 0, 1, tzinfo=UTC)
    budget.spend(90, {"day": "", "address": "192.0.2.1"})


def test_kept_clips_cost_nothing(tmp_path, engine):
    maker = Maker(tmp_path, Speakers([engine]), budget_of(tmp_path / "b", day=30, address=30), UNLIMITED)
    wanted = plan(maker, "Twenty characters ok.")
    for _ in range(5):
        maker.clip(wanted, "192.0.2.1")
    with pytest.raises(Overspent):
        maker.clip(plan(maker, "Another twenty more."), "192.0.2.1")


TEXT = (
    "Tide gates hold\n\nThe water rose at night. Nobody slept by the harbour.\n\n"
    "In the morning it was gone. Gulls came back."
)


def test_after_a_correction_only_what_changed_is_spoken_again(tmp_path):
    studio = Studio(tmp_path, ["null"])
    engine = studio.speakers.engines[0]
    before = studio.whole(studio.narrate(composed_story(TEXT), story="a", headline="Tide"))
    assert engine.spoken == len(before.lines)
    corrected = composed_story(TEXT.replace("Gulls", "Crows"))
    after = studio.whole(studio.narrate(corrected, story="a", headline="Tide"))
    assert engine.spoken == len(before.lines) + 1
    assert after.narrated.version != before.narrated.version


def composed_story(text: str):
    from kushk.pipeline.apart import read_input
    from kushk.sources.formats.parsed import Input

    return read_input(Input(text.encode())).document


def test_files_are_as_long_as_the_timeline_says(tmp_path):
    studio = Studio(tmp_path, ["null"])
    narrated = studio.narrate(composed_story(TEXT), story="a", headline="Tide")
    with pytest.raises(NoSuchClip):
        studio.clip(narrated, "0" * 24)
    complete = studio.whole(narrated)
    tags = tags_of(narrated)
    assert "ynthetic" in tags.comment
    for joined in (studio.mp3(complete, tags), studio.webm(complete, tags)):
        assert joined.seconds == pytest.approx(complete.seconds, abs=1e-6)
        assert len(joined.read()) == joined.size


@pytest.mark.slow
def test_a_killed_worker_is_started_again_and_no_half_clip_is_kept(tmp_path):
    studio = Studio(tmp_path, ["espeak"])
    engine = studio.speakers.engines[0]
    narrated = studio.narrate(composed_story(TEXT), story="a", headline="Tide")
    stop = threading.Event()

    def kill() -> None:
        while not stop.wait(0.02):
            if engine.child.pid:
                os.kill(engine.child.pid, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        for each in narrated.plans:
            for _ in range(3):
                try:
                    studio.maker.clip(each)
                except SpeechError:
                    continue
    finally:
        stop.set()
        killer.join()
    studio.maker._failed.clear()
    complete = studio.whole(narrated)
    studio.speakers.close()
    assert complete.complete
    assert all(len(cued.known.notes["words"]) for cued in complete.lines)
    assert {path.suffix for path in (tmp_path / "clips").iterdir()} == {".clip"}
