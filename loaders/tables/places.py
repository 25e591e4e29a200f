"""Where data lies: paths of a mapping resolve inside the data folder, whatever they say."""

from pathlib import Path, PurePosixPath, PureWindowsPath

from graph.errors import InvalidValueError, NotFoundError

_ALLOWED = "a path inside the data folder, as folder/file.csv"


def plain_path(text: str) -> PurePosixPath:
    """The path itself, if it cannot lead out of a folder. Raises InvalidValueError for addresses, absolute paths,
    drives, backslashes, `..` and hidden characters."""
    path = PurePosixPath(text)
    if "://" in text or path.is_absolute() or PureWindowsPath(text).drive or "\\" in text or ".." in path.parts:
        raise InvalidValueError(f"{text!r} leads out of the data folder.", do=f"Write {_ALLOWED}.")
    if not text.isprintable() or text.startswith("~"):
        raise InvalidValueError(f"{text!r} is no path.", do=f"Write {_ALLOWED}.")
    return path


def data_file(folder: Path, text: str) -> Path:
    """The file that the path names in the data folder.

    Raises InvalidValueError as plain_path does and for a link that leads out of the folder, NotFoundError where there
    is no such file.
    """
    root = folder.resolve()
    file = (root / plain_path(text)).resolve()
    if not file.is_relative_to(root):
        raise InvalidValueError(f"{text!r} is a link that leads out of {folder}.", do="Put the file itself there.")
    if not file.is_file():
        raise NotFoundError(f"There is no file {text} in {root}.", do="--data names the folder that holds the files.")
    return file
