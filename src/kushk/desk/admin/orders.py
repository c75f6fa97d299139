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
from kushk.reader.mailing import tell_paid


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

    list_display = ("reference", "who", "plan", "kind", "sum", "shown_state", "paid_until", "trouble", "engine")
    list_filter = ("state", "engine", "kind", "plan", ("trouble", admin.EmptyFieldListFilter))
    list_select_related = ("account", "plan")
    search_fields = ("reference", "number", "account__email", "entries__reference")
    search_help_text = "The order’s number, an e-mail address, or the reference of a bank statement."
    date_hierarchy = "created"
    inlines = (LedgerInline,)
    change_form_template = "desk/order.html"
    fields = (
        *("reference", "who", "plan", "kind", "sum", "interval", "shown_state", "renews", "paid_until", "trouble"),
        *("created", "language", "story", "engine", "number", "checkout", "subscription", "customer", "voucher"),
    )
    readonly_fields = fields

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Refuse: readers order."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Refuse: the ledger names it."""
        return False

    @admin.display(description="account", ordering="account__email")
    def who(self, order: Order) -> str:
        """Name who ordered."""
        return order.account.email if order.account else "deleted"

    @admin.display(description="sum", ordering="amount")
    def sum(self, order: Order) -> str:
        """Show what it costs."""
        return locale.money(order.amount, order.currency, "en")

    @admin.display(description="state", ordering="state")
    def shown_state(self, order: Order) -> str:
        """Name its state; what was paid for may be over."""
        return "Paid, over now" if order.state == Order.State.PAID and order.over else Order.State(order.state).label

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
        more = {
            "bank": _bank_forms(order) if isinstance(order, Order) else [],
            **{f"show_{button}": False for button in ("save", "save_and_continue", "save_and_add_another")},
        }
        return super().change_view(request, object_id, form_url, (extra_context or {}) | more)

    def confirm(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Enter a payment that came by bank, and tell its reader."""

        def enter(order: Order, sent: dict[str, Any]) -> str:
            known = order.entries.count()
            paid = confirm(order, sent["reference"], _noon(sent["day"]))
            if paid.entries.count() == known:
                return "Entered already: nothing changed. If it is another month’s payment, add the month."
            return f"The payment was entered. {_told(paid)}"

        return self._entered(request, pk, BankForm(request.POST), enter)

    def refund(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Enter money that was given back by bank."""

        def enter(order: Order, sent: dict[str, Any]) -> str:
            known = order.entries.count()
            back = refund(order, sent["reference"], sent["amount"], _noon(sent["day"]))
            same = back.entries.count() == known
            return "This refund was entered already. Nothing changed." if same else "The refund was entered."

        return self._entered(request, pk, RefundForm(request.POST), enter)

    def look(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask the engine how an order stands."""

        def ask(order: Order, _: dict[str, Any]) -> str:
            look_again(order)
            return "The order is as its engine says."

        return self._entered(request, pk, forms.Form(request.POST), ask)

    def _entered(
        self, request: HttpRequest, pk: int, form: forms.Form, act: Callable[[Order, dict[str, Any]], str]
    ) -> HttpResponse:
        """Do it and say what was done; or say why not, and change nothing."""
        order = get_object_or_404(Order, pk=pk)
        if request.method != "POST" or not self.has_change_permission(request, order):
            raise PermissionDenied
        faults = [f"{form.fields[name].label}: {told[0]}" for name, told in form.errors.items()]
        if not faults:
            try:
                messages.success(request, act(order, form.cleaned_data))
            except KushkError as fault:
                faults = [str(fault)]
        for line in faults:
            messages.error(request, line)
        return HttpResponseRedirect(reverse("admin:membership_order_change", args=[pk]))


def _noon(day: date | None) -> datetime | None:
    return datetime.combine(day, time(12), UTC) if day else None


def _told(order: Order) -> str:
    """Write to whoever ordered; return what to say of it."""
    try:
        return "The reader was told by mail." if tell_paid(order) else "There is no address to tell the reader at."
    except OSError:
        return "The mail to the reader could not be sent."


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
