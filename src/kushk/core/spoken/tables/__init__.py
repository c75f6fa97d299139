"""What each language says for the signs that are written alike everywhere, as data."""
