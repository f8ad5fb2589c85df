"""A stock Rasa project with our training questions: Rasa's own default configuration."""
