"""Glue: options, storage, locale, checks."""
