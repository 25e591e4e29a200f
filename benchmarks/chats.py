"""How long a chat export of a million messages takes to read and to load, and how much memory: each run is a process
of its own.
"""

import argparse
import datetime
import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.harness import Measured, measure
from benchmarks.load.watching import Watched, watched

MESSAGES = 1_000_000
LARGE_BYTES = 200 * 2**20
_WORDS = ("the", "shift", "is", "at", "nine", "and", "we", "will", "see", "later", "ok", "thanks", "❤️", "for", "that")
_PROGRAM = (
    "import resource, sys\nfrom pathlib import Path\nfrom loaders.chats.summary import summary\n"
    "print(summary(Path(sys.argv[1])).messages, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
)


@dataclass(frozen=True, slots=True)
class Taken:
    """What one export took: seconds run by run, and the most memory a run held, in MiB."""

    measured: list[Measured]
    most_memory: float


def measured(*, runs: int, messages: int = MESSAGES) -> Taken:
    """Reads, folds and counts exports of two phones with as many messages, and one of 200 MB with long ones."""
    with tempfile.TemporaryDirectory() as name:
        android, apple, large = (Path(name) / each for each in ("android.txt", "apple.txt", "large.txt"))
        write_export(android, messages, apple=False)
        write_export(apple, messages, apple=True)
        write_export(large, messages // 4, apple=False, longer=LARGE_BYTES // (messages // 4))
        memory: list[float] = []
        taken = measure(
            {
                f"{messages:,} messages, Android": _reading(android, memory),
                f"{messages:,} messages, iOS": _reading(apple, memory),
                f"{large.stat().st_size / 2**20:.0f} MB": _reading(large, memory),
            },
            runs=runs,
        )
    return Taken(taken, max(memory))


def loaded(*, messages: int = MESSAGES) -> Iterator[tuple[str, Watched]]:
    """Loads exports into an empty database each, as a user does: by the command, with the engine it starts."""
    with tempfile.TemporaryDirectory() as name:
        for kept, count in (("none", messages), ("full", messages // 10), ("full", messages)):
            path = Path(name) / f"{count}.txt"
            write_export(path, count, apple=False)
            yield f"load chat --messages {kept}, {count:,} messages", _load(path, kept)


def write_export(path: Path, messages: int, *, apple: bool, longer: int = 0) -> None:
    """Writes an invented export: 120 people, one message in forty of two lines, each at least `longer` signs long."""
    chance = random.Random(20)  # noqa: S311 - invented messages need no secrecy
    names = [f"Name {number}" for number in range(60)] + [f"+44 7700 900{number:03}" for number in range(60)]
    moment = datetime.datetime.fromisoformat("2015-01-01T00:00")
    filler = "x" * longer
    with path.open("w", encoding="utf-8", newline="") as file:
        for number in range(messages):
            moment += datetime.timedelta(seconds=chance.randint(1, 500))
            header = f"[{moment:%d/%m/%Y, %H:%M:%S}] " if apple else f"{moment:%d/%m/%Y, %H:%M} - "
            text = " ".join(chance.choices(_WORDS, k=chance.randint(1, 20))) + filler
            more = "\nsecond line of it" if number % 40 == 0 else ""
            file.write(f"{header}{chance.choice(names)}: {text}{more}\n")


def _reading(path: Path, memory: list[float]) -> Callable[[], object]:
    def read() -> None:
        said = subprocess.run([sys.executable, "-c", _PROGRAM, str(path)], check=True, capture_output=True, text=True)
        found = re.fullmatch(r"(\d+) (\d+)\n", said.stdout)
        assert found is not None  # noqa: S101 - the program above prints two numbers
        memory.append(int(found[2]) / 1024)

    return read


def _load(path: Path, kept: str) -> Watched:
    with tempfile.TemporaryDirectory(dir=path.parent) as home:
        own = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "CROSSPROBE_"))}
        command = [sys.executable, "-m", "crossprobe", "load", "chat", str(path), "--exhibit", "A/1"]
        return watched([*command, "--messages", kept, "-d", f"{home}/database", "-q"], {**own, "HOME": home})


def main() -> None:
    """Prints the seconds of reading each export and the most memory a run held, then what loading takes in all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.chats", description=main.__doc__)
    parser.add_argument("runs", nargs="?", type=int, default=3, help="how often each is read")
    parser.add_argument("--only", choices=["reading", "loading"], help="one of the two")
    parser.add_argument("--messages", type=int, default=MESSAGES, help="how many messages an export has")
    arguments = parser.parse_args()
    if arguments.only != "loading":
        taken = measured(runs=arguments.runs, messages=arguments.messages)
        for each in taken.measured:
            print(each.row())
        print(f"most memory of reading: {taken.most_memory:.0f} MiB")
    if arguments.only != "reading":
        for name, load in loaded(messages=arguments.messages):
            said = f"{name}: {load.seconds:.1f} s, {load.processor:.1f} s of processor, {load.memory:.0f} MiB"
            print(said, flush=True)


if __name__ == "__main__":
    main()
