"""Trials: some days of a plan for nothing, once for each person."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from kushk.base.secret import keyed_hash
from kushk.membership.errors import NoTrial, TrialUsed
from kushk.membership.models import Pass, Plan, Trial
from kushk.membership.passes import Holder, last_end
from kushk.membership.persons import same_mailbox
from kushk.membership.selling import can_try


def person_of(account: User) -> str:
    """Return what is kept of a person so that a trial is had once, however the account is deleted and made anew."""
    return keyed_hash("trial", same_mailbox(account.email))


def may_try(account: User, plan: Plan) -> bool:
    """Tell whether somebody may begin a trial of a plan: they never had one, nor have the plan now."""
    now = timezone.now()
    has = last_end(Holder(account), plan, now) > now
    return bool(account.email) and not has and can_try(plan) and not _had(account)


def _had(account: User) -> bool:
    return Trial.objects.filter(Q(person_hash=person_of(account)) | Q(account=account)).exists()


def note_trial(account: User, plan: Plan, story: str, now: datetime) -> None:
    """Write down that somebody tries a plan, before anything is given.

    Raises:
        TrialUsed: they did so before.
    """
    if _had(account):
        raise TrialUsed(plan=plan.name)
    try:
        with transaction.atomic():
            Trial.objects.create(
                person_hash=person_of(account), plan=plan, account=account, story=story[:16], started_at=now
            )
    except IntegrityError:
        raise TrialUsed(plan=plan.name) from None


@transaction.atomic
def start_trial(account: User, plan: Plan, *, story: str = "", now: datetime | None = None) -> Pass:
    """Begin a trial that asks for no payment.

    Args:
        account: whose address is confirmed, where the stand can send mails.
        plan: what is tried.
        story: public id of the story before whose wall it began.
        now: the moment.

    Raises:
        NoTrial: the plan has none, or none without a payment method, or the account has the plan.
        TrialUsed: this person had one.
    """
    now = now or timezone.now()
    if not plan.trial_days or plan.trial_by_card or not account.email:
        raise NoTrial
    note_trial(account, plan, story, now)
    if last_end(Holder(account), plan, now) > now:
        raise NoTrial  # and nothing is noted
    ends = now + timedelta(days=plan.trial_days)
    return Pass.objects.create(account=account, plan=plan, kind=Pass.Kind.TRIAL, starts_at=now, ends_at=ends)
