"""Engines that speak: one small interface, and behind it an embedded one, neural ones, servers, and one for tests."""
