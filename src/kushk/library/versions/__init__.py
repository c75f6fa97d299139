"""Which publications have changed in a way that readers see: noted by the database, asked by the page store."""
