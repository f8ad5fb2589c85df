"""Tuning the encoder's upper layers to visitors' questions (docs/adr/0014)."""
