"""Platforms played by servers of our own: their limits, their error codes, their bad days."""
