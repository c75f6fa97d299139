"""Languages come from a file, a folder or a catalogue on a local server, are tried before being kept, and removed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

import pytest
from tests.functional.cli.fileserver import Files, serving
from tests.unit.engines.translation import tinymt

from kushk.config import downloading
from kushk.config.cli import main
from kushk.config.commands import languages as command
from kushk.engines.translation.neural.catalogue import (
    MOST_BYTES,
    BadLanguageCatalogue,
    PairNotInCatalogue,
    model_for,
    read_catalogue,
)
from kushk.pipeline import web

pytest.importorskip("ctranslate2")

PART = 20_000
URL = "https://a.example/index.json"


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    where = tmp_path_factory.mktemp("argos")
    return tinymt.packed(tinymt.write_argos(where / "made"), where / "x.argosmodel").read_bytes()


def entry(link: str, source: str = "en", target: str = "ar", version: str = "1.9", **more) -> dict:
    return {
        "package_version": version,
        "argos_version": "1.9",
        "from_code": source,
        "from_name": "English",
        "to_code": target,
        "to_name": "Arabic",
        "code": f"translate-{source}_{target}",
        "links": [link],
        **more,
    }


@pytest.fixture
def catalogue(monkeypatch, tmp_path, archive) -> Iterator[str]:
    index = [entry("/old", version="1.0"), entry("/models/new"), entry("/models/fr", target="fr"), {"code": "odd"}]
    files = {"/index.json": json.dumps(index).encode(), "/models/new": archive, "/old": b"old", "/models/fr": b"no"}
    with serving(files) as host:
        monkeypatch.setenv("KUSHK_ALLOW_HOSTS", host)
        monkeypatch.setenv("KUSHK_LANGUAGES_CATALOGUE", f"http://{host}/index.json")
        monkeypatch.setenv("KUSHK_TRANSLATION", "ctranslate2")
        monkeypatch.setenv("KUSHK_DATA", str(tmp_path))
        monkeypatch.setattr(downloading, "PART", PART)
        monkeypatch.setattr(command, "PLACES", {"catalogue": command._from_catalogue})
        web.web.cache_clear()
        yield host
    web.web.cache_clear()


def change_index(entries: list[dict]) -> None:
    Files.files["/index.json"] = json.dumps(entries).encode()


def models(tmp_path) -> set[str]:
    folder = tmp_path / "languages"
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")} if folder.exists() else set()


def test_a_pair_comes_from_the_catalogue_in_its_newest_release(catalogue, tmp_path, capsys, archive):
    assert main(["languages", "add", "en", "ar", "--yes"]) == 0
    told = capsys.readouterr().out
    assert "en into ar, version 1.9" in told
    assert f"{len(archive) / 1e6:.1f} MB" in told
    assert "licence: not stated" in told
    assert models(tmp_path) == {"argos-en-ar"}
    note = json.loads((tmp_path / "languages" / "argos-en-ar" / "kushk.json").read_text(encoding="utf-8"))
    assert note["source"] == f"http://{catalogue}/models/new"
    assert note["sha256"] == hashlib.sha256(archive).hexdigest()
    assert not list((tmp_path / "languages" / ".downloads").iterdir())
    assert main(["languages"]) == 0
    listed = capsys.readouterr().out
    assert "ctranslate2: well, 1 models, 1 pairs" in listed
    assert "en > ar" in listed
    assert "licence not stated" in listed
    assert main(["languages", "remove", "argos-en-ar"]) == 0
    assert models(tmp_path) == set()


def test_licence_and_size_that_are_stated_are_shown(catalogue, tmp_path, capsys, archive):
    facts = {"license": "CC BY 4.0", "size": len(archive), "sha256": hashlib.sha256(archive).hexdigest()}
    change_index([entry("/models/new", **facts)])
    assert main(["languages", "add", "eng", "ara", "--yes"]) == 0
    assert "licence: CC BY 4.0" in capsys.readouterr().out
    assert main(["languages"]) == 0
    assert "CC BY 4.0" in capsys.readouterr().out


def test_nothing_is_downloaded_without_a_yes(catalogue, tmp_path, capsys):
    assert main(["languages", "add", "en", "ar"]) == 1
    assert "Nothing was downloaded" in capsys.readouterr().out
    assert models(tmp_path) == set()
    assert {wanted for path, wanted in Files.asked if path == "/models/new"} == {"bytes=0-0"}


def test_a_broken_download_is_gone_on_with(catalogue, tmp_path):
    Files.broken = {"/models/new"}
    assert main(["languages", "add", "en", "ar", "--yes"]) == 1
    assert models(tmp_path) == set()
    Files.asked.clear()
    assert main(["languages", "add", "en", "ar", "--yes"]) == 0
    assert models(tmp_path) == {"argos-en-ar"}
    parts = [wanted for path, wanted in Files.asked if path == "/models/new" and wanted != "bytes=0-0"]
    assert parts[0] == f"bytes={PART}-{2 * PART - 1}"


def test_another_address_is_tried_when_the_first_one_fails(catalogue, tmp_path):
    change_index([entry("") | {"links": ["/gone", "/models/new"]}])
    assert main(["languages", "add", "en", "ar", "--yes"]) == 0
    assert models(tmp_path) == {"argos-en-ar"}


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"sha256": "0" * 64}, "bad-language-model"),
        ({"size": 5}, "wrong-checksum"),
        ({"size": 1 << 40}, "wrong-checksum"),
        ({"links": ["/old"]}, "bad-language-model"),
        ({"links": ["/gone"]}, "bad-status"),
        ({"links": ["http://127.0.0.1:1/x"]}, "address-refused"),
        ({"links": ["file:///etc/passwd"]}, "bad-language-catalogue"),
    ],
)
def test_what_is_not_what_was_announced_is_not_kept(catalogue, tmp_path, capsys, facts, code):
    change_index([entry("/models/new", **facts)])
    assert main(["languages", "add", "en", "ar", "--yes"]) == 1
    told = capsys.readouterr().err.strip().splitlines()[-1]
    assert f"[{code}]" in told
    assert models(tmp_path) == set()


def test_a_name_in_the_catalogue_cannot_lead_out_of_the_folder(catalogue, tmp_path):
    change_index([entry("/models/new", code="../../evil")])
    assert main(["languages", "add", "en", "ar", "--yes"]) == 0
    assert models(tmp_path) == {"argos-en-ar"}
    assert not list(tmp_path.parent.glob("*evil*"))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["add", "en", "de", "--yes"], "pair-not-in-catalogue"),
        (["add", "nofile.argosmodel"], "no-model-file"),
        (["add"], "no-language-named"),
        (["add", "en", "ar", "fr"], "no-language-named"),
        (["add", "en", "!"], "no-language-named"),
        (["remove"], "no-language-named"),
        (["remove", "../x"], "model-not-added"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(catalogue, arguments, code, capsys):
    assert main(["languages", *arguments]) == 1
    told = capsys.readouterr().err.strip()
    assert f"[{code}]" in told
    assert "\n" not in told


def test_without_a_catalogue_that_is_said(catalogue, monkeypatch, capsys):
    monkeypatch.delenv("KUSHK_LANGUAGES_CATALOGUE")
    assert main(["languages", "add", "en", "ar"]) == 1
    assert "[no-language-catalogue]" in capsys.readouterr().err


def test_a_pair_is_taken_from_the_first_place_that_has_it(catalogue, monkeypatch, tmp_path):
    asked = []

    def place(answer):
        return lambda pair, *, sure: (asked.append((answer, pair, sure)), answer)[1]

    monkeypatch.setattr(command, "PLACES", {"a": place(None), "b": place(False), "c": place(True)})
    assert main(["languages", "add", "en", "ar", "--yes"]) == 1
    assert asked == [(None, ("en", "ar"), True), (False, ("en", "ar"), True)]


def test_models_are_added_from_files_and_folders(catalogue, tmp_path, capsys, archive):
    path = tmp_path / "mine.argosmodel"
    path.write_bytes(archive)
    assert main(["languages", "add", str(path), "--licence", "CC0"]) == 0
    assert "Licence: CC0." in capsys.readouterr().out
    opus = tinymt.write_opus(tmp_path / "mine")
    assert main(["languages", "add", str(opus)]) == 1
    assert "bad-language-model" in capsys.readouterr().err
    assert main(["languages", "add", str(opus), "--pair", "en", "es"]) == 0
    assert main(["languages", "add", str(tinymt.write_nllb(tmp_path / "nllb-tiny"))]) == 0
    assert "and 3 more pairs" in capsys.readouterr().out
    assert models(tmp_path) == {"argos-en-ar", "opus-mt-en-es", "nllb-tiny"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"{",
        b"null",
        b"\xff",
        b"[" * 200_000,
        b"[1, null, []]",
        b'[{"from_code": 1, "to_code": [], "links": 5}]',
        b"[" + b" " * MOST_BYTES + b"]",
        b"[" + b"{}," * 20_001 + b"{}]",
    ],
    ids=range(10),
)
def test_what_is_no_catalogue_is_told_so(data):
    with pytest.raises(BadLanguageCatalogue):
        read_catalogue(data, URL)


@pytest.mark.parametrize(
    ("links", "kept"),
    [
        (["https://b.example/x"], ("https://b.example/x",)),
        (["x.argosmodel"], ("https://a.example/x.argosmodel",)),
        (["file:///etc/passwd", "ftp://b.example/x", "http://b.example/x"], ("http://b.example/x",)),
        (["https://b.example/x"] * 3, ("https://b.example/x",)),
        (["http://[", "http://", 5, None, "https://b.example/" + "x" * 3000, "http://b.example/y"], ("http://b.example/y",)),
    ],
)  # fmt: skip
def test_only_links_of_the_web_are_kept(links, kept):
    (found,) = read_catalogue(json.dumps([entry("") | {"links": links}]).encode(), URL)
    assert found.links == kept


def test_the_newest_release_is_taken_and_odd_facts_are_left_out():
    entries = [
        entry("/1", version="1.10"),
        entry("/2", version="1.9"),
        entry("/3", version="9.9", type="sbd"),
        entry("/4", version="9.9", source="en", target="en"),
        entry("/5", target="zt", version="x", size="big", license=["CC"], sha256="z", code="a/../b"),
    ]
    found = read_catalogue(json.dumps(entries).encode(), URL)
    assert model_for(found, "en", "ar").links == ("https://a.example/1",)
    assert model_for(found, "en-GB", "ar-EG").links == ("https://a.example/1",)
    odd = model_for(found, "en", "zh-Hant")
    assert (odd.size, odd.licence, odd.sha256, odd.code) == (0, "", "", "translate-en-zh-Hant")
    with pytest.raises(PairNotInCatalogue, match="ar, zh-Hant"):
        model_for(found, "en", "fr")
    with pytest.raises(PairNotInCatalogue, match="nothing"):
        model_for(found, "fr", "en")


def test_an_empty_catalogue_has_nothing():
    with pytest.raises(PairNotInCatalogue):
        model_for(read_catalogue(b"[]", URL), "en", "ar")
