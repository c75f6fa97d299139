import pytest

from kushk.core.spoken import Timed, first_clause, speakable_parts, spoken, word_cues, words_of


def words(text, language="en"):
    return [text[start:end] for start, end in words_of(text, language)]


def begins(text, events, seconds=4.0, language="en"):
    cues = word_cues(words_of(text, language), spoken(text, language), events, seconds)
    return [round(cue.begins, 2) for cue in cues]


def test_words_by_language():
    assert words("“Hello,” said J.K. Rowling’s aunt—twice… (1)") == [
        *("Hello", "said", "J.K", "Rowling’s", "aunt", "twice", "1")
    ]
    assert words("$5 rose 3.5% to −3 °C & more -- now") == ["$5", "rose", "3.5%", "to", "−3", "C", "more", "now"]
    assert words("他来了。没有人在。", "zh") == ["他", "来", "了", "没有", "人", "在"]
    assert words("ประเทศไทยมีฝน", "th") == ["ประเทศไทย", "มี", "ฝน"]
    assert words("هل جاء؟ نعم، ٢٥٪", "ar") == ["هل", "جاء", "نعم", "٢٥٪"]
    assert words("हिन्दी में।", "hi") == ["हिन्दी", "में"]
    assert words("𠀀 😀他 𐐀a", "zh") == ["𠀀", "他", "𐐀a"]
    assert words("AC/DC — co-op <b>now</b>") == ["AC/DC", "co-op", "b", "now", "b"]
    assert words("... !!") == []


def test_words_without_a_moment_stand_between_their_neighbours():
    assert begins("aaa bbb ccc ddd", [Timed(0, 3, 0.0, 1.0), Timed(12, 15, 3.0, 4.0)]) == [0.0, 1.0, 2.0, 3.0]
    assert begins("aaa bbb ccc", [], 3.0) == [0.0, 1.07, 2.14]


def test_a_number_reported_three_times_begins_at_the_first():
    events = [Timed(0, 4, 0.1, 0.5), Timed(5, 8, 0.6, 1.0), Timed(6, 8, 0.8, 1.0), Timed(6, 8, 0.9, 1.2)]
    assert begins("Only 3.5 now", [*events, Timed(9, 12, 2.0, 3.0)]) == [0.1, 0.6, 2.0]


def test_an_outlier_does_not_spoil_the_rest():
    events = [Timed(0, 1, 0.0, 1), Timed(2, 3, 3.9, 4), Timed(4, 5, 2.0, 3), Timed(6, 7, 3.0, 4)]
    assert begins("a b c d", events) == [0.0, 1.0, 2.0, 3.0]


def test_moments_and_places_that_there_are_not():
    events = [
        Timed(-9, -5, 1.0, 2.0),
        Timed(50, 90, 1.0, 2.0),
        Timed(2, 3, float("nan"), 2.0),
        Timed(2, 3, 99.0, 100.0),
    ]
    assert begins("a b", events, 2.0) == [0.0, 1.2]


def test_a_word_ends_as_the_next_begins_and_the_last_with_its_sound():
    cues = word_cues(words_of("a b", "en"), spoken("a b", "en"), [Timed(0, 1, 0, 1), Timed(2, 3, 1.5, 1.9)], 4.0)
    assert [(cue.begins, cue.ends) for cue in cues] == [(0, 1.5), (1.5, 1.9)]


def test_what_is_said_otherwise_lights_the_word_that_it_stands_for():
    text = "About €3.5 million went."
    form = spoken(text, "en")
    events = [Timed(form.text.index(word), form.text.index(word) + len(word), moment, moment + 1)
              for moment, word in enumerate(form.text.split())]  # fmt: skip
    assert begins(text, events, 6.0) == [0.0, 1.0, 2.0, 4.0]


def test_long_digits_take_longer():
    quick, slow = (begins(text, [], 10.0)[1] for text in ("abcd end", "1984 end"))
    assert slow > quick


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("On Monday, the minister said that it would rain.", "On Monday, "),
        ("The minister said on Monday evening that it rained.", "The minister said on Monday evening "),
        ("Short one.", "Short one."),
        ("Yes, the minister said so, and then he left town.", "Yes, the minister said so, "),
        ("昨天下午，部长在北京说明天会下雨。", "昨天下午，"),
        ("", ""),
    ],
)
def test_first_clause(text, first):
    language = "zh" if "部" in text else "en"
    assert text[: first_clause(text, language)] == first


def test_long_sentences_are_cut_where_a_speaker_breathes():
    text = "one two three, four five six seven 1,234 eight"
    assert [text[start:end] for start, end in speakable_parts(text, 25)] == [
        "one two three, ",
        "four five six seven ",
        "1,234 eight",
    ]
    assert [end for _, end in speakable_parts("e\u0301" * 10, 5)] == [4, 8, 12, 16, 20]
    assert speakable_parts("") == ()
