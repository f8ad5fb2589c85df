"""The action server's process: rasa-sdk with ``actions/``, ``python -m horgos.run.action_server``.

It listens where ``SANIC_HOST`` says (the launcher says 127.0.0.1) and sends no CORS headers:
only the guide talks to it.
"""

from __future__ import annotations

import argparse
import logging

from rasa_sdk import utils
from rasa_sdk.endpoint import run


def main() -> None:
    """Serve until SIGTERM."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", required=True, type=int)
    given = parser.parse_args()
    utils.configure_colored_logging(logging.INFO)
    utils.update_sanic_log_level()
    run("actions", given.port, cors_origins="")


if __name__ == "__main__":
    main()
