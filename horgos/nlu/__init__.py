"""Graph components for Rasa, and the Kazakh language for spaCy."""
