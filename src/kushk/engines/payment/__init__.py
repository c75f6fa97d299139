"""Engines that take payments: one small interface. No card number ever reaches the stand."""
