"""The embedded engine: espeak-ng from its Python package, in a process of its own. ``engine`` is the door."""
