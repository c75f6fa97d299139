"""GOLD: who may read what is not for everybody. A stand whose stories are all free never sees any of it."""
