"""The views, one module a kind of page."""
