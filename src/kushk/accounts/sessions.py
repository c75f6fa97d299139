"""Where sessions are kept: Django's own store in the database, with the account beside each."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore


class SessionStore(DatabaseStore):
    """Sessions whose rows name their account."""

    @classmethod
    def get_model_class(cls) -> Any:
        """Return the table."""
        from kushk.accounts.models import Session

        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        """Return a row with its account."""
        row: Any = super().create_model_instance(data)
        account = data.get(SESSION_KEY)
        row.account_id = int(account) if account else None
        return row
