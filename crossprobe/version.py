"""Which crossprobe this is."""

from importlib.metadata import version


def version_text() -> str:
    """The name and version, as --version prints them."""
    return f"crossprobe {version('crossprobe')}"
