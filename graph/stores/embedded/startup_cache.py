"""The recorded start of the engine: a file of classes that Java has loaded and linked before (an AOT cache of JDK 25).

The file fits one Java and one set of jars, at one place; its name is a digest of these, and Java checks them again.
What does not fit, or might have been put there by somebody else, is not used.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from platformdirs import user_cache_path

from graph.stores.embedded import jvm

RECORDING_LASTS = 120.0
"""Seconds after which a recording that did not end is taken for dead."""


def cache_folder() -> Path:
    """Where the startup cache stands, one file of about 40 MB."""
    return user_cache_path("crossprobe", appauthor=False) / "engine"


def cache_file() -> Path:
    """The file for this Java, these jars and this place, whether it was recorded or not."""
    parts = [sys.platform, str(jvm.installation())]
    for path in [jvm.library(), *jvm.jars()]:
        about = path.stat()
        parts.append(f"{path.name} {about.st_size} {about.st_mtime_ns}")
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    return cache_folder() / f"{digest[:32]}.aot"


def flags() -> tuple[str, ...]:
    """What tells Java to use the recorded file; nothing where there is none that only this user could have written."""
    path = cache_file()
    return (f"-XX:AOTCache={path}",) if _is_ours(path) else ()


def record(*, wait: bool) -> None:
    """Starts a child that records, unless it is recorded or being recorded. Never raises, never prints."""
    folder = cache_folder()
    try:
        if flags():
            return
        for each in (folder.parent, folder):
            each.mkdir(mode=0o700, parents=True, exist_ok=True)
            each.chmod(0o700)
        work = folder / "recording"
        if work.is_dir() and time.time() - work.stat().st_mtime > RECORDING_LASTS:
            shutil.rmtree(work)
        work.mkdir(mode=0o700)
        child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-m", "graph.stores.embedded.recording", str(work), str(cache_file())],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            cwd=work,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return
    if wait:
        child.wait()


def _is_ours(path: Path) -> bool:
    try:
        found = [path.stat(), path.parent.stat()]
    except OSError:
        return False
    return sys.platform == "win32" or all(each.st_uid == os.geteuid() and not each.st_mode & 0o022 for each in found)
