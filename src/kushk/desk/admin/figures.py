"""The desk's pages of figures and of the publishers' statement."""

from __future__ import annotations

import csv
import re

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone

from kushk.base import locale
from kushk.desk import figures
from kushk.desk.spreadsheet import harmless
from kushk.library.api import Publication, Story
from kushk.membership import api as membership

_MONTH = re.compile(r"^2[0-9]{3}-(0[1-9]|1[0-2])$")


class StatementForm(forms.Form):
    """A month, and a sum to share by it."""

    month = forms.RegexField(
        _MONTH, error_messages={"invalid": "Write a month as 2026-11."}, widget=forms.TextInput(attrs={"size": 8})
    )
    sum = forms.IntegerField(
        label="Sum to share, in the smallest unit",
        required=False,
        min_value=1,
        max_value=10**12,
        widget=forms.TextInput(attrs={"size": 12, "inputmode": "numeric"}),
        error_messages={"invalid": "Write a whole number: 123450 is 1234.50 euros."},
    )
    currency = forms.RegexField(
        r"^[A-Z]{3}$",
        error_messages={"invalid": "Write the three capitals of a currency, such as EUR."},
        widget=forms.TextInput(attrs={"size": 4}),
    )


def addresses() -> list[URLPattern]:
    """Return the addresses of these pages below the desk's."""
    guarded = admin.site.admin_view
    return [
        path("figures/", guarded(shown_figures), name="figures"),
        path("statement/", guarded(shown_statement), name="statement"),
        path("statement/<str:month>.csv", guarded(statement_csv), name="statement-csv"),
        path("statement/<str:month>/events.csv", guarded(events_csv), name="statement-events"),
    ]


def _allowed(request: HttpRequest) -> None:
    if not request.user.has_perm("membership.view_order"):
        raise PermissionDenied


def shown_figures(request: HttpRequest) -> HttpResponse:
    """Show members, revenue, trials, vouchers, and the stories before which people became members."""
    _allowed(request)
    found = figures.stories_that_convert()
    stories = {each.public_id: each for each in Story.objects.filter(public_id__in=[story for story, _, _ in found])}
    used, left = figures.vouchers_left()
    context = {
        **admin.site.each_context(request),
        "title": "Figures",
        "charts": figures.charts(timezone.now()),
        "stories": [(stories.get(story), story, trials, orders) for story, trials, orders in found],
        "used": used,
        "left": left,
    }
    return TemplateResponse(request, "desk/figures.html", context)


def shown_statement(request: HttpRequest) -> HttpResponse:
    """Show what each publication has of a month, and what it gets of a sum."""
    _allowed(request)
    form = StatementForm({"month": f"{timezone.now():%Y-%m}", "currency": "EUR", **request.GET.dict()})
    asked = form.cleaned_data if form.is_valid() else {}
    month, amount = asked.get("month"), asked.get("sum")
    lines = membership.statement(membership.events_of(month)) if month else []
    stories = membership.statement(membership.events_of(month), by="story")[:50] if month else []
    headlines = {each.public_id: each for each in Story.objects.filter(public_id__in=[line.name for line in stories])}
    names = dict(Publication.objects.values_list("slug", "name"))
    parts = membership.shared(amount, lines) if amount else {}
    context = {
        **admin.site.each_context(request),
        "title": f"Publishers’ statement, {month}" if month else "Publishers’ statement",
        "form": form,
        "month": month,
        "beside": _beside(month) if month else (),
        "unfinished": month == f"{timezone.now():%Y-%m}",
        "sum": amount,
        "lines": [
            (
                names.get(line.name, line.name),
                f"{float(line.read):.2f}",
                f"{float(line.heard):.2f}",
                locale.percent(float(line.share), "en", 2),
                locale.money(parts[line.name], asked["currency"], "en") if parts else "",
            )
            for line in lines
        ],
        "stories": [
            (headlines.get(line.name), line.name, f"{float(line.read):.2f}", f"{float(line.heard):.2f}")
            for line in stories
        ],
    }
    return TemplateResponse(request, "desk/statement.html", context)


def _beside(month: str) -> tuple[str, str]:
    """Return the months before and after one."""
    at = int(month[:4]) * 12 + int(month[5:]) - 1
    before, after = (f"{each // 12}-{each % 12 + 1:02d}" for each in (at - 1, at + 1))
    return before, after


def statement_csv(request: HttpRequest, month: str) -> HttpResponse:
    """Give the statement of a month: whole stories read and heard of each publication, and its share."""
    _allowed(request)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="statement-{_month(month)}.csv"'
    rows = csv.writer(response)
    rows.writerow(["month", "publication", "name", "read", "heard", "share"])
    names = dict(Publication.objects.values_list("slug", "name"))
    for line in membership.statement(membership.events_of(month)):
        parts = f"{float(line.read):.6f}", f"{float(line.heard):.6f}", f"{float(line.share):.9f}"
        rows.writerow([month, line.name, harmless(names.get(line.name, "")), *parts])
    return response


def events_csv(request: HttpRequest, month: str) -> HttpResponse:
    """Give the events of a month, from which anybody can work the statement out again."""
    _allowed(request)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="reading-{_month(month)}.csv"'
    membership.write_events(membership.events_of(month), response)  # type: ignore[arg-type]  # writes like a file
    return response


def _month(text: str) -> str:
    if not _MONTH.fullmatch(text):
        raise Http404
    return text
