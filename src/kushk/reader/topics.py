"""The topics that the stand knows by name; a publication's topic is one of these keys."""

from __future__ import annotations

TOPICS: dict[str, str] = {
    "arts": "Arts",
    "books": "Books",
    "business": "Business",
    "community": "Community",
    "culture": "Culture",
    "education": "Education",
    "environment": "Environment",
    "food": "Food",
    "government": "Government",
    "health": "Health",
    "history": "History",
    "law": "Law",
    "life": "Life",
    "local": "Local news",
    "money": "Money",
    "music": "Music",
    "nature": "Nature",
    "news": "News",
    "opinion": "Opinion",
    "politics": "Politics",
    "religion": "Religion",
    "science": "Science",
    "society": "Society",
    "sport": "Sport",
    "technology": "Technology",
    "travel": "Travel",
    "world": "World",
}
"""English message by key; the catalogues have them under the context ``topic``."""
