"""Signing in with an OpenID Connect server: the library's own views, with one return address for all languages."""

from __future__ import annotations

from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

from kushk.base.locale import INTERFACES
from kushk.reader.addresses import absolute


class Elsewhere(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # the library has no types
    """Leads back to one address, which the operator gives the server once."""

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:  # noqa: ARG002
        """Return it: of the stand's own settings, never of what a request claims about its host."""
        with translation.override(INTERFACES[0]):
            return absolute(reverse("openid_connect_callback", args=[self.provider_id]))


def login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Lead to the server, after a press."""
    return _through(OAuth2LoginView, request, provider_id)


def callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take what the server sends back."""
    return _through(OAuth2CallbackView, request, provider_id)


def _through(view: type[OAuth2LoginView], request: HttpRequest, provider_id: str) -> HttpResponse:
    try:
        answer: HttpResponse = view.adapter_view(Elsewhere(request, provider_id))(request)
    except SocialApp.DoesNotExist:
        raise Http404 from None
    return answer
