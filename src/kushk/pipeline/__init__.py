"""Conduct: the flow from a source to the stand as one readable list; background jobs; schedules."""
