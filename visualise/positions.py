"""Saved positions: a file that the page gives and `--positions` takes. It comes from outside and is checked."""

import json
import math
from pathlib import Path

from graph.errors import InvalidValueError, NotFoundError
from visualise.packing import Positions

FORMAT = "crossprobe positions 1"
FURTHEST = 1_000_000.0


def read_positions(path: Path) -> Positions:
    """The positions by canonical id. Raises NotFoundError, or InvalidValueError saying what is wrong."""
    try:
        read = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise NotFoundError(f"The file {path} does not exist.", do="Check the name and the folder.") from None
    except (OSError, ValueError, RecursionError):
        raise _refused(path, "it is not JSON in UTF-8") from None
    if not isinstance(read, dict) or read.get("format") != FORMAT or not isinstance(read.get("positions"), dict):
        raise _refused(path, f"it does not say that it is {FORMAT!r}")
    return {str(name): _point(path, name, value) for name, value in read["positions"].items()}


def _point(path: Path, name: str, value: object) -> tuple[float, float]:
    match value:
        case [int() | float() as x, int() | float() as y] if not isinstance(x, bool) and not isinstance(y, bool):
            if math.isfinite(x) and math.isfinite(y) and max(abs(x), abs(y)) <= FURTHEST:
                return float(x), float(y)
    raise _refused(path, f"the position of {name[:40]!r} is not two numbers within {FURTHEST:,.0f}")


def _refused(path: Path, why: str) -> InvalidValueError:
    return InvalidValueError(f"{path} holds no positions: {why}.", do="Save them from a page: Export, Positions.")
