"""espeak-ng's C interface by ctypes. Only the worker process loads it: it is not reentrant, and hangs if reopened.

The layout of ``espeak_EVENT`` and the numbers are those of ``espeak-ng/speak_lib.h``.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field

_SYNCHRONOUS = 2
_DONT_EXIT = 0x8000
_PHONEME_EVENTS = 1
_PHONEMES_IN_IPA = 2
_IPA = 2
"""``phonememode`` of ``espeak_TextToPhonemes``."""
_UTF8 = 1
_WORD, _PHONEME, _END = 1, 7, 0
_LANGUAGE_BYTES = 8


class _Event(ctypes.Structure):
    _fields_ = (
        ("kind", ctypes.c_int),
        ("identifier", ctypes.c_uint),
        ("position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("milliseconds", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user", ctypes.c_void_p),
        ("name", ctypes.c_char * _LANGUAGE_BYTES),
    )


class _Voice(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_char_p),
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("xx1", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


@dataclass
class Run:
    """What one synthesis gave: samples, words and sounds."""

    samples: bytearray = field(default_factory=bytearray)
    words: list[tuple[int, int, int]] = field(default_factory=list)
    """Start and length in characters, and the moment in milliseconds."""
    sounds: list[tuple[int, str]] = field(default_factory=list)
    """Moment in milliseconds, phoneme in IPA."""


class Library:
    """The loaded library. One for the life of a process."""

    def __init__(self, path: str, data: str) -> None:
        """Load and initialise.

        Args:
            path: the shared library.
            data: folder of ``espeak-ng-data``.

        Raises:
            OSError: it cannot be loaded or finds no data.
        """
        self._library = ctypes.CDLL(path)
        self._library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_Voice))
        self._library.espeak_Info.restype = ctypes.c_char_p
        self._library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        options = _DONT_EXIT | _PHONEME_EVENTS | _PHONEMES_IN_IPA
        self.rate = int(self._library.espeak_Initialize(_SYNCHRONOUS, 0, data.encode(), options))
        if self.rate <= 0:
            raise OSError(f"espeak-ng cannot start with {data}")
        self.version = self._library.espeak_Info(None).decode()
        self._run = Run()
        self._callback = _CALLBACK(self._take)  # kept: the library calls it for as long as it lives
        self._library.espeak_SetSynthCallback(self._callback)
        self._voice = ""

    def voices(self) -> list[tuple[str, str]]:
        """Return the language and the name of every voice, in the library's own order."""
        found, listed = [], self._library.espeak_ListVoices(None)
        index = 0
        while listed[index]:
            voice = listed[index].contents
            found.append((voice.languages[1:].decode("ascii", "replace"), voice.name.decode("utf-8", "replace")))
            index += 1
        return found

    def speak(self, text: str, voice: str) -> Run:
        """Speak a text without NUL.

        Args:
            text: any characters that UTF-8 can hold.
            voice: language of a voice, such as ``en-gb``.

        Raises:
            ValueError: there is no such voice.
        """
        if voice != self._voice and self._library.espeak_SetVoiceByName(voice.encode()):
            raise ValueError(f"no voice {voice}")
        self._voice = voice
        self._run = Run()
        data = text.encode() + b"\0"
        self._library.espeak_Synth(data, len(data), 0, 1, 0, _UTF8, None, None)
        self._library.espeak_Synchronize()
        return self._run

    def clauses(self, text: str) -> list[tuple[str, int]]:
        """Return the IPA of each clause of a text in the voice of the last ``speak``, and where the next one begins.

        These are the sounds that are written, with tones, word spaces and stress; those of ``Run`` are the ones made.
        """
        data = text.encode() + b"\0"
        kept = ctypes.create_string_buffer(data)
        start = ctypes.addressof(kept)
        at = ctypes.c_void_p(start)
        found: list[tuple[str, int]] = []
        while at.value is not None and len(found) <= len(data):
            ipa = self._library.espeak_TextToPhonemes(ctypes.byref(at), _UTF8, _IPA) or b""
            read = len(data) - 1 if at.value is None else at.value - start - 1  # it has looked one character ahead
            found.append((ipa.decode("utf-8", "replace"), len(data[:read].decode("utf-8", "ignore"))))
        return found

    def _take(self, wave: ctypes._Pointer[ctypes.c_short], count: int, events: ctypes._Pointer[_Event]) -> int:
        if wave and count > 0:
            self._run.samples += ctypes.string_at(wave, count * 2)
        index = 0
        while events[index].kind != _END:
            event = events[index]
            if event.kind == _WORD:
                self._run.words.append((event.position - 1, event.length, event.milliseconds))
            elif event.kind == _PHONEME:
                self._run.sounds.append((event.milliseconds, event.name.decode("utf-8", "replace")))
            index += 1
        return 0
