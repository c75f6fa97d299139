"""Addresses of everything that needs to know who somebody is: ``/LANGUAGE/account/...``.

The library's own views, those of them that the stand has words for. Their addresses begin with the language of the page
that is open, without being told it each time.
"""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as social
from django.urls import URLResolver, path, re_path
from django.urls.resolvers import LocalePrefixPattern
from django.utils.translation import get_language

from kushk.base.locale import INTERFACES
from kushk.base.locale.tables import django_tag
from kushk.reader.credentials import readable_credential
from kushk.reader.views import account as ours
from kushk.reader.views import elsewhere, history, plans, proposals

_TAGS = {django_tag(tag): tag for tag in INTERFACES}


class InterfacePrefix(LocalePrefixPattern):
    """The language of the interface, as the middleware found it in the address."""

    @property
    def language_prefix(self) -> str:
        """Return it as addresses begin."""
        return f"{_TAGS.get(get_language() or '', INTERFACES[0])}/account/"


signing = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("signup/", account.signup, name="account_signup"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("email/", account.email, name="account_email"),
    path("email/sent/", account.email_verification_sent, name="account_email_verification_sent"),
    re_path(r"^email/confirm/(?P<key>[-:\w]+)/$", account.confirm_email, name="account_confirm_email"),
    path("password/", account.password_change, name="account_change_password"),
    path("password/set/", account.password_set, name="account_set_password"),
    path("password/reset/", account.password_reset, name="account_reset_password"),
    path("password/reset/sent/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("password/reset/done/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("security/", mfa.index, name="mfa_index"),
    path("security/second/", readable_credential(mfa.authenticate), name="mfa_authenticate"),
    path("security/confirm/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("security/app/add/", totp.activate_totp, name="mfa_activate_totp"),
    path("security/app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("security/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("security/codes/new/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("security/passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("security/passkeys/add/", readable_credential(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path(
        "security/passkeys/confirm/",
        readable_credential(passkeys.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("security/passkeys/login/", readable_credential(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("security/passkeys/<int:pk>/remove/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("elsewhere/", social.connections, name="socialaccount_connections"),
    path("elsewhere/cancelled/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("elsewhere/error/", social.login_error, name="socialaccount_login_error"),
    path("elsewhere/signup/", social.signup, name="socialaccount_signup"),
    path("elsewhere/<slug:provider_id>/", elsewhere.login, name="openid_connect_login"),
    path("elsewhere/<slug:provider_id>/callback/", elsewhere.callback, name="openid_connect_callback"),
]

own = [
    path("", ours.home, name="account_home"),
    path("me.json", ours.me, name="account_me"),
    path("kept.json", ours.kept, name="account_kept"),
    path("following/", ours.following, name="account_following"),
    path("follow/<str:slug>/", ours.follow, name="account_follow"),
    path("follow/<str:slug>/<str:section_slug>/", ours.follow, name="account_follow_section"),
    path("history/", history.history, name="account_history"),
    path("everywhere/", ours.sign_out_everywhere, name="account_everywhere"),
    path("export/", ours.export, name="account_export"),
    path("delete/", ours.delete, name="account_delete"),
    path("family/", plans.family, name="account_family"),
    path("propose/<str:public_id>/<str:target>/", proposals.propose, name="account_propose"),
    path("orders/<uuid:number>/", plans.order, name="account_order"),
]

urlpatterns = [URLResolver(InterfacePrefix(), [*own, *signing])]
