"""The systemd units: taken by systemd, and in step with the files they name."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
from pathlib import Path

import pytest

DEPLOY = Path(__file__).resolve().parents[2] / "deploy" / "tablet"
UNITS = sorted(path.name for path in DEPLOY.glob("horgos-kiosk*"))


def test_which_units_there_are() -> None:
    assert UNITS == [
        "horgos-kiosk-restart.service",
        "horgos-kiosk-restart.timer",
        "horgos-kiosk.service",
    ]


@pytest.mark.parametrize("unit", UNITS)
def test_systemd_takes_the_unit(tmp_path: Path, unit: str) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("no systemd-analyze")
    verdict = _verify(tmp_path, unit)
    assert (verdict.returncode, verdict.stderr) == (0, "")


def test_systemd_would_refuse_a_broken_unit(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("no systemd-analyze")
    verdict = _verify(tmp_path, "horgos-kiosk.service", "Restart=always", "Restart=sometimes")
    assert "sometimes" in verdict.stderr


def _verify(folder: Path, unit: str, *replaced: str) -> subprocess.CompletedProcess[str]:
    """What systemd says of the unit as it would stand on a tablet, with this folder's script."""
    for name in UNITS:
        text = (DEPLOY / name).read_text()
        if replaced:
            text = text.replace(*replaced)
        # This machine needs neither the compositor nor an installed script.
        text = text.replace("/usr/bin/cage", shutil.which("true") or "")
        (folder / name).write_text(text.replace("/opt/horgos-kiosk", str(DEPLOY)))
    return subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(folder / unit)],
        env={**os.environ, "SYSTEMD_UNIT_PATH": f"{folder}:"},
        capture_output=True,
        text=True,
    )


def _read(unit: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment]
    parser.read(DEPLOY / unit)
    return parser


def test_the_kiosk_runs_unprivileged_and_for_ever() -> None:
    service = _read("horgos-kiosk.service")["Service"]
    assert service["User"] == "kiosk"
    assert service["Restart"] == "always"
    assert service["ExecStart"].endswith(" -- /opt/horgos-kiosk/start-kiosk.sh")
    assert service["EnvironmentFile"] == "/etc/horgos-kiosk.conf"
    # -s would let a keyboard switch to a login prompt.
    assert " -s" not in service["ExecStart"]
    assert os.access(DEPLOY / "start-kiosk.sh", os.X_OK)


def test_it_is_started_anew_every_night_at_four() -> None:
    assert _read("horgos-kiosk-restart.timer")["Timer"]["OnCalendar"] == "*-*-* 04:00:00"
    restart = _read("horgos-kiosk-restart.service")["Service"]["ExecStart"]
    assert restart == "/usr/bin/systemctl restart horgos-kiosk.service"
