"""Benchmarks: ``./kushk bench NAME`` runs ``bench/NAME.py``."""
