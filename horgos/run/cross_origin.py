"""Which pages may talk to the guide: the channels say so, each for itself.

Rasa puts sanic-cors in front of all of them: it answers every OPTIONS with an empty 200 before a
channel sees it, and lets clients that name no origin know that credentials are welcome. The web
channel has an allow-list and answers preflights of its own.
"""

from __future__ import annotations

from typing import Any

import rasa.server


def leave_it_to_the_channels() -> None:
    """Keep Rasa from answering for them."""
    rasa.server.configure_cors = _nothing


def _nothing(*_: Any) -> None:
    """In place of ``rasa.server.configure_cors``."""
