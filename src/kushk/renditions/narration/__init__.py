"""Stories read aloud."""
