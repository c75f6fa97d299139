import pytest

from kushk.core.compose import compose
from kushk.core.document import BlockKind, Media, MediaKind
from kushk.core.draft import DraftBlock, RichText, paragraph
from kushk.core.reading import reading_minutes, word_count


@pytest.mark.parametrize(("language", "minutes"), [("en", 6), ("ar", 10), ("ja", 17), ("zh-Hant", 24), ("tlh", 6)])
def test_a_minute_holds_as_much_as_the_language_says(language, minutes):
    assert reading_minutes("x" * 6000, language) == minutes


def test_something_takes_a_minute_and_nothing_none():
    assert reading_minutes("Hi.", "en") == 1
    assert reading_minutes("", "en") == 0
    assert reading_minutes(" … !", "en") == 0
    assert reading_minutes(compose("en", [])) == 0


def test_captions_are_not_read():
    picture = DraftBlock(
        BlockKind.FIGURE, RichText("word " * 4000), media=Media(MediaKind.IMAGE, "https://example.org/a.png")
    )
    assert reading_minutes(compose("en", [paragraph("A few words."), picture])) == 1


def test_each_block_counts_in_its_own_language():
    chinese = DraftBlock(BlockKind.PARAGRAPH, RichText("字" * 2550), language="zh")
    assert reading_minutes(compose("en", [paragraph("a" * 1974), chinese])) == 12


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("One two, three—four!", "en", 4),
        ("", "en", 0),
        ("… – !", "en", 0),
        ("नमस्ते दुनिया", "hi", 2),
        ("هذا نص قصير", "ar", 3),
        ("سلام می‌روم", "fa", 2),
        ("สวัสดีชาวโลก", "th", 3),
    ],
)
def test_words_are_counted(text, language, words):
    assert word_count(text, language) == words


def test_chinese_words_are_counted_without_spaces():
    assert 3 <= word_count("我们今天去学校。", "zh") <= 5
