"""The guide's systemd unit: taken by systemd, and in step with the guide and its page."""

from __future__ import annotations

import configparser
import shutil
import subprocess
from pathlib import Path

import pytest

from horgos.run.child import _PATIENCE
from horgos.run.failure import ExitCode
from tests.running import ROOT

UNIT = ROOT / "deploy" / "horgos-guide.service"
LOGROTATE = (ROOT / "deploy" / "horgos-guide.logrotate").read_text(encoding="utf-8")


def _verdict(folder: Path, *replaced: str) -> subprocess.CompletedProcess[str]:
    """What systemd says of the unit as it would stand on a machine where the guide is."""
    if shutil.which("systemd-analyze") is None:
        pytest.skip("no systemd-analyze")
    text = UNIT.read_text(encoding="utf-8")
    if replaced:
        assert replaced[0] in text
        text = text.replace(*replaced)
    unit = folder / UNIT.name
    unit.write_text(text.replace("/opt/horgos/guide", str(ROOT)), encoding="utf-8")
    command = ["systemd-analyze", "verify", "--man=no", str(unit)]
    return subprocess.run(command, capture_output=True, text=True)


def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    verdict = _verdict(tmp_path)
    assert (verdict.returncode, verdict.stderr) == (0, "")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Restart=on-failure", "Restart=sometimes"),
        ("ProtectSystem=strict", "ProtectSystem=entirely"),
        ("SystemCallFilter=@system-service", "SystemCallFilter=@no-such-group"),
    ],
)
def test_systemd_would_name_a_broken_line(tmp_path: Path, right: str, wrong: str) -> None:
    assert wrong.partition("=")[2] in _verdict(tmp_path, right, wrong).stderr


def _service() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment]
    parser.read(UNIT)
    return parser["Service"]


def test_it_writes_where_it_may() -> None:
    service = _service()
    assert service["Environment"] == f"HORGOS_VAR=/var/lib/{service['StateDirectory']}"
    assert service["WorkingDirectory"].startswith(f"{service['ReadWritePaths']}/")
    assert service["ExecStart"] == f"{service['WorkingDirectory']}/.venv/bin/horgos run"


def test_it_ends_as_the_launcher_does() -> None:
    service = _service()
    assert int(service["TimeoutStopSec"]) >= _PATIENCE + 5
    assert int(service["RestartPreventExitStatus"]) == ExitCode.WRONG_SETTING
    assert service["KillMode"] == "mixed"


def test_logs_are_rotated_where_they_are_written() -> None:
    service = _service()
    assert f"/var/lib/{service['StateDirectory']}/log/*.log" in LOGROTATE
    assert f"su {service['User']} {service['Group']}" in LOGROTATE
    assert "copytruncate" in LOGROTATE
