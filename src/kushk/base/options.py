"""Every setting that an operator can make, in one typed table: environment variables ``KUSHK_*``.

``docs/settings.md`` lists each of them; a test fails when one is missing there.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kushk.core.errors import KushkError

ROOT = Path(__file__).resolve().parents[3]
"""The checkout."""


class BadOption(KushkError):
    """An environment variable holds something that its option cannot be."""

    code = "bad-option"
    words = "{name} is “{value}”, which is not {kind}."


@dataclass(frozen=True, slots=True)
class Option:
    """One setting: the variable's name without ``KUSHK_``, how its text is read, and what it is for."""

    name: str
    default: str
    read: Callable[[str], Any]
    kind: str
    help: str


def _switch(text: str) -> bool:
    return {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}[
        text.strip().lower()
    ]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.replace(",", " ").split())


def _limits(text: str) -> tuple[str, ...]:
    """Read ``name=number`` pairs; ValueError for anything else."""
    for pair in _words(text):
        name, _, number = pair.partition("=")
        if not name or int(number) < 0:
            raise ValueError(pair)
    return _words(text)


def _level(text: str) -> int:
    return {"debug": 10, "info": 20, "warning": 30, "error": 40}[text.strip().lower()]


def _path(text: str) -> Path:
    return Path(text).expanduser().resolve()


TEXT, NUMBER, SWITCH, WORDS, PATH = "a text", "a whole number", "yes or no", "a list of words", "a folder"
LIMITS = "a list like openai=300000"
LEVEL = "debug, info, warning or error"

OPTIONS: tuple[Option, ...] = (
    Option("DATA", str(ROOT / "data"), _path, PATH, "Where the stand keeps everything: database, media, key."),
    Option("HOST", "127.0.0.1", str, TEXT, "Address on which the web server listens."),
    Option("PORT", "8000", int, NUMBER, "Port on which the web server listens."),
    Option("URL", "", str, TEXT, "Public address of the stand, as readers type it; the listening address when empty."),
    Option("NAME", "Kushk", str, TEXT, "Name of the stand."),
    Option("HOSTS", "", _words, WORDS, "Host names under which the stand answers, besides that of KUSHK_URL."),
    Option("WORKERS", "2", int, NUMBER, "Web server processes."),
    Option("PAGES_MEMORY", "32", int, NUMBER, "Megabytes of finished pages that each web server process holds ready."),
    Option("PAGES_DISK", "256", int, NUMBER, "Megabytes of finished pages that are kept on disk."),
    Option("JOBS", "4", int, NUMBER, "Background jobs at a time."),
    Option("DEBUG", "no", _switch, SWITCH, "Show tracebacks in the browser; never on a public stand."),
    Option("LOG", "warning", _level, LEVEL, "What is logged: everything from this level up."),
    Option("SAMPLE", "yes", _switch, SWITCH, "Load the sample stand when the stand is started for the first time."),
    Option("PSEUDO", "no", _switch, SWITCH, "Open /en-XA/ and /ar-XB/, made-up languages that show untranslated text."),
    Option("CONTACT", "", str, TEXT, "Address of a page or a mailbox, told to the sites that are fetched."),
    Option("SPEECH", "piper http espeak", _words, WORDS, "Speech engines, the preferred one first."),
    Option("SPEECH_URL", "", str, TEXT, "Address of a speech server (/v1/audio/speech) for the engine “http”."),
    Option("SPEECH_KEY", "", str, TEXT, "Key of that server."),
    Option("SPEECH_MODEL", "tts-1", str, TEXT, "Model of that server."),
    Option("SPEECH_VOICES", "", _words, WORDS, "Voices of that server by language: en=alloy ar=nova."),
    Option("VOICES_CATALOGUE", "", str, TEXT, "Address of a catalogue of voices (Piper's voices.json)."),
    Option("SPEECH_DAY", "3000000", int, NUMBER, "Characters that readers may have spoken anew in a day."),
    Option("SPEECH_ADDRESS", "300000", int, NUMBER, "Characters that one address may have spoken anew in a day."),
    Option("NARRATE", "first", str, "first, whole or no", "What is spoken of a new story before anybody asks."),
    Option("NARRATION_DISK", "4096", int, NUMBER, "Megabytes of spoken sentences that are kept on disk."),
    Option(
        "TRANSLATION",
        "ctranslate2 libretranslate openai apertium",
        _words,
        WORDS,
        "Translation engines, the preferred one first; en>ar=openai+apertium is an order for one pair.",
    ),
    Option("LIBRETRANSLATE_URL", "", str, TEXT, "Address of a LibreTranslate server for the engine “libretranslate”."),
    Option("LIBRETRANSLATE_KEY", "", str, TEXT, "Key of that server."),
    Option("OPENAI_URL", "", str, TEXT, "Address of a server with /v1/chat/completions for the engine “openai”."),
    Option("OPENAI_KEY", "", str, TEXT, "Key of that server."),
    Option("OPENAI_MODEL", "", str, TEXT, "Model of that server."),
    Option("OPENAI_LANGUAGES", "", _words, WORDS, "Languages between which that model translates: en ar fr."),
    Option(
        "LANGUAGES_CATALOGUE", "", str, TEXT, "Address of a catalogue of language models (the Argos package index)."
    ),
    Option("TRANSLATION_DAY", "20000000", int, NUMBER, "Characters that readers may have translated anew in a day."),
    Option("TRANSLATION_ADDRESS", "500000", int, NUMBER, "Characters that one address may have translated in a day."),
    Option("TRANSLATION_SOURCE", "5000000", int, NUMBER, "Characters of one source that are translated in a day."),
    Option(
        "TRANSLATION_ENGINE_DAY",
        "openai=300000 libretranslate=3000000",
        _limits,
        LIMITS,
        "Characters that single engines may be given in a day: openai=300000.",
    ),
    Option("TRANSLATE", "", _words, WORDS, "Languages into which new stories are translated before anybody asks."),
    Option("METER", "5", int, NUMBER, "Stories that are free in a month where a publication's stories are metered."),
    Option(
        "REGISTER_AFTER", "0", int, NUMBER, "Of these, how many before a reader is asked to make an account; 0: never."
    ),
    Option("GIFTS", "5", int, NUMBER, "Stories that a member may give away in a month."),
    Option(
        "ACCOUNTS", "auto", str, "auto, yes or no", "Whether readers can make accounts; auto: when there is a plan."
    ),
    Option("MAIL", "", str, TEXT, "Mail server, smtp://user:password@host:587; without one, mails lie in data/mail."),
    Option("MAIL_FROM", "", str, TEXT, "Sender of mails; noreply@ the stand's own host when empty."),
    Option("OIDC_NAME", "", str, TEXT, "Name of an OpenID Connect server with which readers can sign in."),
    Option("OIDC_URL", "", str, TEXT, "Address of that server: where its /.well-known/openid-configuration lies."),
    Option("OIDC_CLIENT", "", str, TEXT, "Client id that it gave the stand."),
    Option("OIDC_SECRET", "", str, TEXT, "Secret that belongs to it."),
    Option("STRIPE_KEY", "", str, TEXT, "Secret key of a Stripe account that takes payments."),
    Option("STRIPE_SIGNING", "", str, TEXT, "Secret with which Stripe signs its events, whsec_…"),
    Option("STRIPE_URL", "https://api.stripe.com", str, TEXT, "Where Stripe's API answers."),
    Option("BANK", "", str, TEXT, "What those are told who pay by bank transfer; without it nobody can."),
    Option("PROXIES", "0", int, NUMBER, "Reverse proxies in front of the stand that add to X-Forwarded-For."),
    Option(
        "ALLOW_HOSTS",
        "",
        _words,
        WORDS,
        "Exact HOST:PORT pairs that may be fetched although their address is private; each use is logged.",
    ),
)

_BY_NAME = {option.name: option for option in OPTIONS}


def option(name: str) -> Any:
    """Return the value of the option ``name``, read from ``KUSHK_<name>`` or its default.

    Raises:
        BadOption: the variable's text is not of the option's kind.
    """
    wanted = _BY_NAME[name]
    text = os.environ.get(f"KUSHK_{name}", wanted.default)
    try:
        return wanted.read(text)
    except (ValueError, KeyError, OSError):
        raise BadOption(name=f"KUSHK_{name}", value=text, kind=wanted.kind) from None
