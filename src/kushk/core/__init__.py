"""The document, and what can be computed from it alone: no Django, no I/O, no clock, no randomness."""
