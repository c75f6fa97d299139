"""What a reader has read: a page for those who want a history, and the switch for it."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kushk.accounts import api as accounts
from kushk.library import api as library
from kushk.reader.views.account import signed_in

SHOWN = 200
"""Stories of a history on its page."""


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def history(request: HttpRequest) -> HttpResponse:
    """Show what a reader has read, by day, or that nothing of it is kept; begin, end or shorten it."""
    account = signed_in(request)
    if request.method == "POST":
        _change(account, request)
        return HttpResponseRedirect(reverse("account_history"))
    context = {"here": "account", "kept": accounts.has_history(account), "days": _days(account)}
    return render(request, "account/history.html", context)


def _change(account: User, request: HttpRequest) -> None:
    asked = request.POST
    if "start" in asked:
        accounts.start_history(account)
    elif "stop" in asked:
        accounts.stop_history(account)
    elif "clear" in asked or asked.get("story"):
        accounts.forget_opened(account, "" if "clear" in asked else asked["story"])


def _days(account: User) -> list[tuple[date, list[library.StoryCard]]]:
    opened = accounts.opened_by(account, SHOWN)
    cards = library.cards_by_public_id(story for story, _ in opened)
    shown = [(timezone.localdate(at), cards[story]) for story, at in opened if story in cards]
    return [(day, [card for _, card in each]) for day, each in groupby(shown, key=lambda pair: pair[0])]
