"""What a message says besides its topic: whose citizen, how much money, when, on which side.

Pure: knows neither Rasa nor HTTP. Word lists and phrase patterns are in ``lexicon/``.
"""
