"""What reads the library, in one or two queries each, none of which scans a table."""
