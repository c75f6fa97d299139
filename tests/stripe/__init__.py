"""A server that speaks the part of Stripe's HTTP API that the stand uses, and remembers what it was told."""
