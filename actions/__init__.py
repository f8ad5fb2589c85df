"""Custom actions: thin adapters between Rasa's tracker and ``horgos.answers``."""
