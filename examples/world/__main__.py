"""python -m examples.world --officers 50 --seed 7 --into DIR"""

import argparse
import sys
from pathlib import Path


def main() -> int:
    """Makes a world and says what it wrote."""
    parser = argparse.ArgumentParser(prog="python -m examples.world", description="Make an invented police world.")
    parser.add_argument("--officers", type=int, default=50, help="how many officers: 50 to 1,000,000")
    parser.add_argument("--seed", type=int, default=7, help="the same seed gives the same world")
    parser.add_argument("--into", type=Path, required=True, metavar="DIR", help="a folder without a world in it")
    given = parser.parse_args()
    try:
        from examples.world.generate import generate
    except ModuleNotFoundError as error:
        sys.stderr.write(f"A world is made with the package {error.name}, which is not installed.\n")
        sys.stderr.write("Install it with: pip install faker\n")
        return 1
    try:
        counts = generate(given.into, officers=given.officers, seed=given.seed)
    except (ValueError, FileExistsError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(", ".join(f"{value:,} {name.replace('_', ' ')}" for name, value in counts.items()) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
