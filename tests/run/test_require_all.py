"""REQUIRE_ALL=1 turns what would be skipped into a failure that gives the reason."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
TESTS = """
import pytest

@pytest.mark.skip(reason="no browser")
def test_marked(): ...

def test_inside():
    pytest.skip("no PostgreSQL")

@pytest.mark.xfail
def test_expected():
    assert False
"""
MODULE = "import pytest\npytest.skip('no Redis', allow_module_level=True)\n"


@pytest.mark.parametrize(
    ("required", "counts"), [("0", "3 skipped, 1 xfailed"), ("1", "1 failed, 1 xfailed, 2 errors")]
)
def test_skips(tmp_path: Path, required: str, counts: str) -> None:
    (tmp_path / "test_it.py").write_text(TESTS)
    (tmp_path / "test_module.py").write_text(MODULE)
    arguments = ["-p", "tests.require_all", "-ra", "--continue-on-collection-errors"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *arguments, str(tmp_path)],
        cwd=tmp_path,
        env={**os.environ, "REQUIRE_ALL": required, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
    )
    closing = done.stdout.splitlines()[-1]
    assert counts in closing
    assert (done.returncode == 0) is (required == "0")
    assert all(reason in done.stdout for reason in ("no browser", "no PostgreSQL", "no Redis"))
