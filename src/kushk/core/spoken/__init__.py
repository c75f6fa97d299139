"""What a sentence sounds like, as text, and the way from there back to the page's own words. Pure."""

from __future__ import annotations

from kushk.core.spoken.cutting import first_clause, speakable_parts
from kushk.core.spoken.form import Piece, Spoken
from kushk.core.spoken.saying import spoken
from kushk.core.spoken.timing import Cue, Timed, word_cues, words_of

__all__ = ["Cue", "Piece", "Spoken", "Timed", "first_clause", "speakable_parts", "spoken", "word_cues", "words_of"]
