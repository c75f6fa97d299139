"""Translate: every story in the reader's language, sentence by sentence."""
