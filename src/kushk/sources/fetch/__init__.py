"""The one way out: every request to an address that came from outside is made here, and judged here.

``client.Fetcher`` is the door. ``addresses``, ``url``, ``headers``, ``decoding`` and ``reservations`` are pure;
``guard`` dials; ``robots`` and ``slots`` keep what one process knows of the sites it visits.
"""
