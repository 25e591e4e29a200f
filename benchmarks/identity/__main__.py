"""`python -m benchmarks.identity PREFIX [--complete] [--masked SHARE] [--json]`: how well two releases are linked,
against the truth.

PREFIX is the path of the files up to `_release_a.csv.gz`; --complete says that the truth is complete; --masked leaves
birth year and date of appointment out of that share of release a, as of officers whom a release states with less.
"""

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.harness import machine
from benchmarks.identity.masking import masked
from benchmarks.identity.product import outcome
from benchmarks.identity.releases import read_releases
from benchmarks.identity.rules import EXACT, cascade, exact
from benchmarks.identity.scoring import scored

ACCEPT = (0.99, 0.8)


def main() -> None:
    """Measures one pair of releases and prints it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.identity", description=__doc__)
    parser.add_argument("prefix", type=Path)
    parser.add_argument("--complete", action="store_true", help="the truth is complete")
    parser.add_argument("--masked", type=float, metavar="SHARE", default=0.0, help="as 0.37: release a states less")
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        prefix = masked(arguments.prefix, arguments.masked, Path(folder)) if arguments.masked else arguments.prefix
        measured = measure(prefix, complete=arguments.complete)
    print(json.dumps(measured, indent=1) if arguments.json else table(measured))


def measure(prefix: Path, *, complete: bool) -> dict[str, Any]:
    """Everything that is measured; `precision`, `recall` and `f1` at the top are those at --accept 0.8."""
    releases = read_releases(prefix, complete=complete)
    with tempfile.TemporaryDirectory() as folder:
        made = outcome(releases, Path(folder), accept=ACCEPT)
    at = {str(each): scored(pairs, releases) for each, pairs in made.accepted.items()}
    everything = made.accepted[min(ACCEPT)] | made.review
    waiting = len(releases.judged(made.review))
    return {
        **{name: at["0.8"][name] for name in ("precision", "recall", "f1")},
        "accept": at,
        "review_per_1000": round(1000 * waiting / len(releases.truth), 2),
        "recall_with_review": scored(everything, releases)["recall"],
        "load_seconds": round(made.load_seconds, 1),
        "suggest_seconds": round(made.suggest_seconds, 1),
        "peak_mib": made.peak_mib,
        "beside": {
            **{name: scored(exact(releases, columns), releases) for name, columns in EXACT.items()},
            "cascade on normalised names": scored(cascade(releases), releases),
        },
        "machine": machine(),
    }


def table(measured: dict[str, Any]) -> str:
    """The same as a page."""
    rows = {**{f"--accept {name}": each for name, each in measured["accept"].items()}, **measured["beside"]}
    lines = ["| | precision | recall | F1 | wrong | missed |", "|---|---|---|---|---|---|"]
    for name, each in rows.items():
        cells = [f"{each[key]:.4f} ({_interval(each[f'{key}_interval'])})" for key in ("precision", "recall", "f1")]
        lines.append(f"| {name} | {' | '.join(cells)} | {each['wrong']} | {each['missed']} |")
    lines += [
        "",
        f"left to a person per 1,000 true links: {measured['review_per_1000']}",
        f"recall with them: {measured['recall_with_review']:.4f}",
        f"seconds: load {measured['load_seconds']}, suggest {measured['suggest_seconds']}",
        f"peak memory of a process: {measured['peak_mib']} MiB",
    ]
    return "\n".join(lines)


def _interval(ends: list[float]) -> str:
    return f"{ends[0]:.4f} to {ends[1]:.4f}"


if __name__ == "__main__":
    main()
