"""What a fetch brings back."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask "has it changed?" with: byte for byte as it sent them, empty when it did not."""

    etag: str = ""
    last_modified: str = ""

    def __bool__(self) -> bool:
        return bool(self.etag or self.last_modified)


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer with a body."""

    body: bytes
    """Decoded."""
    url: str
    """The address that answered, after redirects."""
    media_type: str
    """``Content-Type`` as sent, parameters included; empty when there was none."""
    headers: dict[str, str] = field(default_factory=dict)
    """By lower-case name; several of one name are joined by ``, ``."""
    validators: Validators = Validators()
    moved_to: str = ""
    """Where the address moved for good (301, 308); empty when it did not."""
    fresh_for: int | None = None
    """Seconds for which the server calls it fresh; None when it does not say."""
    status: int = 200


@dataclass(frozen=True, slots=True)
class NotModified:
    """Nothing changed since the validators were given."""

    url: str
    validators: Validators
    """The newest ones: a server may give new ones with a 304."""
    headers: dict[str, str] = field(default_factory=dict)
    moved_to: str = ""
    fresh_for: int | None = None
