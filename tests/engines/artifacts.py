"""Neo4j Community as Java libraries from Maven Central, fetched once into the user's cache."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from platformdirs import user_cache_path

from tests.engines.server import NoServerError

VERSION = os.environ.get("NEO4J_VERSION", "5.26.30")
"""The long-term release that crossprobe promises; a job for a newer one sets NEO4J_VERSION (and a newer JAVA_HOME)."""

POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>crossprobe</groupId><artifactId>test-server</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{VERSION}</version></dependency>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j-bolt</artifactId><version>{VERSION}</version></dependency>
  </dependencies>
</project>
"""


def libraries() -> Path:
    """The folder that holds every jar of the server. Raises NoServerError where Maven cannot fetch them.

    A finished folder appears in one step (a rename), so two sessions that fetch at once do not see half of one.
    """
    folder = user_cache_path("crossprobe-tests") / f"neo4j-{VERSION}"
    if folder.is_dir():
        return folder
    maven = shutil.which("mvn")
    if maven is None:
        raise NoServerError("Maven (mvn) is not installed")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="fetching-", ignore_cleanup_errors=True) as fetching:
        _fetch(maven, Path(fetching))
        try:
            (Path(fetching) / "lib").rename(folder)
        except OSError:
            if not folder.is_dir():  # else another session was faster, and its folder is as good
                raise
    return folder


def _fetch(maven: str, into: Path) -> None:
    (into / "pom.xml").write_text(POM, encoding="utf-8")
    goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory=lib"]
    command = [maven, "--batch-mode", "--quiet", *goal]
    try:
        subprocess.run(command, cwd=into, capture_output=True, check=True, timeout=900)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as trouble:
        raise NoServerError(f"Maven could not fetch Neo4j {VERSION}") from trouble
