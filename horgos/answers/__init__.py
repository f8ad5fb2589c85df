"""From what was asked, about whom and when, to an answer with its sources.

``Guide.answer`` is the whole way; the modules beside it are its steps. Nothing here knows
Rasa or HTTP.
"""

from horgos.answers.answer import Answer, Button
from horgos.answers.guide import Guide
from horgos.answers.heard import Heard
from horgos.answers.memory import Memory
from horgos.answers.question import Ask, Question

__all__ = ["Answer", "Ask", "Button", "Guide", "Heard", "Memory", "Question"]
