"""Plans: what they cost, trials, orders and their payment, families."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from kushk.base import locale
from kushk.base.options import option
from kushk.core.errors import KushkError
from kushk.engines.payment.interface import BadEvent, PaymentUnreachable
from kushk.engines.payment.roster import STRIPE
from kushk.membership import api as membership
from kushk.reader.addresses import absolute, whole_path
from kushk.reader.interface import interface_of
from kushk.reader.origin import see_other
from kushk.reader.safe import Html, moment, name
from kushk.reader.views.account import signed_in, state_of
from kushk.reader.views.story import shown_story
from kushk.reader.walled import sign_in_path

LARGEST_EVENT = 1_000_000
_INVITED = "invited"
"""In a session: the code of an invitation, until its page has shown it."""
_DIGITS = 18
"""Of the largest number that a row can have."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A plan as its page shows it."""

    plan: membership.Plan
    name_html: Html
    publications: list[Html]
    prices: list[tuple[membership.Price, str, list[str]]]
    tries: bool


@require_http_methods(["GET", "HEAD", "POST"])
def plans(request: HttpRequest, ui: str) -> HttpResponse:
    """Show the plans; begin a trial or an order.

    Raises:
        Http404: there is no plan that can be tried or bought.
    """
    if membership.offered_plan() is None:
        raise Http404(request.path)
    if request.method != "POST":
        return _shown(request, ui)
    if not request.user.is_authenticated:
        return see_other(sign_in_path(ui, request.get_full_path(), "signup"))
    try:
        return _begun(request, ui)
    except (
        membership.TrialUsed,
        membership.NoTrial,
        membership.NoSuchPrice,
        membership.AlreadyMember,
        PaymentUnreachable,
    ) as error:
        status = 503 if isinstance(error, PaymentUnreachable) else 409
        return _shown(request, ui, error, status)


def _begun(request: HttpRequest, ui: str) -> HttpResponse:
    account, story = signed_in(request), request.POST.get("story", "")
    if "try" in request.POST:
        plan = _row(membership.Plan, request.POST["try"])
        if not plan.trial_by_card:
            membership.start_trial(account, plan, story=story)
            return see_other(_after(ui, story))
        prices = membership.prices_for(plan, _country(request))
        priced = next((each for each in prices if STRIPE in membership.ways_to_pay(each)), None)
        if priced is None:
            raise membership.NoSuchPrice
        order = membership.place_order(account, priced, STRIPE, trial=True, story=story, language=ui)
        return _paying(order, ui)
    price = _row(membership.Price, request.POST.get("price", ""))
    gift = "gift" in request.POST
    way = request.POST.get("way", "")
    return _paying(membership.place_order(account, price, way, gift=gift, story=story, language=ui), ui)


def _row(model: Any, key: str) -> Any:
    return get_object_or_404(model, pk=_number(key))


def _number(text: str) -> int:
    """Return the number of a row as a form has it; 0, which no row has, where it has none."""
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else 0


def _paying(order: membership.Order, ui: str) -> HttpResponse:
    mine = absolute(reverse("account_order", args=[order.number]))
    way = membership.Way(mine, absolute(reverse("reader:plans", args=[ui])), ui)
    return see_other(membership.checkout(order, way))


def _after(ui: str, story: str) -> str:
    found = shown_story(story)
    return whole_path(ui, found) if found else reverse("account_home")


def _shown(request: HttpRequest, ui: str, error: KushkError | None = None, status: int = 200) -> HttpResponse:
    country = _country(request)
    countries = sorted(set(membership.Price.objects.exclude(country="").values_list("country", flat=True)))
    context = {
        "here": "plans",
        "offered": [_offer(plan, request, ui, country) for plan in membership.Plan.objects.order_by("pk")],
        "countries": countries,
        "country": country if country in countries else "",
        "story": request.POST.get("story", "") or request.GET.get("story", ""),
        "error": error.code if error else "",
        "renewing_html": name(str(error.data.get("plan", "")), "und") if error else "",
    }
    return render(request, "account/plans.html", context, status=status)


def _country(request: HttpRequest) -> str:
    return request.GET.get("country", "").upper()[:2]


def _offer(plan: membership.Plan, request: HttpRequest, ui: str, country: str) -> Offer:
    account = request.user
    tries = membership.may_try(account, plan) if isinstance(account, User) else membership.can_try(plan)
    prices = [
        (price, locale.money(price.amount, price.currency, ui), membership.ways_to_pay(price))
        for price in membership.prices_for(plan, country)
    ]
    titles = [name(each.native_name or each.name, each.language) for each in plan.publications.all()]
    return Offer(plan, name(plan.name, "und"), titles, [each for each in prices if each[2]], tries)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def order(request: HttpRequest, number: UUID) -> HttpResponse:
    """Show an order as it stands now; cancel it, or go to where it is paid."""
    account, ui = signed_in(request), interface_of(request).tag
    found = get_object_or_404(membership.Order.objects.select_related("plan"), number=number, account=account)
    error = ""
    try:
        if request.method == "POST":
            return _ordered(request, found)
        if found.state < membership.Order.State.ENDED:
            found = membership.look_again(found)
    except PaymentUnreachable as unreachable:
        error = unreachable.code
    day = found.paid_until.date() if found.paid_until else None
    context = {
        "here": "account",
        "order": found,
        "plan_html": name(found.plan.name, "und"),
        "sum": locale.money(found.amount, found.currency, ui),
        "state": state_of(found),
        "until": moment(locale.date(day, ui), day.isoformat()) if day else "",
        "code": membership.gift_code(found) if found.voucher else "",
        "bank": _bank(found),
        "error": error,
    }
    return render(request, "account/order.html", context, status=503 if error else 200)


def _bank(order: membership.Order) -> str:
    """Return where an order can be paid by bank, at first or once more; empty where it cannot."""
    state = membership.Order.State
    again = order.state == state.PAID and order.kind == membership.Order.Kind.MEMBERSHIP
    return str(option("BANK")) if order.engine == "manual" and (order.state == state.OPEN or again) else ""


def _ordered(request: HttpRequest, found: membership.Order) -> HttpResponse:
    mine = reverse("account_order", args=[found.number])
    engine = membership.payment_engine(found.engine)
    if "portal" in request.POST and engine and found.customer:
        return see_other(engine.portal(found.customer, absolute(mine)))
    if "cancel" in request.POST:
        membership.cancel(found)
    return see_other(mine)


@csrf_exempt  # a payment engine signs what it sends
@require_POST
def event(request: HttpRequest, engine: str) -> HttpResponse:
    """Take a message of a payment engine."""
    if len(request.body) > LARGEST_EVENT:
        return HttpResponse(status=413)
    try:
        membership.receive(engine, request.body, request.headers.get("Stripe-Signature", ""))
    except BadEvent:
        return HttpResponse(status=400)
    except PaymentUnreachable:
        return HttpResponse(status=503)
    return HttpResponse(status=200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def family(request: HttpRequest) -> HttpResponse:
    """Show the places of a family; invite somebody, or take a place back.

    Raises:
        Http404: the account has no places to give.
    """
    account, now = signed_in(request), timezone.now()
    held = membership.family_pass(account, now)
    if held is None and not membership.seats_of(account).exists():
        raise Http404
    error = ""
    if request.method == "POST":
        if "take" in request.POST:
            membership.take_back(account, _number(request.POST["take"]))
            return see_other(reverse("account_family"))
        try:
            request.session[_INVITED] = membership.invite(account, now)
        except membership.NoSeatsLeft as full:
            error = full.code
        else:
            return see_other(request.path)
    seats = list(membership.seats_of(account))
    context = {
        "here": "account",
        "seats": seats,
        "free": held.plan.seats - 1 - len(seats) if held else 0,
        "code": request.session.pop(_INVITED, ""),
        "error": error,
        "plan_html": name(held.plan.name, "und") if held else "",
    }
    return render(request, "account/family.html", context)
