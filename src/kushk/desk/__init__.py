"""Operate: the pages of the staff."""
