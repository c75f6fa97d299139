"""Keep: publications, sources, issues, stories, revisions, media, full-text search."""
