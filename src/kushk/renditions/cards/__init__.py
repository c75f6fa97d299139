"""Pictures that stand for a story where its link is shared. ``api`` is the door."""
