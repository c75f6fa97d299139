"""Bring in: guarded fetching, one pure parser a format, polite schedules."""
