"""The made-up translations are good ones to every check, so that tests of the rest can use them."""

import pytest

from kushk.core.translated.checks import problems
from kushk.engines.translation.interface import Brief, Segment, Span
from kushk.engines.translation.null import NullEngine

SENTENCES = {
    "en": "The river was calm that morning, and 47 people spoke above a whisper on the quay.",
    "ar": "كان البحر هادئًا ذلك الصباح، ولم يرفع 47 شخصًا صوتهم على الرصيف.",
    "es": "La mañana amaneció tranquila; 47 personas alzaban la voz entre los puestos.",
    "hi": "उस सुबह नदी शांत थी और 47 लोग घाट पर ऊँची आवाज़ में बोल रहे थे।",
    "zh": "那天早晨胡同很安静，有47个人大声说话，只听见钟表的滴答声。",
}
TARGETS = "ar de en es fa fr he hi id ja ko ms pt ru sw ta th ur zh".split()


@pytest.mark.parametrize("source", SENTENCES)
def test_it_passes_for_a_translation(source):
    if source == "zh":
        pytest.skip("a text without spaces is one word to it")
    engine = NullEngine()
    for target in TARGETS:
        if target == source:
            continue
        made = next(engine.translate([Segment(SENTENCES[source])], Brief(source, target)))
        assert [each for each in problems(SENTENCES[source], made.text, (source, target)) if each.serious] == [], target


@pytest.mark.parametrize("target", ["es", "ar", "zh"])
def test_spans_stay_on_their_words(target):
    text = "The river was calm, wasn’t it?"
    spans = (Span(0, 4, 9), Span(1, 0, 9), Span(2, 14, 19), Span(3, 20, 30), Span(4, 6, 7))
    made = next(NullEngine().translate([Segment(text, spans)], Brief("en", target)))
    words = made.text.replace(",", "").replace("?", "").split()
    stretch = {span.id: made.text[span.start : span.end] for span in made.spans}
    assert stretch[0] == words[1]
    assert stretch[1] == " ".join(words[:2])
    assert stretch[2] == words[3] + ","
    assert stretch[3] == " ".join(words[4:]) + "?"
    assert stretch[4] == words[1]
