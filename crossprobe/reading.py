"""Files that a user names on the command line."""

import sys
from pathlib import Path

from graph.errors import CrossprobeError, NotFoundError


def text_of(path: Path) -> str:
    """The text of a UTF-8 file, or of standard input for `-`. Raises NotFoundError, or CrossprobeError saying why."""
    try:
        if str(path) == "-":
            return sys.stdin.read()
        return path.read_text("utf-8")
    except FileNotFoundError:
        raise NotFoundError(f"The file {path} does not exist.", do="Check the name and the folder.") from None
    except UnicodeDecodeError:
        raise CrossprobeError(f"{path} is not text in UTF-8.", do="Save it as UTF-8 and try again.") from None
    except OSError as error:
        raise CrossprobeError(f"{path} cannot be read: {error.strerror}.", do="Check the file's rights.") from None
