"""Child processes of our own Python that a test starts, talks to and kills."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

HEAD = """
import sys, time
from pathlib import Path
from graph.errors import CrossprobeError
from graph.stores import open_store

def say(*words):
    print(*words, flush=True)
"""


@contextmanager
def child(code: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """Runs `code` after HEAD, with `arguments` in sys.argv; killed at the end of the block if it still runs."""
    command = [sys.executable, "-c", HEAD + code, *map(str, arguments)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def heard(process: subprocess.Popen[str]) -> str:
    """The next line that the child says; at its death, what it wrote to standard error."""
    assert process.stdout is not None
    assert process.stderr is not None
    return process.stdout.readline().strip() or process.stderr.read()


def said(code: str, *arguments: object) -> str:
    """All that a child says which runs to its end without an error and without a word on standard error."""
    with child(code, *arguments) as process:
        out, error = process.communicate(timeout=120)
    assert (process.returncode, error) == (0, "")
    return out.strip()
