"""The only door to syndication.

``unspoken`` is sent when somebody asks for a podcast whose stories are not all spoken yet: at most once a minute for a
podcast in a process, with the public ids of the newest few. Who conducts the work has them spoken in the background.
"""

from __future__ import annotations

from django.dispatch import Signal

from kushk.syndication.feeds import AT_ONCE, unspoken

__all__ = ["AT_ONCE", "Signal", "unspoken"]
