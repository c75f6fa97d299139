"""Apertium, the offline base: rule-based, small, in Debian; its warm pipelines answer in milliseconds."""
