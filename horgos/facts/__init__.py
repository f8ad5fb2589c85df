"""The facts file: what is true, who says so, and how old it is.

``load_facts`` reads and checks ``facts/facts.yml``; ``FactStore`` keeps the last good file
while an operator edits it. Nothing here knows Rasa or HTTP.
"""

from horgos.facts.issues import Issue, Severity
from horgos.facts.loader import FactsError, check_facts, load_facts
from horgos.facts.model import Fact, Facts, Role, Source, Statement, Status
from horgos.facts.store import FactStore

__all__ = [
    "Fact",
    "FactStore",
    "Facts",
    "FactsError",
    "Issue",
    "Role",
    "Severity",
    "Source",
    "Statement",
    "Status",
    "check_facts",
    "load_facts",
]
