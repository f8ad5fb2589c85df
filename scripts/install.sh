#!/bin/sh
# Installs the locked dependencies into .venv. Brings its own uv (into .uv/) when the machine
# has none. Whatever is missing, one line says what to do.
set -eu
cd "$(dirname "$0")/.."

uv_version=0.13.9
python_version=$(cat .python-version)
# Another project's environment, still active in this shell, is not ours to fill.
unset VIRTUAL_ENV

fail() {
    echo "$1" >&2
    exit 1
}

# Any Python with pip will do to fetch uv; that of pyenv has it, Debian's needs python3-pip.
fetch_uv() {
    echo "Fetching uv $uv_version into .uv/" >&2
    for python in python3 /usr/bin/python3 "python$python_version" $(pyenv_pythons); do
        "$python" -m pip install --quiet --disable-pip-version-check --no-deps \
            --target .uv "uv==$uv_version" >&2 2>/dev/null && return 0
    done
    fail "uv is missing and could not be fetched with pip: install pip (sudo apt install python3-pip) or uv (https://docs.astral.sh/uv), look at the network, then try again."
}

pyenv_pythons() {
    for python in "${PYENV_ROOT:-$HOME/.pyenv}/versions/$python_version".*/bin/python; do
        [ ! -x "$python" ] || echo "$python"
    done
}

find_uv() {
    if command -v uv; then return; fi
    [ -x .uv/bin/uv ] || fetch_uv
    echo "$PWD/.uv/bin/uv"
}

find_python() {
    if "$uv" python find --no-project --system --no-python-downloads "$python_version" 2>/dev/null; then
        return
    fi
    found=$(pyenv_pythons | head -n 1)
    if [ -n "$found" ]; then
        echo "$found"
        return
    fi
    if "$uv" python install --quiet "$python_version" 2>/dev/null; then
        "$uv" python find --no-project --system "$python_version"
        return
    fi
    fail "Python $python_version is missing: install it (pyenv install $python_version, or your system's package), then try again."
}

uv=$(find_uv)
python=$(find_python)
echo "Installing the locked dependencies for $python" >&2
# Compiled once here: Python would otherwise read 15,000 files as source at every start,
# which takes 20 seconds instead of 5 where PYTHONDONTWRITEBYTECODE is set.
"$uv" sync --quiet --locked --compile-bytecode --python "$python" ||
    fail "The dependencies could not be installed: see above, then try again."
touch .venv/.installed
