"""Neural voices: Piper's VITS models, run by onnxruntime in a process of their own. ``engine`` is the door."""
