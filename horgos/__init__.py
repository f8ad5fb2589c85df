"""The visitor guide of the Horgos joint business zone."""
