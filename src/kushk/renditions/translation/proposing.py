"""Better translations that readers suggest: kept until the desk accepts or declines them."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User
from django.utils import timezone

from kushk.core.errors import KushkError
from kushk.renditions.translation.models import Proposal
from kushk.renditions.translation.planning import Wanted
from kushk.renditions.translation.reviewing import EmptyReview

A_DAY = 30
"""Suggestions of one reader in a day."""
LONGEST = 2000


class TooManyProposals(KushkError):
    """A reader suggested as much today as is taken."""

    code = "too-many-proposals"
    words = "You have sent many suggestions today. Please go on tomorrow."


def propose(  # noqa: PLR0913 - what is said of which sentence by whom
    account: User, story: str, target: str, wanted: Wanted, *, before: str, text: str
) -> Proposal:
    """Keep what a reader suggests for a sentence, in place of what they suggested before.

    Args:
        account: of the reader.
        story: public id.
        target: language of the translation.
        wanted: the sentence.
        before: what stands there now.
        text: what is better.

    Raises:
        EmptyReview: there is no text.
        TooManyProposals: too many in a day.
    """
    text = " ".join(text.split())[:LONGEST]
    if not text:
        raise EmptyReview
    since = timezone.now() - timedelta(days=1)
    if Proposal.objects.filter(account=account, made_at__gt=since).count() >= A_DAY:
        raise TooManyProposals
    made, _ = Proposal.objects.update_or_create(
        account=account,
        story=story,
        target=target,
        sentence=wanted.piece.id,
        defaults={"original": wanted.piece.text, "before": before, "text": text, "state": Proposal.State.NEW},
    )
    return made


def proposals_of(account: User) -> list[dict[str, str]]:
    """Return what a reader suggested, for their archive."""
    return [
        {
            "story": each.story,
            "language": each.target,
            "original": each.original,
            "before": each.before,
            "text": each.text,
            "state": each.state,
            "made": each.made_at.isoformat(),
        }
        for each in Proposal.objects.filter(account=account)
    ]


def forget_proposals(account: User) -> int:
    """Delete what a reader suggested and nobody accepted, before the account goes; return how many.

    What was accepted stays without a name: it is the stand's translation now.
    """
    return Proposal.objects.filter(account=account).exclude(state=Proposal.State.ACCEPTED).delete()[0]
