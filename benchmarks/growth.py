"""Part 5: what grows with topics, with stored conversations and with a conversation's length."""

from __future__ import annotations

from benchmarks.bench import Bench
from benchmarks.growing.stored import stored_table
from benchmarks.growing.talks import talks_table
from benchmarks.growing.topics import topics_table
from benchmarks.outcome import Outcome


def measure(bench: Bench) -> Outcome:
    """The guide with more and more of each; the long conversations beside stock Rasa."""
    return Outcome([topics_table(bench), stored_table(bench), talks_table(bench)])
