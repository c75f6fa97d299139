"""PEOPLE: readers who signed in, and what the stand keeps for them. Everything works without an account."""
