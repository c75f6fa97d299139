"""Full-text search: one analyzer for text and query, one index behind one interface."""
