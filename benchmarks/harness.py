"""Runs what is measured, in turn and repeatedly, and says on which machine: as JSON and as Markdown."""

import datetime
import os
import platform
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

PACKAGES = ("crossprobe", "arcadedb-embedded", "neo4j", "typer", "rich")


@dataclass(frozen=True, slots=True)
class Measured:
    """The seconds one thing took, run by run, in the order they were run."""

    name: str
    seconds: tuple[float, ...]

    def row(self) -> dict[str, Any]:
        """Median and range in seconds, and how often it ran."""
        return {
            "name": self.name,
            "median": round(statistics.median(self.seconds), 3),
            "fastest": round(min(self.seconds), 3),
            "slowest": round(max(self.seconds), 3),
            "runs": len(self.seconds),
        }


def measure(what: Mapping[str, Callable[[], object]], *, runs: int) -> list[Measured]:
    """Runs each once to warm the disk, then all of them in turn `runs` times: a busy minute then hurts all alike."""
    for run in what.values():
        run()
    taken: dict[str, list[float]] = {name: [] for name in what}
    for _ in range(runs):
        for name, run in what.items():
            start = time.perf_counter()
            run()
            taken[name].append(time.perf_counter() - start)
    return [Measured(name, tuple(seconds)) for name, seconds in taken.items()]


def machine() -> dict[str, Any]:
    """What the numbers depend on: processor, cores, memory, system, Python, versions, and how busy it is."""
    return {
        "taken_at": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gib": round(_memory() / 2**30, 1),
        "system": platform.platform(),
        "python": platform.python_version(),
        "load_before": round(os.getloadavg()[0], 2),
        "versions": {name: metadata.version(name) for name in PACKAGES},
    }


def markdown(described: Mapping[str, Any], measured: list[Measured]) -> str:
    """The machine and the medians as a page."""
    versions = ", ".join(f"{name} {version}" for name, version in described["versions"].items())
    lines = [
        f"{described['processor']}, {described['cores']} cores, {described['memory_gib']} GiB, {described['system']},",
        f"Python {described['python']}, {versions}; load {described['load_before']}; {described['taken_at']}",
        "",
        "| seconds | median | fastest | slowest | runs |",
        "|---|---|---|---|---|",
    ]
    for row in (each.row() for each in measured):
        lines.append(f"| {row['name']} | {row['median']} | {row['fastest']} | {row['slowest']} | {row['runs']} |")
    return "\n".join(lines) + "\n"


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
