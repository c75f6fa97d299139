"""The OpenID Connect server as the library that signs readers in finds it: by the name of this module."""

from __future__ import annotations

from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider

from kushk.reader.views.elsewhere import Elsewhere


class StandProvider(OpenIDConnectProvider):  # type: ignore[misc]  # the library has no types
    """One server, which leads back to one address."""

    oauth2_adapter_class = Elsewhere


provider_classes = [StandProvider]
