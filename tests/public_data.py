"""The public data sets, which name real people and so are never committed: a folder beside the project."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "shared" / "data"


def public_data() -> Path:
    """The folder of the data sets. A test that asks where there is none is skipped; it is marked shared_data."""
    if not FOLDER.is_dir():
        pytest.skip("the public data sets (../shared/data) are not here")
    return FOLDER
