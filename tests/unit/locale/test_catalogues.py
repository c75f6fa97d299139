"""The stand's own catalogues: every check of every language, and that holes are known to be English."""

from __future__ import annotations

import os
import time

import pytest

from kushk.base.locale import INTERFACES, compile_all, message, wording
from kushk.base.locale import catalogue as catalogues
from kushk.base.locale.checks import catalogue, check
from kushk.config.messages import messages

PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "a"\nmsgstr "ب"\n'


@pytest.fixture(scope="module")
def english():
    return catalogue("en")


@pytest.mark.parametrize("tag", INTERFACES)
def test_nothing_is_wrong_with_the_catalogue(tag, english):
    assert [str(complaint) for complaint in check(catalogue(tag), english)] == []


def test_the_pages_say_nothing_that_the_english_catalogue_lacks(english):
    assert messages() - set(english.by_key) == set()


def test_the_english_catalogue_has_nothing_that_no_page_says(english):
    assert set(english.by_key) - messages() == set()


def test_every_catalogue_has_a_folder_and_every_folder_is_an_interface():
    assert {path.name for path in catalogues.FOLDER.iterdir() if path.is_dir()} == set(INTERFACES)


def test_a_hole_in_a_catalogue_is_known_to_be_english():
    hole = wording("No catalogue has this text", "ar")
    assert (hole.text, hole.language) == ("No catalogue has this text", "en")


def test_one_english_text_may_have_two_meanings():
    assert message("Language", "ar", "interface") != message("Language", "ar", "of stories")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    source = tmp_path / "ar" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(PO, encoding="utf-8")
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    catalogues._catalogue.cache_clear()
    yield tmp_path
    catalogues._catalogue.cache_clear()


def test_only_newer_catalogues_are_compiled(folder):
    source = folder / "ar" / "LC_MESSAGES" / "django.po"
    assert compile_all(folder) == [source.with_suffix(".mo")]
    assert compile_all(folder) == []


def test_a_catalogue_is_read_when_it_is_wanted_and_compiled_when_it_has_changed(folder):
    source = folder / "ar" / "LC_MESSAGES" / "django.po"
    assert message("a", "ar") == "ب"
    source.write_text(PO.replace("ب", "ت"), encoding="utf-8")
    os.utime(source, (time.time() + 10, time.time() + 10))
    catalogues._catalogue.cache_clear()
    assert message("a", "ar") == "ت"


def test_a_stand_that_may_not_write_beside_its_code_reads_all_the_same(folder, monkeypatch):
    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(catalogues, "_write", refuse)
    assert message("a", "ar") == "ب"
    assert not list(folder.rglob("*.mo"))
