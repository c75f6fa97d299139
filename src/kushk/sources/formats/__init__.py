"""One pure parser a format: bytes in, stories out; no Django and no I/O."""
