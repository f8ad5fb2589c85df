"""What is asked beside a topic without being one: acts that are answered behind the rest."""

REFUSALS = ("unanswerable", "out_of_scope")
"""Questions that are answered by saying no."""
SAID_AFTER = {
    "human_help": "human_help",
    "bot_challenge": "bot_challenge",
    "unanswerable": "unanswerable_too",
    "out_of_scope": "out_of_scope_too",
}
"""By intent, the sentence that is said behind the answer to the rest of the message."""
