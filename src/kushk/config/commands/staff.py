"""Make an account for the desk, or give an existing one a new password."""

from __future__ import annotations

import argparse
import getpass
import secrets
import sys

from kushk.config.setup import ready_stand


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("name", help="the name to sign in with")
    parser.add_argument("--generate", action="store_true", help="make a password up and print it")


def run(parsed: argparse.Namespace) -> int:
    """Make the account or change its password."""
    ready_stand()
    from django.contrib.auth import get_user_model
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    password = secrets.token_urlsafe(12) if parsed.generate else getpass.getpass("Password: ")
    try:
        validate_password(password)
    except ValidationError as refused:
        print(f"kushk: {' '.join(refused.messages)} [weak-password]", file=sys.stderr)
        return 1
    user, made = get_user_model().objects.get_or_create(username=parsed.name)
    user.is_staff = user.is_superuser = True
    user.set_password(password)
    user.save()
    print(f"{'Made' if made else 'Changed'} the account “{parsed.name}”: sign in at /desk/")
    if parsed.generate:
        print(f"Password: {password}")
    return 0
