"""Finished pages, rendered once and kept until what they show changes: in memory, and on disk for all processes."""
