"""``load_model.py MODEL RESULT``: how long a model takes to load, in seconds, as a JSON number.

It is loaded twice, and the second time counts: the first one imports what it needs.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from rasa.core.agent import Agent


def main() -> None:
    """Load, load, write."""
    model, result = sys.argv[1:]
    Agent.load(model)
    started = time.perf_counter()
    Agent.load(model)
    Path(result).write_text(json.dumps(time.perf_counter() - started), encoding="utf-8")


if __name__ == "__main__":
    main()
