"""Inputs that are no story, or far too much of one, end in a clear error or in bounded time."""

import time
from contextlib import suppress

import pytest

from kushk.sources.formats.errors import EmptyInput, FormatError, Malformed, NoStory, TooLarge, UnknownFormat
from kushk.sources.formats.pasted import parse_pasted


@pytest.mark.parametrize("source", ["", " \n\t\r\n", b"", "\n" * 1_000_000, "\u200f\n\u200b\n\ufeff"])
def test_nothing_is_said_to_be_nothing(source):
    with pytest.raises(EmptyInput):
        parse_pasted(source)


@pytest.mark.parametrize(
    "source",
    [
        "Listen\nTranslate\nShare\n- +\nChange font size",
        "استمع\nمشاركة\nتسجيل الدخول",
        "Home | News | Sport\nMenu\nSign in",
    ],
)
def test_an_interface_without_a_story_is_no_story(source):
    with pytest.raises(NoStory):
        parse_pasted(source)


@pytest.mark.parametrize(
    "source", [b"%PDF-1.7\n%\xe2\xe3", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), bytes(range(32)) * 50]
)
def test_bytes_that_are_no_text_are_refused(source):
    with pytest.raises(UnknownFormat):
        parse_pasted(source)


def test_too_much_is_refused():
    with pytest.raises(TooLarge):
        parse_pasted("a" * (17 * 1024 * 1024))
    with pytest.raises(Malformed):
        parse_pasted("\n".join(f"line {number}" for number in range(60_000)))


def test_one_long_line_stays_one_paragraph():
    line = "word " * 100_000
    assert parse_pasted(line).document.paragraphs == (line.strip(),)


def test_a_line_of_megabytes_ends_in_one_paragraph():
    story = parse_pasted("word " * 1_000_000)
    assert len(story.document.paragraphs) == 1
    assert story.document.paragraphs[0].startswith("word word")


@pytest.mark.parametrize(
    "line", ["1 a {n}", "May {n}, 2024 | x", "By {n} By", "((((({n}", "> {n} > a > b", "word {n} word word word"]
)
def test_time_grows_no_faster_than_the_text(line):
    def seconds(lines):
        text = "\n".join(line.format(n=number) for number in range(lines))
        started = time.perf_counter()
        with suppress(FormatError):
            parse_pasted(text)
        return time.perf_counter() - started

    seconds(200)
    small, large = seconds(1_500), seconds(6_000)
    assert large < 12 * small + 0.5
