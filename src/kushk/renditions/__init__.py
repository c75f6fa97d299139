"""What is derived from stories: share cards."""
