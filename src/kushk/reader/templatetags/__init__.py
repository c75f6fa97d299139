"""Template tags of the stand."""
