"""Stories made of tones, in real browsers: how long they are said to be, and what is heard after each seek.

Chromium is driven as in the other tests. Firefox runs the same page by itself, where it is installed.
"""

from __future__ import annotations

import json
import os
import queue
import re
import shutil
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.browser.conftest import FLAGS
from tests.unit.narration.sounds import TONES, story

from kushk.renditions.narration.sound import mp3, opus, webm
from kushk.renditions.narration.sound.grid import LEAD, starts
from kushk.renditions.narration.sound.parts import Joined, Tags

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not opus.available(), reason="needs libopus (Debian: apt-get install libopus0)"),
]

CHECKS = Path(__file__).parent / "checks"
SHOW = os.environ.get("KUSHK_SOUND", "")
"""A folder to leave what the browsers told in; nothing is kept when empty."""

PREFERENCES = {
    "media.autoplay.default": 0,
    "media.autoplay.blocking_policy": 0,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.aboutwelcome.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "extensions.update.enabled": False,
    "browser.safebrowsing.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "http://127.0.0.1:9/",
}


class Player(BaseHTTPRequestHandler):
    """Serves one story in every form, in ranges, and waits for what was heard."""

    protocol_version = "HTTP/1.1"
    files: dict[str, tuple[str, Joined]]
    heard: queue.Queue

    def log_message(self, *arguments):
        pass

    def do_POST(self):
        self.heard.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self._answer(204, "text/plain", b"")

    def do_GET(self):
        if self.path not in self.files:
            self._answer(404, "text/plain", b"")
            return
        kind, file = self.files[self.path]
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        if not asked:
            self._answer(200, kind, file.read())
            return
        start, end = int(asked[1]), min(int(asked[2] or file.size), file.size - 1) + 1
        self._answer(206, kind, file.read(start, end), f"bytes {start}-{end - 1}/{file.size}")

    def _answer(self, status: int, kind: str, body: bytes, part: str = ""):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Accept-Ranges", "bytes")
        if part:
            self.send_header("Content-Range", part)
        self.end_headers()
        self.wfile.write(body)


def plain(kind: str, data: bytes) -> tuple[str, Joined]:
    return kind, Joined(data, (), lambda number: b"", 0)


@pytest.fixture(scope="module")
def plan():
    clips = story()
    tags = Tags("Twelve tones", "Kushk", language="en", comment="Synthetic voice: none, these are tones")
    order = [number * 5 % len(TONES) for number in range(5, 5 + len(TONES))]
    told = {"tones": TONES, "starts": starts(clip.steps for clip in clips), "lead": LEAD, "order": order}
    files = {
        "/": plain("text/html", (CHECKS / "sound.html").read_bytes()),
        "/sound.js": plain("text/javascript", (CHECKS / "sound.js").read_bytes()),
        "/plan.json": plain("application/json", json.dumps(told).encode()),
        "/story.mp3": ("audio/mpeg", mp3.joined([c.steps for c in clips], lambda k: clips[k].mp3, tags)),
        "/story.webm": ("audio/webm", webm.joined([c.shape for c in clips], lambda k: clips[k].opus, tags)),
    }
    for number, clip in enumerate(clips):
        files[f"/clip/{number}.webm"] = plain("audio/webm", webm.clip(clip.opus))
    return told, files


@pytest.fixture(scope="module")
def stage(plan):
    """The address of the page, and the queue in which its words arrive."""
    heard: queue.Queue = queue.Queue()
    player = type("Own", (Player,), {"files": plan[1], "heard": heard})
    with ThreadingHTTPServer(("127.0.0.1", 0), player) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", heard
        server.shutdown()


def heard_in_chromium(address: str, heard: queue.Queue, profile: Path) -> dict:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("needs Chromium (Debian: apt-get install chromium)")
    more = ["--autoplay-policy=no-user-gesture-required", "--remote-debugging-port=0", f"--user-data-dir={profile}"]
    return _heard([found, *FLAGS, *more, address], heard, profile)


def heard_in_firefox(address: str, heard: queue.Queue, profile: Path) -> dict:
    found = shutil.which("firefox-esr") or shutil.which("firefox")
    if found is None:
        pytest.skip("needs Firefox (Debian: apt-get install firefox-esr)")
    lines = (f'user_pref("{name}", {json.dumps(value)});' for name, value in PREFERENCES.items())
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    return _heard([found, "--headless", "--no-remote", "--profile", str(profile), address], heard, profile)


def _heard(command: list[str], heard: queue.Queue, home: Path) -> dict:
    """Open the page in a browser of its own, which tells the server what it heard; then end the browser."""
    environment = {**os.environ, "HOME": str(home)}
    quiet = subprocess.DEVNULL
    browser = subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet)
    try:
        return heard.get(timeout=150)
    finally:
        browser.terminate()
        browser.wait(timeout=20)


@pytest.mark.slow
@pytest.mark.parametrize("browser", ["chromium", "firefox"])
def test_every_form_is_as_long_as_it_says_and_seeks_to_the_right_sentence(browser, plan, stage, tmp_path):
    listen = {"chromium": heard_in_chromium, "firefox": heard_in_firefox}[browser]
    result = listen(*stage, tmp_path)
    if SHOW:
        Path(SHOW, f"{browser}.json").write_text(json.dumps(result, indent=1), encoding="utf-8")
    told = plan[0]
    length = told["starts"][-1]
    for form in ("mp3", "webm", "clips"):
        played = result[form]
        assert "error" not in played, (form, played)
        assert played["duration"] == pytest.approx(length, abs=0.05), form
        pitches = {seek["number"]: seek["hertz"] for seek in played["seeks"]}
        assert pitches == pytest.approx(dict(enumerate(TONES)), abs=30), form
        assert played["ended"], form
        assert played["end"] == pytest.approx(length, abs=0.05), form
    assert len(result["clips"]["ranges"]) == 1, "clips that were appended leave holes"
    for form in ("mp3_onsets", "webm_onsets"):
        assert max(map(abs, result[form]["late"])) < 30, form
