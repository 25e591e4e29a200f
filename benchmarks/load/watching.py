"""Runs a command and watches it: wall time, processor time, and the most memory its processes held together."""

import os
import resource
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.1
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What one command took: seconds, processor seconds, and MiB of memory held by it and its children at the most."""

    seconds: float
    processor: float
    memory: float
    output: str


def watched(command: Sequence[str], environment: Mapping[str, str]) -> Watched:
    """Runs the command to its end; raises CalledProcessError where it fails otherwise than by rejects (5)."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(command, env=dict(environment), stdout=subprocess.PIPE, text=True)
    most = [0.0]
    watch = threading.Thread(target=_watch, args=(process, most), daemon=True)
    watch.start()
    output, _ = process.communicate()
    seconds = time.perf_counter() - start
    watch.join()
    if process.returncode not in (0, 5):
        raise subprocess.CalledProcessError(process.returncode, command, output)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Watched(seconds, processor, most[0] / 2**20, output)


def folder_size(folder: Path) -> int:
    """The bytes of all files below the folder."""
    return sum(each.stat().st_size for each in folder.rglob("*") if each.is_file())


def _watch(process: "subprocess.Popen[str]", most: list[float]) -> None:
    while process.poll() is None:
        most[0] = max(most[0], _held(process.pid))
        time.sleep(_EVERY)


def _held(pid: int) -> float:
    """Resident bytes of a process and all below it (Linux)."""
    page = os.sysconf("SC_PAGE_SIZE")
    total, waiting = 0, [pid]
    while waiting:
        here = waiting.pop()
        try:
            total += int(Path(f"/proc/{here}/statm").read_text().split()[1]) * page
            for task in Path(f"/proc/{here}/task").iterdir():
                waiting += [int(child) for child in (task / "children").read_text().split()]
        except (OSError, ValueError, IndexError):
            continue
    return total
