"""What looks wrong with a translated sentence.

Each check is quiet about what good human translators do (docs/decisions/translate-checks.md has the figures) and loud
about what engines do wrong: half a sentence, the original once more, another number, a phrase over and over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kushk.core.translated import addresses, signs, wording
from kushk.core.translated.form import Fault, How, Pair, Problem, Projected
from kushk.core.translated.numbers import compared

_SHOWN = 60
"""Characters of a detail."""


@dataclass(frozen=True, slots=True)
class _Texts:
    """The two texts, as they are and without the addresses in them, which no check of words should look at."""

    source: str
    target: str
    bare_source: str
    bare_target: str
    pair: Pair


def problems(source_text: str, target_text: str, pair: Pair, *, links: Sequence[Projected] = ()) -> tuple[Problem, ...]:
    """Return what looks wrong with a translation, the serious first.

    Args:
        source_text: one sentence.
        target_text: its translation.
        pair: the languages of the two.
        links: where the sentence's links came out, if it has any.
    """
    if not wording.size(target_text):
        return (Problem(Fault.EMPTY),) if wording.size(source_text) else ()
    bare = addresses.without(source_text), addresses.without(target_text)
    texts = _Texts(source_text, target_text, *bare, pair)
    found = [problem for check in _CHECKS for problem in check(texts)]
    found += [Problem(Fault.LINK, serious=False, detail=str(link.id)) for link in links if link.how is How.WHOLE]
    return tuple(sorted(found, key=lambda problem: not problem.serious))


def _numbers(texts: _Texts) -> Iterator[Problem]:
    differing = compared(texts.bare_source, texts.bare_target, texts.pair)
    wrong = differing.missing + differing.changed
    if wrong:
        yield Problem(Fault.NUMBERS, detail=_joined(wrong))
    elif differing.added or differing.converted:
        yield Problem(Fault.NUMBERS, serious=False, detail=_joined(differing.converted or differing.added))


def _addresses(texts: _Texts) -> Iterator[Problem]:
    missing, added = addresses.differing(texts.source, texts.target)
    if missing or added:
        yield Problem(Fault.ADDRESS, detail=_joined(added or missing))


def _length(texts: _Texts) -> Iterator[Problem]:
    share = wording.length_share(texts.bare_source, texts.bare_target, texts.pair)
    if share:
        yield Problem(Fault.LENGTH, detail=f"{share:.2f}")


def _untranslated(texts: _Texts) -> Iterator[Problem]:
    if wording.is_copied(texts.bare_source, texts.bare_target, texts.pair):
        yield Problem(Fault.UNTRANSLATED)


def _repetition(texts: _Texts) -> Iterator[Problem]:
    phrase = wording.repeated(texts.bare_target)
    if phrase and not wording.repeated(texts.bare_source):
        yield Problem(Fault.REPETITION, detail=phrase[:_SHOWN])


def _brackets(texts: _Texts) -> Iterator[Problem]:
    theirs, ours = signs.brackets(texts.bare_source), signs.brackets(texts.bare_target)
    if theirs.balanced and not ours.balanced:
        yield Problem(Fault.BRACKETS)
    elif theirs.pairs and theirs.balanced and not ours.pairs:
        yield Problem(Fault.BRACKETS, serious=False)


def _question(texts: _Texts) -> Iterator[Problem]:
    if signs.asks(texts.bare_source) and not signs.may_ask(texts.bare_target, texts.pair[1]):
        yield Problem(Fault.QUESTION, serious=False)


def _mark_up(texts: _Texts) -> Iterator[Problem]:
    new = signs.new_mark_up(texts.source, texts.target)
    if new:
        yield Problem(Fault.MARKUP, detail=new[:_SHOWN])


def _script(texts: _Texts) -> Iterator[Problem]:
    script = signs.foreign_script(texts.bare_source, texts.bare_target, texts.pair[1])
    if script:
        yield Problem(Fault.SCRIPT, detail=script)


def _control(texts: _Texts) -> Iterator[Problem]:
    new = signs.new_controls(texts.source, texts.target)
    if new:
        yield Problem(Fault.CONTROL, detail=_joined([f"U+{ord(character):04X}" for character in new]))


_CHECKS: tuple[Callable[[_Texts], Iterator[Problem]], ...] = (
    _control,
    _mark_up,
    _addresses,
    _script,
    _untranslated,
    _length,
    _numbers,
    _repetition,
    _brackets,
    _question,
)


def _joined(shown: Sequence[str]) -> str:
    return ", ".join(shown)[:_SHOWN]
