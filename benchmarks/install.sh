#!/bin/sh
# Adds what only the measurements need (other language detectors) to .venv.
set -eu
cd "$(dirname "$0")/.."
unset VIRTUAL_ENV
uv=$(command -v uv || echo "$PWD/.uv/bin/uv")
"$uv" sync --quiet --locked --group bench || {
    echo "The packages of the measurements could not be installed: see above, then try again." >&2
    exit 1
}
