"""A Neo4j run from its Java libraries, where Java 17 or newer is installed: no Docker and no installer needed."""

import os
import re
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.engines.artifacts import libraries
from tests.engines.server import USER, Neo4jServer, NoServerError, wait_until_it_answers

OLDEST_JAVA = 17

# No import folder is set on purpose: then LOAD CSV may read any file, and what refuses it must be our own guard.
SETTINGS = """\
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
dbms.usage_report.enabled=false
server.memory.pagecache.size=64m
dbms.memory.transaction.total.max=384m
db.tx_log.preallocate=false
"""

FOR_TESTS = ("-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""A server that lives for minutes: compiling its hottest code to the last would cost more than it gives back."""


@contextmanager
def running(java_flags: Sequence[str] = FOR_TESTS) -> Iterator[Neo4jServer]:
    """A fresh server on a free port of the loopback, gone with its data afterwards. Raises NoServerError."""
    java = _java()
    jars = f"{libraries()}{os.sep}*"
    with tempfile.TemporaryDirectory(prefix="crossprobe-neo4j-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        port, password = _free_port(), secrets.token_hex(12)
        (home / "conf").mkdir()
        (home / "conf" / "neo4j.conf").write_text(SETTINGS.format(port=port), encoding="utf-8")
        _set_password(java, jars, home, password)
        source = Path(__file__).with_name("Start.java")
        with (home / "output.txt").open("wb") as output:
            process = subprocess.Popen(
                [java, *java_flags, "-cp", jars, str(source), f"--home-dir={home}", f"--config-dir={home / 'conf'}"],
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C is for the tests, which then end the server in their own order
            )
        try:
            server = Neo4jServer(f"bolt://127.0.0.1:{port}", USER, password, "Maven")
            wait_until_it_answers(server, lives=lambda: process.poll() is None, seconds=180)
            yield server
        finally:
            process.kill()  # what it holds is thrown away, so nothing is worth waiting for
            process.communicate()


def _java() -> str:
    home = os.environ.get("JAVA_HOME")
    java = str(Path(home) / "bin" / "java") if home else shutil.which("java")
    if java is None:
        raise NoServerError("Java is not installed")
    try:
        said = subprocess.run([java, "-version"], capture_output=True, text=True, check=True, timeout=30).stderr
    except (OSError, subprocess.SubprocessError) as trouble:
        raise NoServerError(f"{java} does not run") from trouble
    version = re.search(r'version "(\d+)', said)
    if version is None or int(version[1]) < OLDEST_JAVA:
        raise NoServerError(f"Java {OLDEST_JAVA} or newer is needed; {java} is older")
    return java


def _set_password(java: str, jars: str, home: Path, password: str) -> None:
    command = [java, "-cp", jars, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password]
    environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    try:
        subprocess.run(command, env=environment, capture_output=True, check=True, timeout=60)
    except subprocess.SubprocessError as trouble:
        raise NoServerError("Neo4j's AdminTool could not set a password") from trouble


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
