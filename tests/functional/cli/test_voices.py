"""Voices are added from a file or from a catalogue on a local server, tried before they are kept, and removed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

import pytest
from tests.functional.cli.fileserver import Files, serving
from tests.unit.engines import tiny

from kushk.config import downloading
from kushk.config.cli import main
from kushk.engines.speech.piper.catalogue import BadCatalogue, NotInCatalogue, read_catalogue, voices_for
from kushk.pipeline import web

pytest.importorskip("onnxruntime")


@pytest.fixture
def catalogue(monkeypatch, tmp_path) -> Iterator[str]:
    with serving(files()) as host:
        monkeypatch.setenv("KUSHK_ALLOW_HOSTS", host)
        monkeypatch.setenv("KUSHK_VOICES_CATALOGUE", f"http://{host}/voices.json")
        monkeypatch.setenv("KUSHK_DATA", str(tmp_path))
        monkeypatch.setattr(downloading, "PART", 700)
        web.web.cache_clear()
        yield host
    web.web.cache_clear()


def files() -> dict[str, bytes]:
    model, description = tiny.model(), json.dumps(tiny.configuration("ar_JO", "ar")).encode()
    card = b"# Model card\n* License: CC BY 4.0\n"
    held = {"ar/v.onnx": model, "ar/v.onnx.json": description, "ar/MODEL_CARD": card}
    facts = {
        path: {"size_bytes": len(data), "md5_digest": hashlib.md5(data, usedforsecurity=False).hexdigest()}
        for path, data in held.items()
    }
    entry = {"key": "ar_JO-v-low", "name": "v", "language": {"code": "ar_JO"}, "quality": "low", "files": facts}
    catalogue = {"ar_JO-v-low": entry, "xx-broken": {"files": {}}}
    return {"/voices.json": json.dumps(catalogue).encode(), **{f"/{path}": data for path, data in held.items()}}


def voices(tmp_path) -> set[str]:
    folder = tmp_path / "voices"
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")} if folder.exists() else set()


ALL = {"v.onnx", "v.onnx.json", "v.onnx.note.json"}


def test_a_voice_comes_from_the_catalogue_with_its_licence(catalogue, tmp_path, capsys):
    assert main(["voices", "add", "ar", "--yes"]) == 0
    told = capsys.readouterr().out
    assert "ar-JO" in told
    assert "License: CC BY 4.0" in told
    assert "MB" in told
    assert voices(tmp_path) == ALL
    assert main(["voices"]) == 0
    listed = capsys.readouterr().out
    assert "piper: well, 1 voices" in listed
    assert "piper/v" in listed
    assert "CC BY 4.0" in listed
    assert main(["voices", "remove", "piper/v"]) == 0
    assert voices(tmp_path) == set()


def test_nothing_is_downloaded_without_a_yes(catalogue, tmp_path):
    assert main(["voices", "add", "ar"]) == 1
    assert voices(tmp_path) == set()
    assert not any(path.endswith(".onnx") for path, _ in Files.asked)


def test_a_broken_download_is_gone_on_with(catalogue, tmp_path, capsys):
    Files.broken = {"/ar/v.onnx"}
    assert main(["voices", "add", "ar", "--yes"]) == 1
    assert voices(tmp_path) == set()
    Files.asked.clear()
    assert main(["voices", "add", "ar", "--yes"]) == 0
    assert voices(tmp_path) == ALL
    parts = [wanted for path, wanted in Files.asked if path == "/ar/v.onnx"]
    assert parts
    assert parts[0] == "bytes=700-1399"


def test_a_catalogue_cannot_lead_out_of_the_folder_of_voices(catalogue, tmp_path, capsys):
    kept = tmp_path / "mine.txt"
    kept.write_text("mine")
    held = json.loads(Files.files["/voices.json"])
    Files.files["/voices.json"] = json.dumps({"../..": held["ar_JO-v-low"]}).encode()
    assert main(["voices", "add", "ar", "--yes"]) == 1
    assert "not-in-catalogue" in capsys.readouterr().err
    assert kept.exists()


def test_a_quality_that_is_not_there_is_not_replaced_by_another(catalogue, tmp_path, capsys):
    assert main(["voices", "add", "ar", "--quality", "high", "--yes"]) == 1
    assert "ar high" in capsys.readouterr().err
    assert main(["voices", "add", "ar", "--quality", "low", "--yes"]) == 0
    note = json.loads((tmp_path / "voices" / "v.onnx.note.json").read_text(encoding="utf-8"))
    assert note["sha256"] == hashlib.sha256(tiny.model()).hexdigest()
    assert note["source"].endswith("/ar/v.onnx")
    assert note["licence"] == "CC BY 4.0"
    assert note["added"]


def test_a_file_whose_size_is_not_announced_is_fetched_to_its_end(catalogue, tmp_path):
    for length in (1, 699, 700, 701, 1400, 2100):
        Files.files["/x"] = (bytes(range(256)) * 9)[:length]
        downloading.download(web.web(), f"http://{catalogue}/x", tmp_path / "x", size=0, md5="")
        assert (tmp_path / "x").read_bytes() == Files.files["/x"]


def test_a_part_that_is_too_long_is_not_kept(catalogue, tmp_path):
    Files.files["/x"] = b"abc"
    (tmp_path / "x.part").write_bytes(b"abcdef")
    with pytest.raises(downloading.WrongChecksum):
        downloading.download(web.web(), f"http://{catalogue}/x", tmp_path / "x", size=3, md5="")
    downloading.download(web.web(), f"http://{catalogue}/x", tmp_path / "x", size=3, md5="")
    assert (tmp_path / "x").read_bytes() == b"abc"


def test_what_is_not_what_was_announced_is_not_kept(catalogue, tmp_path, capsys):
    Files.files["/ar/v.onnx"] = Files.files["/ar/v.onnx"][:-1] + b"x"
    assert main(["voices", "add", "ar", "--yes"]) == 1
    assert "wrong-checksum" in capsys.readouterr().err
    assert voices(tmp_path) == set()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["add", "xx", "--yes"], "not-in-catalogue"),
        (["add", "nofile.onnx"], "no-voice-file"),
        (["add"], "nothing-named"),
        (["remove", "piper/../x"], "voice-not-added"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(catalogue, arguments, code, capsys):
    assert main(["voices", *arguments]) == 1
    told = capsys.readouterr().err.strip()
    assert f"[{code}]" in told
    assert "\n" not in told


def test_a_file_that_does_not_speak_is_refused_and_leaves_nothing(catalogue, tmp_path, capsys):
    path = tiny.write(tmp_path / "mine" / "bad.onnx")
    path.write_bytes(b"no model at all")
    assert main(["voices", "add", str(path)]) == 1
    assert "bad-voice" in capsys.readouterr().err
    assert voices(tmp_path) == set()
    good = tiny.write(tmp_path / "mine" / "good.onnx")
    assert main(["voices", "add", str(good), "--licence", "CC0"]) == 0
    assert "good.onnx" in voices(tmp_path)


def test_a_story_is_read_into_a_file(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("KUSHK_DATA", str(tmp_path))
    text = tmp_path / "story.txt"
    text.write_text("Tide gates hold\n\nThe water rose at night. Nobody slept.\n", encoding="utf-8")
    out = tmp_path / "out.mp3"
    assert main(["read", str(text), "--audio", str(out), "--voice", "espeak/en-us"]) == 0
    assert out.read_bytes()[:3] == b"ID3"
    assert b"espeak" in out.read_bytes()[:2000]
    assert out.with_suffix(".vtt").read_text(encoding="utf-8").startswith("WEBVTT")
    assert main(["read", str(text), "--audio", str(tmp_path / "no" / "out.mp3")]) == 1
    assert "cannot-write" in capsys.readouterr().err
    assert main(["read", str(text), "--audio", str(out), "--voice", "espeak/nobody"]) == 1
    assert "no-such-voice" in capsys.readouterr().err


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"a": 1}', b"\xff"])
def test_what_is_no_catalogue_is_told_so(data):
    with pytest.raises(BadCatalogue):
        read_catalogue(data, "https://a.example/voices.json")


def test_a_medium_voice_is_taken_before_a_high_one():
    def entry(quality: str) -> dict:
        return {"language": {"code": "en_GB"}, "quality": quality, "files": {"a.onnx": {}, "a.onnx.json": {}}}

    catalogue = {quality: entry(quality) for quality in ("high", "x_low", "medium")}
    entries = read_catalogue(json.dumps(catalogue).encode(), "")
    assert [each.quality for each in voices_for(entries, "en")] == ["medium", "x_low", "high"]
    with pytest.raises(NotInCatalogue):
        voices_for(entries, "fr")
