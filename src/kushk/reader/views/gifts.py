"""Gift links: made by members, opened by whoever has one."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kushk.base import locale
from kushk.base.cookies import is_secure
from kushk.library import api as library
from kushk.membership import api as membership
from kushk.reader.addresses import absolute, story_path, whole_path
from kushk.reader.asker import is_ahead
from kushk.reader.caching import only_read
from kushk.reader.origin import see_other
from kushk.reader.safe import moment
from kushk.reader.views.account import signed_in
from kushk.reader.views.story import found_story, shown_story
from kushk.reader.walled import gifts_from, keep_gift, viewer_of

GONE = 410


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def give(request: HttpRequest, ui: str, public_id: str) -> HttpResponse:
    """Make a link that opens a story to its end for others.

    Raises:
        Http404: the reader may not give this story.
    """
    account, found, now = signed_in(request), found_story(public_id), timezone.now()
    if found.state != library.StoryState.PUBLISHED or not membership.may_give(found, viewer_of(request), now):
        raise Http404
    error = ""
    if request.method == "POST":
        try:
            membership.give(account, found.public_id, now)
        except membership.NoGiftsLeft as none:
            error = none.code
        else:
            return see_other(request.path)
    link, until = "", None
    if held := membership.given(account, found.public_id, now):
        made, token = held
        link = absolute(reverse("reader:gift", args=[ui, token]))
        until = moment(locale.date(made.ends_at.date(), ui), made.ends_at.date().isoformat())
    context = {
        "here": "account",
        "story": found,
        "back": whole_path(ui, found),
        "link": link,
        "until": until,
        "error": error,
        "left": membership.gifts_left(account, now),
    }
    return render(request, "account/give.html", context)


@only_read
def gift(request: HttpRequest, ui: str, token: str) -> HttpResponse:
    """Open a gift: the device keeps it, and is led to the story."""
    now = timezone.now()
    given = membership.gift_of(token, now)
    found = shown_story(given.story) if given else None
    if is_ahead(request):
        return HttpResponse(status=204 if found else GONE)
    if found and is_secure() and request.headers.get("Sec-Fetch-Mode") != "navigate":
        return HttpResponseRedirect(story_path(ui, found))  # what shows a preview in a chat is no reader
    opened = membership.unwrap(token, gifts_from(request), now) if found else None
    if opened is None or found is None:
        context = {"here": "gift", "story": found, "back": story_path(ui, found) if found else ""}
        return render(request, "reader/gift_over.html", context, status=GONE)
    response = HttpResponseRedirect(whole_path(ui, found))
    keep_gift(request, response, token)
    return response
