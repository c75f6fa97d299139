"""Membership at the desk: plans, vouchers that are made by the batch, passes, institutions."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils import timezone

from kushk.desk.admin.orders import OrderAdmin
from kushk.desk.admin.themed import Themed, Untouched
from kushk.desk.spreadsheet import harmless
from kushk.library import api as library
from kushk.membership.api import (
    MOST_DAYS,
    Gift,
    Institution,
    Order,
    Pass,
    Plan,
    Price,
    Seat,
    Trial,
    Voucher,
    add_cards,
    make_vouchers,
    remove_cards,
)

MOST_VOUCHERS = 5000
_BATCHES, _BATCHES_KNOWN = "batches", 20
"""In a session: batches of codes that were made, so that a second press makes no second batch."""


def still_to_come(day: date) -> None:
    """Refuse a day that is over.

    Raises:
        ValidationError: it is.
    """
    if day < timezone.now().date():
        raise forms.ValidationError("This day is over.")


class PriceInline(admin.TabularInline):  # type: ignore[type-arg]  # generic in the stubs alone
    """What a plan costs, country by country."""

    model = Price
    extra = 0


class PlanAdmin(Themed):
    """What members have."""

    list_display = ("name", "covers", "members")
    filter_horizontal = ("publications",)
    inlines = (PriceInline,)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:  # noqa: FBT001
        """Let pages name the plan as it is now; with no publication chosen it is for all of them."""
        super().save_related(request, form, formsets, change)
        Plan.objects.filter(pk=form.instance.pk).update(everything=not form.instance.publications.exists())
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
        return "all" if plan.everything else ", ".join(plan.publications.values_list("name", flat=True)) or "none"

    @admin.display(description="passes that last")
    def members(self, plan: Plan) -> int:
        """Count the devices that are members now."""
        return plan.passes.filter(ends_at__gt=timezone.now()).count()


class VoucherForm(forms.Form):
    """A batch of vouchers."""

    plan = forms.ModelChoiceField(Plan.objects.all(), empty_label=None)
    number = forms.IntegerField(label="How many codes", min_value=1, max_value=MOST_VOUCHERS, initial=1)
    days = forms.IntegerField(label="Days that each opens", min_value=1, max_value=MOST_DAYS, initial=30)
    uses = forms.IntegerField(label="Uses of each code", min_value=1, max_value=100000, initial=1)
    ends_at = forms.DateField(
        label="Redeem until",
        required=False,
        validators=[still_to_come],
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="The last day, in UTC. Empty: without end.",
    )
    label = forms.CharField(max_length=120, required=False, help_text="For whom or what. Readers do not see it.")
    batch = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4, required=False)


class UsesForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """A voucher that may be used more or less often."""

    def clean_uses(self) -> int:
        """Refuse fewer uses than there were."""
        uses: int = self.cleaned_data["uses"]
        if uses < self.instance.used:
            raise forms.ValidationError(f"It was used {self.instance.used} times already.")
        return uses


class VoucherAdmin(Themed):
    """Vouchers. Codes are shown once, as a file, when they are made."""

    form = UsesForm
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
            batch = str(form.cleaned_data.pop("batch") or uuid4())
            made = request.session.get(_BATCHES, [])
            if batch not in made:
                request.session[_BATCHES] = [*made[-_BATCHES_KNOWN:], batch]
                return _codes(form.cleaned_data)
            form.add_error(None, "These codes were made already. Open the page anew to make others.")
        context = {**self.admin_site.each_context(request), "form": form, "title": "Make vouchers", "opts": self.opts}
        return render(request, "desk/vouchers.html", context)


def _codes(asked: dict[str, Any]) -> HttpResponse:
    plan, number = asked.pop("plan"), asked.pop("number")
    if asked["ends_at"]:
        asked["ends_at"] = datetime.combine(asked["ends_at"] + timedelta(days=1), time(), UTC)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="vouchers.csv"'
    rows = csv.writer(response)
    rows.writerow(["code", "plan", "days", "uses", "redeem until", "label"])
    until = asked["ends_at"].isoformat() if asked["ends_at"] else ""
    for code in make_vouchers(plan, number, **asked):
        rows.writerow([code, harmless(plan.name), asked["days"], asked["uses"], until, harmless(asked["label"])])
    return response


class PassAdmin(Themed):
    """Memberships of accounts and devices: when they end, and a way to end one now."""

    list_display = ("__str__", "who", "plan", "kind", "voucher", "starts_at", "ends_at")
    list_filter = ("plan", "kind")
    list_select_related = ("account", "plan", "voucher__plan")
    search_fields = ("account__email", "voucher__label", "order__reference", "card__institution__name")
    search_help_text = "An e-mail address, a voucher’s label, an order’s number, a library’s name."
    date_hierarchy = "starts_at"
    fields = ("plan", "who", "kind", "voucher", "card", "order", "starts_at", "ends_at")
    readonly_fields = ("plan", "who", "kind", "voucher", "card", "order", "starts_at")

    @admin.display(description="account", ordering="account__email")
    def who(self, held: Pass) -> str:
        """Name who has it."""
        return held.account.email if held.account else "a device"

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Refuse: a pass comes from a voucher."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Pass | None = None) -> bool:
        """Refuse what was paid for: it lasts as long as its order says, and the next look would bring it back."""
        return super().has_change_permission(request, obj) and not (obj and obj.order_id)

    def has_delete_permission(self, request: HttpRequest, obj: Pass | None = None) -> bool:
        """Likewise."""
        return super().has_delete_permission(request, obj) and not (obj and obj.order_id)


class InstitutionForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """An institution, with card numbers to let in."""

    new_cards = forms.CharField(
        label="Add card numbers",
        widget=forms.Textarea,
        required=False,
        help_text="One a line, four digits or more; of a table the first column. The stand keeps only what it needs to "
        "know them again.",
    )
    old_cards = forms.CharField(
        label="Remove card numbers",
        widget=forms.Textarea,
        required=False,
        help_text="One a line. Whoever reads by one of them reads no more.",
    )


class InstitutionAdmin(Themed):
    """Libraries, schools and offices whose people are let in."""

    form = InstitutionForm
    list_display = ("name", "plan", "ends_at", "cards_known", "read_in_thirty_days")
    list_filter = ("plan",)
    search_fields = ("name",)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:  # noqa: FBT001
        """Let the new cards in, and the old ones no more; a number that another institution has is nobody else's."""
        super().save_related(request, form, formsets, change)
        removed = remove_cards(form.instance, form.cleaned_data.get("old_cards", ""))
        if removed:
            messages.success(request, f"Cards removed: {removed}.")
        added, known, elsewhere = add_cards(form.instance, form.cleaned_data.get("new_cards", ""))
        if added:
            messages.success(request, f"Cards added: {added}.")
        if known:
            messages.info(request, f"Cards that were known already: {known}.")
        if elsewhere:
            messages.warning(
                request,
                f"Not added, for another institution has the same numbers: {elsewhere}. "
                "Put some letters of your own before them, here and on the cards.",
            )

    @admin.display(description="cards")
    def cards_known(self, institution: Institution) -> int:
        """Count its cards."""
        return institution.cards.count()

    @admin.display(description="stories in 30 days")
    def read_in_thirty_days(self, institution: Institution) -> int:
        """Count the stories that were opened by it."""
        since = timezone.now().date() - timedelta(days=30)
        return institution.uses.filter(day__gt=since).aggregate(sum=Sum("stories"))["sum"] or 0


class TrialAdmin(Untouched):
    """Who tried what. The row outlasts the account, so that one person tries once."""

    list_display = ("who", "plan", "story", "started_at")
    list_filter = ("plan",)
    list_select_related = ("account", "plan")
    search_fields = ("account__email",)
    date_hierarchy = "started_at"

    @admin.display(description="account", ordering="account__email")
    def who(self, trial: Trial) -> str:
        """Name who tried."""
        return trial.account.email if trial.account else "deleted"

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Refuse: without it the same person would try again."""
        return False


class GiftAdmin(Untouched):
    """Links by which members give stories away; one can be taken back here."""

    list_select_related = ("account",)
    list_display = ("giver", "story", "made_at", "ends_at", "devices")
    search_fields = ("account__email", "story")
    date_hierarchy = "made_at"
    exclude = ("token_hash",)

    @admin.display(description="from", ordering="account__email")
    def giver(self, gift: Gift) -> str:
        """Name who gives."""
        return gift.account.email


class SeatAdmin(Untouched):
    """Places in families; one can be taken back here."""

    list_select_related = ("owner", "account")
    list_display = ("owner_mail", "member_mail", "made_at")
    search_fields = ("owner__email", "account__email")
    exclude = ("code_hash",)

    @admin.display(description="family of", ordering="owner__email")
    def owner_mail(self, seat: Seat) -> str:
        """Name whose family it is."""
        return seat.owner.email

    @admin.display(description="place of", ordering="account__email")
    def member_mail(self, seat: Seat) -> str:
        """Name who has the place."""
        return seat.account.email if seat.account else "invited"


REGISTERED = {
    Plan: PlanAdmin,
    Voucher: VoucherAdmin,
    Pass: PassAdmin,
    Institution: InstitutionAdmin,
    Order: OrderAdmin,
    Trial: TrialAdmin,
    Gift: GiftAdmin,
    Seat: SeatAdmin,
}
