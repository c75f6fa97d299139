"""``./kushk read --to`` and the memory as a file, as somebody types them."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from selectolax.lexbor import LexborHTMLParser

from kushk.base.options import ROOT

PAGE = """<!doctype html><html lang="en"><head><title>Gates hold</title></head><body><article>
<h1>Gates hold in the highest water for years</h1>
<p>The <a href="https://news-of-nowhere.org/water">minister of water</a> spoke on Tuesday about 47 gates, and nobody
answered him at once. The river rose all night, the shops stayed shut, and the ferry waited at the quay.</p>
<p>By morning the water had fallen again. Three cellars were wet, which is less than anybody had feared.</p>
</article></body></html>"""


def kushk(tmp_path, *arguments, engines="null"):
    own = {
        "KUSHK_DATA": str(tmp_path / "data"),
        "KUSHK_TRANSLATION": engines,
        "KUSHK_SPEECH": "null",
        "DJANGO_SETTINGS_MODULE": "kushk.config.settings",
    }
    environment = {**os.environ, **own, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "kushk", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return str(path)


def test_a_page_is_read_in_another_language_in_every_form(tmp_path, page):
    done = kushk(tmp_path, "read", page, "--to", "es", "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["language"] == "es"
    assert "47" in done.stdout
    assert "translated by Null" in done.stderr
    own = json.loads(kushk(tmp_path, "read", page, "--json").stdout)
    assert told["title"] != own["title"]
    html = LexborHTMLParser(kushk(tmp_path, "read", page, "--to", "ar", "--html").stdout)
    assert html.css("article[lang=ar][dir=rtl] a[href='https://news-of-nowhere.org/water']")
    text = kushk(tmp_path, "read", page, "--to", "AR").stdout
    assert any("\u0600" <= character <= "\u06ff" for character in text)


def test_a_translation_is_spoken(tmp_path, page):
    done = kushk(tmp_path, "read", page, "--to", "es", "--audio", str(tmp_path / "out.mp3"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out.mp3").stat().st_size > 1000
    assert "WEBVTT" in (tmp_path / "out.vtt").read_text(encoding="utf-8")


def test_a_page_in_that_language_already_stays_as_it_is(tmp_path, page):
    assert kushk(tmp_path, "read", page, "--to", "en").stdout == kushk(tmp_path, "read", page).stdout


@pytest.mark.parametrize(("target", "code"), [("tlh", "no-language-pair"), ("?!", "bad-language")])
def test_what_cannot_be_is_said_in_one_line(tmp_path, page, target, code):
    done = kushk(tmp_path, "read", page, "--to", target)
    assert done.returncode == 1
    assert done.stdout == ""
    assert f"[{code}]" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    told = json.loads(kushk(tmp_path, "read", page, "--to", target, "--json").stdout)
    assert told["error"]["code"] == code


def test_without_an_engine_it_says_which_languages_are_missing(tmp_path, page):
    done = kushk(tmp_path, "read", page, "--to", "ar", engines="ctranslate2")
    assert "cannot translate from en into ar" in done.stderr


def test_the_memory_goes_out_and_comes_in(tmp_path):
    tmx = tmp_path / "in.tmx"
    tmx.write_text(
        '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>The river rose.</seg></tuv>'
        '<tuv xml:lang="es"><seg>El río subió.</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    done = kushk(tmp_path, "languages", "import", str(tmx))
    assert done.returncode == 0, done.stderr
    assert "1 translation units" in done.stdout
    out = tmp_path / "out.tmx"
    done = kushk(tmp_path, "languages", "export", str(out), "--reviewed")
    assert done.returncode == 0, done.stderr
    assert "El río subió." in out.read_text(encoding="utf-8")
    tmx.write_text("no tmx", encoding="utf-8")
    assert "[not-tmx]" in kushk(tmp_path, "languages", "import", str(tmx)).stderr
