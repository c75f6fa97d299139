"""Engines that translate: one interface, one file or folder for each."""
