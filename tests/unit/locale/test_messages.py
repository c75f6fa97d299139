"""What templates and code say is found by reading them."""

from __future__ import annotations

from kushk.config.messages import in_code, in_template, messages


def test_the_scan_finds_what_pages_say():
    said = messages()
    assert len(said) > 80
    assert {("filter", "All"), ("", "Reading time: {duration}"), ("topic", "Science")} <= said


def test_a_template_says_texts_with_and_without_a_context():
    template = '{% say "All" "filter" %} {% words "Save" x=y %} {% say text %} {% url "x" %} {{ words }}'
    assert set(in_template(template)) == {("filter", "All"), ("", "Save")}


def test_a_text_with_signs_of_its_own():
    counted = '{% say "{count, plural, one {# line} other {# lines}}" "focus" count=count %}'
    assert list(in_template(counted)) == [("focus", "{count, plural, one {# line} other {# lines}}")]


def test_code_says_texts_in_calls():
    code = (
        'locale.message("Save", tag, "button", name=1)\nsaid("Share", tag, "", {})\nmessage(text, tag, "topic")\n'
        'TABLE = {"n": noted("Next story", "key")}\nprint("Hello")'
    )
    assert set(in_code(code)) == {("button", "Save"), ("", "Share"), ("key", "Next story")}
