"""A Rasa model a language, with the tokenizer of that language, and DIET."""
