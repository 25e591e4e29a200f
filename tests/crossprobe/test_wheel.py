"""The wheel: installed where nothing else is, it shows the examples it carries."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


def run(*command: str | Path, folder: Path) -> str:
    """Runs a command with a home of its own in the folder and gives what it printed."""
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "LANG": "C.UTF-8"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.timeout(900)
def test_installed_in_an_empty_environment_it_runs_the_demo_in_an_empty_folder(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "build", "--wheel", "-o", tmp_path / "dist", ROOT], check=True)
    venv.create(tmp_path / "empty", with_pip=True)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    pip = (tmp_path / "empty/bin/python", "-m", "pip")
    subprocess.run([*pip, "install", "-q", "-r", ROOT / "requirements.lock"], check=True)
    subprocess.run([*pip, "install", "-q", "--no-deps", wheel], check=True)
    subprocess.run([*pip, "check"], check=True)  # what the wheel itself declares is what was installed
    folder = tmp_path / "folder"
    folder.mkdir()
    printed = run(tmp_path / "empty/bin/crossprobe", "demo", folder=folder)
    assert "is a subject of 2 separate investigations" in printed
    assert "men-merseyside-sergeant, para 8" in printed
    assert "Invented example" in printed
    packages = run(*pip, "list", folder=folder)
    assert not any(name in packages.lower() for name in ("faker", "pytest", "hypothesis"))
