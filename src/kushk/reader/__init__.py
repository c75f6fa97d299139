"""Show: the pages; templates by block kind."""
