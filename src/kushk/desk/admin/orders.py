"""Orders at the desk: how they stand, and where money is entered that came or went by bank."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from kushk.base import locale
from kushk.core.errors import KushkError
from kushk.desk.admin import figures
from kushk.desk.admin.themed import Themed
from kushk.membership.api import LedgerEntry, Order, confirm, look_again, refund


def _not_to_come(day: date) -> None:
    if day > timezone.now().date():
        raise ValidationError("This day is yet to come.")


class BankForm(forms.Form):
    """A payment on a bank statement."""

    reference = forms.CharField(
        label="Reference of the bank statement", max_length=120, help_text="The same reference twice is one payment."
    )
    day = forms.DateField(
        label="Day on the statement",
        required=False,
        validators=[_not_to_come],
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="For the ledger; empty: today. A membership begins now, or when the one before it ends.",
    )

    def at(self) -> datetime | None:
        """Return the noon of that day; None where none was given."""
        day = self.cleaned_data["day"]
        return datetime.combine(day, time(12), UTC) if day else None


class RefundForm(BankForm):
    """Money that was given back by bank."""

    amount = forms.IntegerField(
        label="Sum in the smallest unit",
        min_value=1,
        help_text="490 is 4.90 euros. What an order costs takes back what one payment gave; all of it ends the order.",
    )


class LedgerInline(admin.TabularInline):  # type: ignore[type-arg]  # generic in the stubs alone
    """Money that moved for an order."""

    model = LedgerEntry
    extra = 0
    can_delete = False
    readonly_fields = ("kind", "amount", "currency", "engine", "reference", "at")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Refuse: entries come from payments."""
        return False


class OrderAdmin(Themed):
    """Orders: what was wanted, how it stands, and a place to enter what came or went by bank."""

    list_display = ("number", "account", "plan", "kind", "sum", "engine", "shown_state", "paid_until", "trouble")
    list_filter = ("state", "engine", "kind", "plan")
    search_fields = ("number", "account__email")
    date_hierarchy = "created"
    inlines = (LedgerInline,)
    change_form_template = "desk/order.html"

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:  # noqa: ARG002
        """Show all of it; nothing of an order is written by hand."""
        return [field.name for field in Order._meta.fields]  # noqa: SLF001 - Django's documented model interface

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Refuse: readers order."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Refuse: the ledger names it."""
        return False

    @admin.display(description="sum")
    def sum(self, order: Order) -> str:
        """Show what it costs."""
        return locale.money(order.amount, order.currency, "en")

    @admin.display(description="state", ordering="state")
    def shown_state(self, order: Order) -> str:
        """Name its state."""
        return Order.State(order.state).label

    def get_urls(self) -> list[URLPattern]:
        """Add the places to enter money, and to look again."""
        guarded = self.admin_site.admin_view
        own = [
            path("<int:pk>/confirm/", guarded(self.confirm), name="membership_order_confirm"),
            path("<int:pk>/refund/", guarded(self.refund), name="membership_order_refund"),
            path("<int:pk>/look/", guarded(self.look), name="membership_order_look"),
        ]
        return [*own, *figures.addresses(), *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show an order, with the forms that it can take."""
        order = self.get_object(request, object_id)
        more = {"bank": _bank_forms(order) if isinstance(order, Order) else []}
        return super().change_view(request, object_id, form_url, (extra_context or {}) | more)

    def confirm(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Enter a payment that came by bank."""
        order = self._posted(request, pk)
        form = BankForm(request.POST)
        return self._entered(
            request,
            order,
            form,
            lambda: confirm(order, form.cleaned_data["reference"], form.at()),
            "The payment was entered.",
        )

    def refund(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Enter money that was given back by bank."""
        order = self._posted(request, pk)
        form = RefundForm(request.POST)
        return self._entered(
            request,
            order,
            form,
            lambda: refund(order, form.cleaned_data["reference"], form.cleaned_data["amount"], form.at()),
            "The refund was entered.",
        )

    def look(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask the engine how an order stands."""
        order = self._posted(request, pk)
        return self._entered(request, order, None, lambda: look_again(order), "The order is as its engine says.")

    def _posted(self, request: HttpRequest, pk: int) -> Order:
        order = get_object_or_404(Order, pk=pk)
        if request.method != "POST" or not self.has_change_permission(request, order):
            raise PermissionDenied
        return order

    @staticmethod
    def _entered(
        request: HttpRequest, order: Order, form: forms.Form | None, act: Callable[[], Any], done: str
    ) -> HttpResponse:
        """Do it and say so; or say why not, and change nothing."""
        faults = [f"{form.fields[name].label}: {told[0]}" for name, told in form.errors.items()] if form else []
        if not faults:
            try:
                act()
            except KushkError as fault:
                faults = [str(fault)]
            else:
                messages.success(request, done)
        for line in faults:
            messages.error(request, line)
        return HttpResponseRedirect(reverse("admin:membership_order_change", args=[order.pk]))


def _bank_forms(order: Order) -> list[dict[str, Any]]:
    """Return the forms that an order can take, each with its heading, address and button."""
    if order.engine != "manual":
        return []
    today = {"day": timezone.now().date()}
    wanted: list[tuple[str, str, str, forms.Form]] = []
    if order.state == Order.State.OPEN or (order.state == Order.State.PAID and order.kind != Order.Kind.GIFT):
        paid = BankForm(initial=today, auto_id="paid-%s")
        wanted.append(("A payment came by bank", "confirm", "Enter the payment", paid))
    if order.state == Order.State.PAID:
        back = RefundForm(initial=today | {"amount": order.amount}, auto_id="back-%s")
        wanted.append(("Money was given back", "refund", "Enter the refund", back))
    return [
        {
            "heading": heading,
            "to": reverse(f"admin:membership_order_{act}", args=[order.pk]),
            "button": button,
            "form": form,
        }
        for heading, act, button, form in wanted
    ]
