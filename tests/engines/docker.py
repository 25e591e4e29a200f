"""A Neo4j in a container, where a Docker daemon answers."""

import secrets
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.engines.server import USER, Neo4jServer, NoServerError, wait_until_it_answers

IMAGE = "neo4j:5.26-community"

END_WITH_STDIN = "/startup/docker-entrypoint.sh neo4j & cat"
"""The container lives as long as its standard input is open, so not even a killed test session leaves one behind."""


@contextmanager
def running() -> Iterator[Neo4jServer]:
    """A fresh server on a free port of the loopback, gone with its data afterwards. Raises NoServerError."""
    if shutil.which("docker") is None:
        raise NoServerError("docker is not installed")
    _docker("version", "--format", "{{.Server.Version}}", seconds=20, failure="no Docker daemon answers")
    _docker("pull", "--quiet", IMAGE, seconds=600, failure=f"the image {IMAGE} could not be pulled")
    name = f"crossprobe-tests-{secrets.token_hex(4)}"
    password = secrets.token_hex(12)
    run = ["docker", "run", "--rm", "--interactive", "--name", name, "--publish", "127.0.0.1::7687"]
    settings = {
        "NEO4J_AUTH": f"{USER}/{password}",
        "NEO4J_server_memory_heap_max__size": "768m",
        "NEO4J_server_memory_pagecache_size": "64m",
        "NEO4J_dbms_usage__report_enabled": "false",
    }
    environment = [part for key, value in settings.items() for part in ("--env", f"{key}={value}")]
    container = subprocess.Popen(
        [*run, *environment, "--entrypoint", "sh", IMAGE, "-c", END_WITH_STDIN],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is for the tests, which then end the container in their own order
    )
    try:
        server = Neo4jServer(f"bolt://127.0.0.1:{_port(name, container)}", USER, password, "Docker")
        wait_until_it_answers(server, lives=lambda: container.poll() is None, seconds=180)
        yield server
    finally:
        subprocess.run(["docker", "rm", "--force", "--volumes", name], capture_output=True, check=False, timeout=60)
        container.kill()
        container.communicate()


def _port(name: str, container: subprocess.Popen[bytes]) -> int:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and container.poll() is None:
        found = subprocess.run(
            ["docker", "port", name, "7687/tcp"], capture_output=True, text=True, check=False, timeout=20
        )
        if found.returncode == 0 and found.stdout.strip():
            return int(found.stdout.split()[0].rpartition(":")[2])
        time.sleep(0.3)
    raise NoServerError("the container did not start")


def _docker(*arguments: str, seconds: float, failure: str) -> None:
    try:
        subprocess.run(["docker", *arguments], capture_output=True, check=True, timeout=seconds)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as trouble:
        raise NoServerError(failure) from trouble
