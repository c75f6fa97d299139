"""A sentence and its translation: what looks wrong, where its stretches went, which names it must keep. Pure."""
