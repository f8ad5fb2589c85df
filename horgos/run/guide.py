"""The guide's process: Rasa's server with our model, ``python -m horgos.run.guide``.

The same as ``rasa run``, without the imports of Rasa's other commands, and without TensorFlow
where the model has no use for it.
"""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path

from horgos.language.yaml_files import DataFileError, load_mapping
from horgos.run.without_tensorflow import does_without_tensorflow, import_rasa_server

logger = logging.getLogger("horgos.guide")


def serve(model: str, host: str, port: int, credentials: str, endpoints: str) -> None:
    """Serve until SIGTERM.

    Raises:
        RasaException: Model, endpoints or credentials cannot be used.
        DataFileError: Credentials or endpoints are missing or no YAML; Rasa would not say which
            file it is, and without endpoints keep conversations in memory.
    """
    for file in (credentials, endpoints):
        load_mapping(Path(file))
    if does_without_tensorflow(Path(model)):
        import_rasa_server()
    import rasa
    import rasa.utils.common
    import rasa.utils.io
    import rasa.utils.log_utils

    rasa.utils.common.configure_logging_and_warnings()
    rasa.utils.io.configure_colored_logging(None)
    rasa.utils.log_utils.configure_structlog()
    from horgos.run.action_replies import prove_the_schema_once
    from horgos.run.cross_origin import leave_it_to_the_channels
    from horgos.run.graph_runner import run_in_sequence

    prove_the_schema_once()
    run_in_sequence()
    leave_it_to_the_channels()
    # One line for every look at /health would fill the log.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    rasa.run(
        model,
        endpoints,
        credentials=credentials,
        interface=host,
        port=port,
        enable_api=False,
    )


def main() -> None:
    """Read the arguments and serve; one line in the log instead of a trace for known faults."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True)
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", required=True, type=int)
    parser.add_argument("--credentials", required=True)
    parser.add_argument("--endpoints", default="endpoints.yml")
    given = parser.parse_args()
    from rasa.shared.exceptions import RasaException

    try:
        serve(given.model, given.host, given.port, given.credentials, given.endpoints)
    except (RasaException, DataFileError) as fault:
        logger.error("%s", " ".join(str(fault).split()))
        sys.exit(1)


if __name__ == "__main__":
    main()
