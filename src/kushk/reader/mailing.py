"""Mails that the stand sends by itself, in the language in which their reader last asked for something."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from kushk.base import locale
from kushk.base.locale.tables import django_tag
from kushk.membership import api as membership
from kushk.reader.addresses import absolute
from kushk.reader.interface import interface_named


def tell_paid(order: membership.Order) -> bool:
    """Tell whoever ordered that their payment came; tell whether there was an address to write to.

    Raises:
        OSError: the mail could not be sent.
    """
    if order.account is None or not order.account.email:
        return False
    ui = interface_named(order.language)
    with override(django_tag(ui.tag)):
        address = absolute(reverse("account_order", args=[order.number]))
    context = {
        "ui": ui,
        "stand": settings.STAND_NAME,
        "plan": order.plan.name,
        "sum": locale.money(order.amount, order.currency, ui.tag),
        "until": locale.date(order.paid_until.date(), ui.tag) if order.paid_until else "",
        "code": membership.gift_code(order) if order.voucher else "",
        "address": address,
    }
    subject, text = (render_to_string(f"account/email/paid_{part}.txt", context) for part in ("subject", "message"))
    send_mail(subject.strip(), text, None, [order.account.email])
    return True
