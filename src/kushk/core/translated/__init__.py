"""Translations as documents: what is translated, whether it came out well, and where its marks are now."""
