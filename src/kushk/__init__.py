"""Kushk: an open, self-hosted, multilingual newsstand."""

__version__ = "0.1.0"
