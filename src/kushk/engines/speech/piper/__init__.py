"""Piper's voices (VITS as ``.onnx`` with ``.onnx.json``) by a small runtime of our own. ``engine`` is the door."""
