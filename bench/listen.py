"""From a click to sound, beside the bare engine; what speech costs; how well words are followed in 20 languages."""

from __future__ import annotations

import os
import random
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

from bench.segment import NEWS
from bench.serving import PLACE, free_port, running

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from kushk.renditions.narration.studio import Studio

CLICKS = 24
SENTENCES = 60
CROWD = 1_000
QUIET = 250
"""Loudness of a sample below which nothing sounds, of 32,767."""

_WATCH = """() => {
  const play = HTMLMediaElement.prototype.play;
  window.heard = 0;
  HTMLMediaElement.prototype.play = function () { window.sounding = this; return play.call(this); };
  const note = () => { window.clicked = performance.now(); };
  document.querySelector("[data-tool=listen]").addEventListener("click", note, true);
  const look = () => {
    if (window.sounding?.currentTime > 0 && !window.heard) window.heard = performance.now();
    requestAnimationFrame(look);
  };
  look();
}"""


def run(stories: int) -> list[dict[str, object]]:
    """Return the rows of the table. It works on the sample stand, however many stories are asked for."""
    del stories
    os.environ["KUSHK_NARRATE"] = "no"
    paths = _ready()
    return [*_clicks(paths), *_crowd(paths[0]), *_costs(), *_languages()]


def _ready() -> list[str]:
    from kushk.config.setup import gather_static, ready_stand

    ready_stand()
    gather_static()
    from kushk.library.api import newest_stories, story_by_public_id
    from kushk.pipeline.api import load_sample
    from kushk.reader.addresses import story_path
    from kushk.renditions.narration.api import hearing

    load_sample()
    cards = newest_stories(limit=50).cards
    return [story_path("en", card) for card in cards if hearing(story_by_public_id(card.public_id)).voice]


def _clicks(paths: list[str]) -> Iterator[dict[str, object]]:
    """Click in a real browser on story after story, none of which was ever spoken, then on the same again."""
    import shutil

    from playwright.sync_api import sync_playwright

    from kushk.config.commands.up import web_command

    port = free_port()
    with running(web_command(PLACE, port), port, {"KUSHK_PORT": str(port)}) as stand, sync_playwright() as driver:
        flags = ["--headless", "--no-sandbox", "--disable-gpu"]
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        page = browser.new_context().new_page()
        time.sleep(2)  # the stand loads its engine when it starts
        for _ in range(3):  # the first sound of a browser opens the device, whatever is played
            _click(page, stand.url + paths[0])
        fresh = [_click(page, stand.url + path) for path in paths[1:CLICKS]]
        again = [_click(page, stand.url + path) for path in paths[1:CLICKS]]
        browser.close()
    yield _spread("click to sound, nothing spoken before", fresh, "150 and 400")
    yield _spread("click to sound, spoken before", again, "60")


def _click(page: Page, url: str) -> float:
    """Return the milliseconds from a click on Listen to the first moment at which the sound runs."""
    page.goto(url)
    page.wait_for_function("() => document.querySelector('[data-tool=listen]:not([hidden])')")
    page.evaluate("sessionStorage.clear(); localStorage.clear()")
    page.evaluate(_WATCH)
    page.locator("[data-tool=listen]").hover()
    page.wait_for_timeout(random.randint(80, 200))  # a hand needs that long from pointing to clicking
    page.locator("[data-tool=listen]").click()
    page.wait_for_function("() => window.heard > 0", timeout=20_000)
    taken = float(page.evaluate("window.heard - window.clicked"))
    page.locator("[data-player=close]").click()
    return taken


def _spread(what: str, milliseconds: list[float], wanted: str) -> dict[str, object]:
    cuts = quantiles(milliseconds, n=20)
    told = f"p50 {median(milliseconds):.0f} ms, p95 {cuts[18]:.0f} ms of {len(milliseconds)}"
    return {"what": what, "measured": told, "wanted": wanted}


def _crowd(path: str) -> Iterator[dict[str, object]]:
    """Let a thousand ask for the first sentence of one story at once."""
    del path
    from kushk.renditions.narration.studio import Studio

    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(Path(folder), ["espeak"])
        studio.warm()
        plan = _plans(studio, "en", ["A thousand readers press Listen in the same moment."])[0]
        threads = [threading.Thread(target=studio.maker.clip, args=(plan,)) for _ in range(CROWD)]
        began = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        told = f"{studio.maker.made} synthesis, all answered in {time.perf_counter() - began:.2f} s"
        studio.speakers.close()
    yield {"what": f"{CROWD} at once on one story", "measured": told, "wanted": "1 synthesis"}


def _plans(studio: Studio, language: str, texts: list[str]) -> list[Any]:
    from kushk.renditions.narration.script import Line
    from kushk.renditions.narration.speaking import planned

    voice = studio.speakers.voice_for(language)
    return [
        planned(Line(str(number), "paragraph", text, language), voice, studio.speakers)
        for number, text in enumerate(texts)
    ]


def _costs() -> Iterator[dict[str, object]]:
    """Speak an English story's worth of sentences: the bare engine, then the whole way to a kept clip."""
    from kushk.renditions.narration.studio import Studio

    texts = _news("en")[:SENTENCES]
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(Path(folder), ["espeak"])
        studio.warm()
        engine, voice = studio.speakers.engines[0], studio.speakers.voice_for("en")
        began = time.perf_counter()
        bare = sum(engine.speak(text[:400], voice).seconds for text in texts)
        engine_time = time.perf_counter() - began
        began = time.perf_counter()
        clips = [studio.maker.clip(plan)[0] for plan in _plans(studio, "en", texts)]
        whole_time = time.perf_counter() - began
        sound = sum(clip.seconds for clip in clips)
        peak = _peak(engine.child.pid)
        studio.speakers.close()
    minutes = sound / 60
    mp3, opus = (sum(len(clip.mp3) for clip in clips), sum(sum(map(len, clip.opus)) for clip in clips))
    each = whole_time / len(texts) * 1000
    told = {
        "engine alone": f"{engine_time / bare:.4f} of real time, {engine_time / len(texts) * 1000:.1f} ms a sentence",
        "engine, both encodings, kept": f"{whole_time / sound:.4f} of real time, {each:.0f} ms a sentence",
        "the whole way beside the engine alone": f"{whole_time / engine_time:.1f} times",
        "size": f"MP3 {mp3 / minutes / 1000:.0f} kB, Opus {opus / minutes / 1000:.0f} kB a minute",
        "most memory of the engine's process": f"{peak:.0f} MB",
    }
    yield from ({"what": what, "measured": measured, "wanted": ""} for what, measured in told.items())


def _peak(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def _news(language: str) -> list[str]:
    file = NEWS / f"{language}.txt"
    if file.exists():
        return file.read_text(encoding="utf-8").splitlines()
    return [f"Sentence number {number} is read aloud by the harbour at half past ten." for number in range(SENTENCES)]


def _languages() -> Iterator[dict[str, object]]:
    """Speak real news in each language: words with a cue, in order, and how far cues are from where sound sets in."""
    from kushk.renditions.narration.studio import Studio

    for file in sorted(NEWS.glob("*.txt")):
        language = file.stem
        with tempfile.TemporaryDirectory() as folder:
            studio = Studio(Path(folder), ["espeak"])
            told = (
                _language(studio, language, _news(language)[:SENTENCES])
                if studio.speakers.voice_for(language)
                else "no voice"
            )
            studio.speakers.close()
        yield {"what": f"words followed, {language}", "measured": told, "wanted": "99 %"}


def _language(studio: Studio, language: str, texts: list[str]) -> str:
    from kushk.core.spoken import words_of

    words = cued = reported = 0
    ordered = True
    far: list[float] = []
    sound = 0.0
    for plan, text in zip(_plans(studio, language, texts), texts, strict=True):
        clip, notes = studio.maker.clip(plan)
        begins = [word[2] for word in notes["words"]]
        words += len(words_of(text, language))
        cued += len(begins)
        reported += len({round(begin, 3) for begin in begins})
        ordered &= begins == sorted(begins)
        far += _distances(clip.mp3, begins)
        sound += clip.seconds
    apart = (
        f", {sum(far) / len(far) * 1000:.0f} ms from the sound (mean of {len(far)} words after silence)" if far else ""
    )
    order = "in order" if ordered else "OUT OF ORDER"
    return f"{cued / words:.1%} of {words} words have a cue, {reported / words:.1%} one of their own, {order}{apart}"


def _distances(mp3: bytes, begins: list[float]) -> list[float]:
    """Return how far the cue of each word that follows silence is from where the sound sets in, in seconds."""
    import io

    import numpy as np
    import soundfile

    samples, rate = soundfile.read(io.BytesIO(mp3), dtype="int16")
    window = rate // 200
    loud = np.abs(samples[: len(samples) // window * window].reshape(-1, window)).max(axis=1) > QUIET
    onsets = [at * window / rate for at in range(8, len(loud)) if loud[at] and not loud[at - 8 : at].any()]
    nearest = [min(begins, key=lambda begin, onset=onset: abs(begin - onset)) for onset in onsets] if begins else []
    return [abs(begin - onset) for begin, onset in zip(nearest, onsets, strict=False) if abs(begin - onset) < 0.25]
