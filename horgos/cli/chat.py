"""``horgos chat``: a conversation with the running guide in the terminal."""

from __future__ import annotations

import sys
import uuid
from pathlib import Path

from horgos.cli.common import PROJECT, ending_well, settings_of


def chat(project: Path = PROJECT) -> None:
    """Talk with the running guide; a number presses a button, Ctrl-D ends."""
    from horgos.cli.rest import Reply, RestClient
    from horgos.cli.transcript import lines_of, message_for

    with ending_well():
        client = RestClient(settings_of(project).url, f"terminal-{uuid.uuid4().hex}", {})
        client.look_for_guide()
        if sys.stdin.isatty():
            import readline  # noqa: F401 - gives input() its line editing

            print("Ask what a visitor would. A number presses a button, Ctrl-D ends.")
        last = Reply((), ())
        while (typed := _read_line()) is not None:
            if typed.strip():
                last = client.say(message_for(typed, last))
                print(*lines_of(last), sep="\n", flush=True)


def _read_line() -> str | None:
    """What was typed; None at the end."""
    if not sys.stdin.isatty():
        return sys.stdin.readline() or None
    try:
        return input("> ")
    except (EOFError, KeyboardInterrupt):
        print()
        return None
