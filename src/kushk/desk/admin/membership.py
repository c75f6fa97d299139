"""Membership at the desk: plans, vouchers that are made by the batch, passes, institutions."""

from __future__ import annotations

import csv
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils import timezone

from kushk.library import api as library
from kushk.membership.api import Institution, Pass, Plan, Voucher, make_vouchers

MOST_VOUCHERS = 5000


class PlanAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # generic in the stubs alone
    """What members have."""

    list_display = ("name", "covers", "members")
    filter_horizontal = ("publications",)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:  # noqa: FBT001
        """Let pages name the plan as it is now."""
        super().save_related(request, form, formsets, change)
        library.refresh_pages()

    def delete_model(self, request: HttpRequest, obj: Plan) -> None:
        """Let no page name a plan that is gone."""
        super().delete_model(request, obj)
        library.refresh_pages()

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Plan]) -> None:
        """Likewise for several."""
        super().delete_queryset(request, queryset)
        library.refresh_pages()

    @admin.display(description="publications")
    def covers(self, plan: Plan) -> str:
        """Tell what a plan opens."""
        return ", ".join(plan.publications.values_list("name", flat=True)) or "all"

    @admin.display(description="passes that last")
    def members(self, plan: Plan) -> int:
        """Count the devices that are members now."""
        return plan.passes.filter(ends_at__gt=timezone.now()).count()


class VoucherForm(forms.Form):
    """A batch of vouchers."""

    plan = forms.ModelChoiceField(Plan.objects.all(), empty_label=None)
    number = forms.IntegerField(label="How many codes", min_value=1, max_value=MOST_VOUCHERS, initial=1)
    days = forms.IntegerField(label="Days that each opens", min_value=1, max_value=3660, initial=30)
    uses = forms.IntegerField(label="Uses of each code", min_value=1, max_value=100000, initial=1)
    ends_at = forms.DateTimeField(
        label="Redeem until", required=False, help_text="Empty: without end. 2026-12-31 18:00 is a time in UTC."
    )
    label = forms.CharField(max_length=120, required=False, help_text="For whom or what. Readers do not see it.")


class VoucherAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # generic in the stubs alone
    """Vouchers. Codes are shown once, as a file, when they are made."""

    list_display = ("label_or_number", "plan", "days", "used", "uses", "ends_at", "created")
    list_filter = ("plan",)
    search_fields = ("label",)
    fields = ("plan", "label", "days", "uses", "used", "ends_at", "created")
    readonly_fields = ("plan", "used", "created")

    @admin.display(description="voucher", ordering="pk")
    def label_or_number(self, voucher: Voucher) -> str:
        """Name a voucher in lists."""
        return voucher.label or f"Voucher {voucher.pk}"

    def get_urls(self) -> list[URLPattern]:
        """Put the form for a batch where Django has the form for one."""
        add = path("add/", self.admin_site.admin_view(self.batch), name="membership_voucher_add")
        return [add, *super().get_urls()]

    def batch(self, request: HttpRequest) -> HttpResponse:
        """Make vouchers and give their codes as a CSV file."""
        if not self.has_add_permission(request):
            return HttpResponse(status=403)
        form = VoucherForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            return _codes(form.cleaned_data)
        context = {**self.admin_site.each_context(request), "form": form, "title": "Make vouchers", "opts": self.opts}
        return render(request, "desk/vouchers.html", context)


def _codes(asked: dict[str, Any]) -> HttpResponse:
    plan, number = asked.pop("plan"), asked.pop("number")
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="vouchers.csv"'
    rows = csv.writer(response)
    rows.writerow(["code", "plan", "days", "uses", "redeem until"])
    until = asked["ends_at"].isoformat() if asked["ends_at"] else ""
    for code in make_vouchers(plan, number, **asked):
        rows.writerow([code, _harmless(plan.name), asked["days"], asked["uses"], until])
    return response


def _harmless(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


class PassAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # generic in the stubs alone
    """Memberships of devices: when they end, and a way to end one now."""

    list_display = ("__str__", "plan", "voucher", "starts_at", "ends_at")
    list_filter = ("plan",)
    date_hierarchy = "starts_at"
    fields = ("plan", "voucher", "starts_at", "ends_at")
    readonly_fields = ("plan", "voucher", "starts_at")

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Refuse: a pass comes from a voucher."""
        return False


class InstitutionAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # generic in the stubs alone
    """Libraries, schools and offices whose networks are let in."""

    list_display = ("name", "plan", "ends_at")
    list_filter = ("plan",)
    search_fields = ("name",)


REGISTERED = {Plan: PlanAdmin, Voucher: VoucherAdmin, Pass: PassAdmin, Institution: InstitutionAdmin}
