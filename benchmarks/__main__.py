"""`python -m benchmarks [--json FILE] [--runs N]`: measures and prints a page; --json also keeps the numbers."""

import argparse
import json
from pathlib import Path

from benchmarks import startup
from benchmarks.harness import machine, markdown


def main() -> None:
    """Runs every benchmark on this machine, which should have nothing else to do."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=main.__doc__)
    parser.add_argument("--runs", type=int, default=9, help="how often each is run")
    parser.add_argument("--json", type=Path, help="a file for the numbers")
    arguments = parser.parse_args()
    described = machine()
    measured = startup.measured(runs=arguments.runs)
    print(markdown(described, measured), end="")
    if arguments.json:
        rows = {each.name: {**each.row(), "seconds": each.seconds} for each in measured}
        arguments.json.write_text(json.dumps({"machine": described, "startup": rows}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
