"""Our own sentences in many languages: how each is cut is written in golden.txt."""

from pathlib import Path

import pytest

from kushk.core.segment import segment


def cases():
    language = ""
    for line in (Path(__file__).parent / "golden.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            language = line[3:]
        elif line and not line.startswith("#"):
            yield language, line


def parts_of(line):
    glued = line.replace("||", "\0|")
    parts = [part.strip() for part in glued.split(" | ")] if " | " in glued else [glued]
    return [sentence.rstrip("\0") for part in parts for sentence in part.split("\0|")]


@pytest.mark.parametrize(("language", "line"), list(cases()))
def test_a_line_is_cut_as_written(language, line):
    parts = parts_of(line)
    text = line.replace("||", "").replace(" | ", " ")
    assert [text[start:end] for start, end in segment(text, language)] == parts


def test_many_languages_are_covered():
    assert len({language for language, _ in cases()}) >= 30
