"""The catalogues: nothing missing, nothing broken, nothing in the wrong script."""

from __future__ import annotations

import ast
import re
import unicodedata
from pathlib import Path

import polib
import pytest
from django.template.base import Lexer, TokenType
from django.utils.text import smart_split

from kushk.base.locale import INTERFACES, compile_all, message, wording
from kushk.base.locale.catalogue import FOLDER
from kushk.reader.topics import TOPICS

SOURCES = Path(__file__).resolve().parents[3] / "src" / "kushk"
SAMPLES = (0, 1, 2, 3, 5, 11, 21, 100, 101, 1_000_000)
CATEGORIES = {"en": {"one", "other"}, "ar": {"zero", "one", "two", "few", "many", "other"}}
SCRIPTS = {"en": "LATIN", "ar": "ARABIC"}
NEVER_TRANSLATED = ("Kushk", "GOLD")
PLACEHOLDER = re.compile(r"\{(\w+)[,}]")
CASE = re.compile(r"(zero|one|two|few|many|other) \{")


def catalogue(tag: str) -> polib.POFile:
    return polib.pofile(str(FOLDER / tag / "LC_MESSAGES" / "django.po"))


def entries(tag: str) -> dict[tuple[str, str], str]:
    return {(entry.msgctxt or "", entry.msgid): entry.msgstr for entry in catalogue(tag)}


def placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(CASE.sub("", text)))


def said_in_templates() -> set[tuple[str, str]]:
    found = set()
    for path in SOURCES.rglob("templates/**/*.html"):
        for token in Lexer(path.read_text(encoding="utf-8")).tokenize():
            bits = list(smart_split(token.contents)) if token.token_type is TokenType.BLOCK else []
            if len(bits) > 1 and bits[0] in {"say", "words"} and bits[1].startswith('"'):
                meaning = bits[2] if len(bits) > 2 and bits[2].startswith('"') else '""'
                found.add((ast.literal_eval(meaning), ast.literal_eval(bits[1])))
    return found


def said_in_code() -> set[tuple[str, str]]:
    found = set()
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "message":
                texts = [part.value for part in node.args if isinstance(part, ast.Constant)]
                if texts:
                    found.add((texts[1] if len(texts) > 1 else "", texts[0]))
    return found


WANTED = said_in_templates() | said_in_code() | {("topic", text) for text in TOPICS.values()}


def test_the_scan_finds_what_pages_say():
    assert len(WANTED) > 80
    assert ("filter", "All") in WANTED
    assert ("", "Reading time: {duration}") in WANTED


@pytest.mark.parametrize("tag", INTERFACES)
def test_every_message_of_the_pages_is_in_the_catalogue_and_no_other(tag):
    assert set(entries(tag)) == WANTED


@pytest.mark.parametrize("tag", INTERFACES)
def test_no_message_is_blank_fuzzy_or_without_a_note(tag):
    for entry in catalogue(tag):
        assert entry.msgstr.strip(), entry.msgid
        assert not entry.fuzzy, entry.msgid
        assert entry.comment, entry.msgid


def test_the_english_catalogue_says_what_the_code_says():
    assert all(msgid == text for (_, msgid), text in entries("en").items())


@pytest.mark.parametrize("tag", INTERFACES)
def test_placeholders_are_kept(tag):
    for (_, msgid), text in entries(tag).items():
        assert placeholders(text) == placeholders(msgid), msgid


@pytest.mark.parametrize("tag", INTERFACES)
def test_every_plural_names_each_category_and_shows_its_number(tag):
    counted = [msgid for _, msgid in entries(tag) if ", plural," in msgid]
    assert counted
    for msgid in counted:
        assert set(CASE.findall(wording(msgid, tag).text)) == CATEGORIES[tag]
        for count in SAMPLES:
            shown = message(msgid, tag, count=count)
            assert re.search(r"\d", shown) or (tag == "ar" and count in {0, 1, 2})


@pytest.mark.parametrize("tag", INTERFACES)
def test_every_message_can_be_formatted(tag):
    for context, msgid in entries(tag):
        values = {name: 3 if name in {"count", "number"} else "X" for name in placeholders(msgid)}
        shown = message(msgid, tag, context, **values)
        assert shown
        assert "{" not in shown


@pytest.mark.parametrize("tag", INTERFACES)
def test_no_direction_marks_hide_in_messages(tag):
    for text in entries(tag).values():
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", text)


@pytest.mark.parametrize("tag", INTERFACES)
def test_messages_are_in_the_languages_own_script(tag):
    for text in entries(tag).values():
        letters = [character for character in PLACEHOLDER.sub("", CASE.sub("", text)) if character.isalpha()]
        letters = (
            [letter for letter in letters if not letter.isascii()] if tag == "ar" and ", plural" in text else letters
        )
        own = [letter for letter in letters if unicodedata.name(letter).startswith(SCRIPTS[tag])]
        assert len(own) >= 0.9 * len(letters), text


def test_arabic_ends_with_arabic_punctuation():
    for text in entries("ar").values():
        assert not re.search(r"[\u0600-\u06ff]\s?[?,;](?!\s*plural)", text), text


@pytest.mark.parametrize("tag", INTERFACES)
def test_names_are_placeholders_never_words(tag):
    for (_, msgid), text in entries(tag).items():
        assert not any(name in msgid + text for name in NEVER_TRANSLATED), msgid


def test_a_hole_in_a_catalogue_is_known_to_be_english():
    hole = wording("No catalogue has this text", "ar")
    assert (hole.text, hole.language) == ("No catalogue has this text", "en")


def test_one_english_text_may_have_two_meanings():
    assert message("Language", "ar", "interface") != message("Language", "ar", "of stories")


def test_only_newer_catalogues_are_compiled(tmp_path):
    source = tmp_path / "xx" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "a"\nmsgstr "ب"\n')
    assert compile_all(tmp_path) == [source.with_suffix(".mo")]
    assert compile_all(tmp_path) == []
