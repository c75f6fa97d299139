import time

from kushk.core.compose import compose
from kushk.core.diff import ChangeKind, diff, is_correction
from kushk.core.draft import paragraph


def story(*paragraphs, headline=""):
    return compose("en", [paragraph(text) for text in paragraphs], headline=headline)


def shown(changes):
    return [(c.kind.value, c.old and c.old.text, c.new and c.new.text) for c in changes]


def test_the_same_story_is_kept():
    assert shown(diff(story("One. Two."), story("One. Two."))) == [
        ("kept", "One.", "One."),
        ("kept", "Two.", "Two."),
    ]


def test_sentences_come_and_go():
    assert shown(diff(story("One. Two. Three."), story("Zero. One. Three."))) == [
        ("added", None, "Zero."),
        ("kept", "One.", "One."),
        ("removed", "Two.", None),
        ("kept", "Three.", "Three."),
    ]


def test_an_edited_sentence_shows_its_words():
    change = diff(story("It rained for 3 days in May."), story("It rained for 4 long days in May."))[0]
    assert change.kind is ChangeKind.CHANGED
    assert [change.old.text[a:b] for a, b in change.old_spans] == ["3"]
    assert [change.new.text[a:b] for a, b in change.new_spans] == ["4 long"]


def test_changed_words_are_found_without_spaces():
    old, new = (compose("zh", [paragraph(text)]) for text in ("他昨天去了北京。", "他今天去了北京。"))
    (change,) = diff(old, new)
    assert [change.new.text[a:b] for a, b in change.new_spans] == ["今"]


def test_a_sentence_that_has_nothing_in_common_is_another():
    kinds = [c.kind for c in diff(story("It rained all day."), story("Nobody voted yesterday."))]
    assert kinds == [ChangeKind.REMOVED, ChangeKind.ADDED]


def test_a_moved_sentence_is_not_kept_twice():
    changes = diff(story("One. Two. Three."), story("Three. One. Two."))
    assert [c.new.text for c in changes if c.kind is ChangeKind.KEPT] == ["One.", "Two."]


def test_huge_stories_are_compared_in_bounded_time():
    old = story(" ".join(f"Sentence number {n} stands here." for n in range(4000)))
    new = story(" ".join(f"Sentence number {n} stands here." for n in reversed(range(4000))))
    began = time.process_time()
    changes = diff(old, new)
    assert time.process_time() - began < 5
    assert sum(c.old is not None for c in changes) == 4000
    assert sum(c.new is not None for c in changes) == 4000


def test_what_nobody_sees_is_no_correction():
    old = story("“It’s over” – he  said…", "Done.")
    assert not is_correction(old, story('"It\'s over" - he said...', "Done."))
    assert not is_correction(old, story("“It’s over” – he\u200b said…\nDone."))


def test_what_a_reader_notices_is_a_correction():
    old = story("Three people came.", headline="Three came")
    assert is_correction(old, story("Four people came.", headline="Three came"))
    assert is_correction(old, story("Three people came.", headline="Four came"))
    assert is_correction(old, story("three people came.", headline="Three came"))
    assert is_correction(old, story(headline="Three came"))


def test_a_number_counts_as_one_word():
    old, new = (
        compose("en", [paragraph(f"The water stood {height} metres above the gauge.")]) for height in ("4.2", "4.7")
    )
    (change,) = [change for change in diff(old, new) if change.kind == "changed"]
    assert [change.new.text[start:end] for start, end in change.new_spans] == ["4.7"]
