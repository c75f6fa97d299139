"""What a passkey answers, looked at before the library's forms read it."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from fido2.webauthn import AuthenticationResponse, RegistrationResponse

View = Callable[..., HttpResponse]


def readable_credential(view: View) -> View:
    """Take away an answer that cannot be read, so that the form says so.

    The library's forms fall over answers that lack a part, and over JSON that the parser refuses by other errors than a
    bad letter: numbers of thousands of digits, thousands of brackets (Django 5.2, ``forms.JSONField.to_python``).
    """

    @wraps(view)
    def handle(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = request.POST.get("credential", "")
        if answer and not _is_readable(answer):
            changed: Any = request.POST.copy()
            changed["credential"] = ""
            request.POST = changed
        return view(request, *args, **kwargs)

    return handle


def _is_readable(answer: str) -> bool:
    try:
        told = json.loads(answer)
        kind = RegistrationResponse if "attestationObject" in told["response"] else AuthenticationResponse
        kind.from_dict(told)
    except Exception:  # noqa: BLE001 - parsers of what anybody may send: whatever they raise, it was no answer
        return False
    return True
