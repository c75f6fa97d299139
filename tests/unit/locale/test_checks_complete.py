"""The checks for completeness complain of faults that were put in."""

from __future__ import annotations

from tests.unit.locale.seeds import NOTE, catalogue_with, rules_broken

from kushk.base.locale.checks import Catalogue, Entry, check

ENGLISH = catalogue_with("en", ("Save", "Save"), ("Share", "Share"))


def complaints(*entries: Entry) -> set[tuple[str, str]]:
    found = check(Catalogue("de", entries), ENGLISH)
    return {(complaint.rule, complaint.msgid) for complaint in found if complaint.msgid}


def test_a_message_that_is_not_there():
    assert complaints(Entry("", "Save", "Speichern", NOTE)) == {("missing", "Share")}


def test_a_message_that_nothing_says_and_one_that_stands_there_twice():
    save, share = Entry("", "Save", "Speichern", NOTE), Entry("", "Share", "Teilen", NOTE)
    assert complaints(save, share, save, Entry("", "Send", "Senden", NOTE)) == {
        ("twice", "Save"),
        ("superfluous", "Send"),
    }


def test_the_same_text_in_another_context_is_another_message():
    save, share = Entry("button", "Save", "Speichern", NOTE), Entry("", "Share", "Teilen", NOTE)
    assert complaints(save, share) == {("missing", "Save"), ("superfluous", "Save")}


def test_blank_fuzzy_and_unexplained_messages():
    save = Entry("", "Save", " ", NOTE)
    share = Entry("", "Share", "Teilen", "", fuzzy=True)
    assert {("blank", "Save"), ("no-note", "Share"), ("fuzzy", "Share")} <= complaints(save, share)


def test_english_that_was_left_standing():
    assert "english" in rules_broken("fa", "Share", "Share")
    assert "english" in rules_broken("de", "Share", "Share")
    assert "english" in rules_broken("en", "Share", "Pass on")


def test_a_cognate_and_a_bare_placeholder_may_be_the_same():
    assert rules_broken("fr", "Culture", "Culture") == set()
    assert "english" in rules_broken("fr", "Education", "Education")
    assert rules_broken("fr", "{count, number} / 3", "{count, number} / 3") == set()


def test_a_complaint_says_where_and_what():
    (complaint,) = [each for each in check(catalogue_with("ms"), catalogue_with("en", ("Save", "x"))) if each.msgid]
    assert str(complaint) == "missing: 'Save': not in the catalogue"
