"""Fields of forms that Django and its libraries define, in the stand's own words."""

from __future__ import annotations

from typing import Any

from django import template
from django.forms import BoundField, Form
from django.template.context import Context

from kushk.base.locale import noted
from kushk.reader import safe
from kushk.reader.safe import Html

register = template.Library()

LABELS = {
    "login": noted("E-mail address"),
    "email": noted("E-mail address"),
    "password": noted("Password"),
    "password1": noted("Password"),
    "password2": noted("The same password again"),
    "oldpassword": noted("Current password"),
    "code": noted("Code from the app, or a recovery code"),
    "name": noted("Name of this device"),
    "remember": noted("Keep me signed in on this device"),
    "passwordless": noted("Sign in with it alone, without a password"),
}
"""What a field is called, by its name."""

ERRORS = {
    "required": noted("Please fill this in."),
    "invalid": noted("This does not look right. Please check it."),
    "email_password_mismatch": noted("The e-mail address or the password is wrong."),
    "too_many_login_attempts": noted("Too many attempts. Please wait a quarter of an hour."),
    "rate_limited": noted("Too many attempts. Please wait a quarter of an hour."),
    "incorrect_code": noted("This code is wrong or too old."),
    "incorrect_password": noted("The password is wrong."),
    "enter_current_password": noted("The password is wrong."),
    "password_too_short": noted("Please take at least ten characters."),
    "password_too_common": noted("Many people use this password. Please take another one."),
    "password_too_similar": noted("This password is too much like your address."),
    "same_as_current": noted("That is your address already."),
    "email_taken": noted("An account with this address exists already. Please sign in."),
}
"""What went wrong, by the code of the error."""

OTHERWISE = noted("This did not work. Please try again.")

_DIRECTED = {"email", "login", "code"}
"""Fields whose text runs from left to right in every language."""


@register.inclusion_tag("account/parts/field.html", takes_context=True)
def field(context: Context, bound: BoundField) -> dict[str, Any]:
    """Show a field with its label and what is wrong with it."""
    ui = context["ui"]
    widget = bound.field.widget
    kind = getattr(widget, "input_type", "text")
    return {
        "ui": ui,
        "id": bound.auto_id,
        "name": bound.html_name,
        "kind": "email" if bound.name == "login" else kind,
        "label": _said(LABELS.get(bound.name, LABELS["name"]), ui.tag),
        "value": "" if kind == "password" else (bound.value() or ""),
        "required": bound.field.required,
        "autocomplete": widget.attrs.get("autocomplete", ""),
        "left_to_right": bound.name in _DIRECTED,
        "errors": errors(context, bound),
    }


@register.simple_tag
def qr(address: str) -> Html:
    """Show an address as a QR code that other devices can scan."""
    return safe.qr_code(address)


@register.simple_tag(takes_context=True)
def errors(context: Context, bound: BoundField) -> list[Html]:
    """Return what is wrong with a field."""
    return _told(bound.errors, context["ui"].tag)


@register.simple_tag(takes_context=True)
def form_errors(context: Context, form: Form) -> list[Html]:
    """Return what is wrong with a form as a whole, and with fields of it that nobody sees."""
    tag = context["ui"].tag
    hidden = [each for bound in form.hidden_fields() for each in _told(bound.errors, tag)]
    return [*_told(form.non_field_errors(), tag), *hidden]


def _told(found: Any, tag: str) -> list[Html]:
    codes = [getattr(each, "code", "") for each in getattr(found, "data", [])]
    return list(dict.fromkeys(_said(ERRORS.get(str(code), OTHERWISE), tag) for code in codes))


def _said(msgid: str, tag: str) -> Html:
    return safe.said(msgid, tag, "", {})
