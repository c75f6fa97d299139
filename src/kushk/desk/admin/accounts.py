"""Accounts at the desk: staff and readers. Nobody is deleted here who would go on paying."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from kushk.desk.admin.themed import Themed
from kushk.engines.payment.interface import PaymentUnreachable
from kushk.reader.leaving import leave


class AccountAdmin(Themed, UserAdmin):  # type: ignore[type-arg]  # generic in the stubs alone
    """Accounts by their addresses."""

    list_display = ("email", "username", "is_staff", "date_joined", "last_login")
    ordering = ("-date_joined",)

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Leave an address to its reader, who proves the new one."""
        known = super().get_readonly_fields(request, obj)
        return (*known, "email") if obj and not obj.is_staff else known

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Let what belongs to an account go with it, though it is not deleted by itself."""
        gone, counts, _, protected = super().get_deleted_objects(objs, request)
        return gone, counts, set(), protected

    def delete_model(self, request: HttpRequest, obj: User) -> None:
        """End what a reader pays for, and delete the account."""
        if obj.is_staff:
            super().delete_model(request, obj)
        else:
            leave(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        """Likewise for several."""
        for account in queryset:
            self.delete_model(request, account)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Delete an account, or say that its subscription could not be ended."""
        try:
            return super().delete_view(request, object_id, extra_context)
        except PaymentUnreachable as fault:
            return _kept(request, fault)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Likewise for what is done to several."""
        try:
            return super().changelist_view(request, extra_context)
        except PaymentUnreachable as fault:
            return _kept(request, fault)


def _kept(request: HttpRequest, fault: PaymentUnreachable) -> HttpResponse:
    messages.error(request, f"Not deleted, for what it pays could not be ended: {fault}")
    return HttpResponseRedirect(request.get_full_path())
