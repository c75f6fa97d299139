"""A new catalogue is made from the English one; an update adds and removes, and changes nothing else."""

from __future__ import annotations

import shutil

import polib
import pytest

from kushk.base.locale import catalogue as catalogues
from kushk.base.locale import noted
from kushk.base.locale.checks import catalogue
from kushk.config.catalogues import CatalogueExists, NotATag, new_catalogue, path_of, update_catalogues
from kushk.config.cli import main


@pytest.fixture
def folder(tmp_path):
    for tag in ("en", "ar", "ja"):
        path_of(tag, tmp_path).parent.mkdir(parents=True)
        shutil.copy(path_of(tag, catalogues.FOLDER), path_of(tag, tmp_path))
    return tmp_path


def test_a_new_catalogue_has_every_message_with_its_note_and_no_translation(folder):
    path = new_catalogue("sw", folder)
    made = polib.pofile(str(path))
    assert made.metadata["Language"] == "sw"
    assert set(catalogue("sw", folder).by_key) == set(catalogue("en", folder).by_key)
    assert all(entry.comment and not entry.msgstr for entry in made)


def test_a_catalogue_is_never_written_over_and_a_tag_is_a_tag(folder):
    with pytest.raises(CatalogueExists):
        new_catalogue("ar", folder)
    for tag in ("../evil", "pt_BR", "PT-br", "", "Kiswahili"):
        with pytest.raises(NotATag):
            new_catalogue(tag, folder)


def test_an_update_without_news_changes_no_byte(folder):
    before = {tag: path_of(tag, folder).read_bytes() for tag in ("en", "ar", "ja")}
    changes = update_catalogues(catalogue("en", folder).by_key, folder)
    assert [(change.added, change.removed) for change in changes] == [((), ())] * 3
    assert {tag: path_of(tag, folder).read_bytes() for tag in ("en", "ar", "ja")} == before


def test_an_update_adds_what_is_said_and_removes_what_is_not(folder):
    wanted = (set(catalogue("en", folder).by_key) - {("", "Front page")}) | {("sea", "Ferry {name}")}
    update_catalogues(wanted, folder)
    for tag in ("en", "ar", "ja"):
        assert set(catalogue(tag, folder).by_key) == wanted
    added = catalogue("ar", folder).by_key["sea", "Ferry {name}"]
    assert (added.text, added.note) == ("", "")
    assert catalogue("en", folder).by_key["sea", "Ferry {name}"].text == "Ferry {name}"
    assert catalogue("ar", folder).by_key["", "Search"].text == "بحث"


def test_an_update_copies_the_english_notes(folder):
    english = polib.pofile(str(path_of("en", folder)))
    english.find("Search").comment = "Another note."
    english.save()
    update_catalogues(catalogue("en", folder).by_key, folder)
    assert catalogue("ja", folder).by_key["", "Search"].note == "Another note."


def test_a_noted_text_is_the_text():
    assert noted("Next story", "key") == "Next story"


def test_the_command_says_which_language_has_faults(folder, monkeypatch, capsys):
    monkeypatch.setattr(catalogues, "FOLDER", folder)
    assert main(["strings", "--check", "xx"]) == 1
    assert "xx: there is no such catalogue" in capsys.readouterr().out
    assert main(["strings", "--check", "ja"]) == 0
    assert capsys.readouterr().out == "ja: well\n"
    text = path_of("ja", folder).read_text(encoding="utf-8")
    path_of("ja", folder).write_text(text.replace("{stand}はニューススタンドです", "売店です"), encoding="utf-8")
    assert main(["strings", "--check", "ja"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("ja: 1 complaints")
    assert "placeholders: '{stand} is a newsstand" in said


def test_the_command_makes_updates_and_compiles(folder, monkeypatch, capsys):
    monkeypatch.setattr(catalogues, "FOLDER", folder)
    assert main(["strings", "--new", "sw"]) == 0
    assert "sw/LC_MESSAGES/django.po" in capsys.readouterr().out
    assert main(["strings", "--new", "sw"]) == 1
    assert "catalogue-exists" in capsys.readouterr().err
    assert main(["strings", "--update"]) == 0
    assert "\nsw: " in capsys.readouterr().out
    assert main(["strings"]) == 0
    assert "ar django.mo" in capsys.readouterr().out
    assert main(["strings"]) == 0
    assert capsys.readouterr().out == ""
