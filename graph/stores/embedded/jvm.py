"""The Java machine inside this process. It starts once, with the flags of whoever comes first.

Everything of jpype and of the engine's wheel is reached through this module.
"""

import gc
import importlib.util
import os
import sys
from pathlib import Path
from typing import Any, TypeAlias

from graph.errors import UnreachableError
from graph.stores.embedded.bridge import jpype

JavaError = jpype.JException

Java: TypeAlias = Any
"""Something of Java's: jpype has no types."""

_COMMON = (
    "-Xrs",  # Ctrl-C stays Python's: else Java interrupts a thread in the middle of writing a file
    "-Xlog:disable",  # else a startup cache that does not fit is complained of on standard output
    "-XX:-UsePerfData",  # else it keeps a file in the shared temporary folder
    "-XX:+DisableAttachMechanism",
    "-XX:-CreateCoredumpOnCrash",  # a core would hold what the database holds
    "-XX:+UseCompactObjectHeaders",
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF8",
    f"-Djava.util.logging.config.file={Path(__file__).with_name('logging.properties')}",
    "--enable-native-access=ALL-UNNAMED",
    # What the engine reaches into, as in its own start script.
    "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
    "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
)
_ENGINE_SETTINGS = {
    "polyglotEngineEnabled": "false",  # no other languages: slower to start, and more to attack
    "opencypher.loadCsv.allowFileUrls": "false",
    "opencypher.loadCsv.allowRemoteUrls": "false",
    "queryMaxHeapElementsAllowedPerOp": "-1",  # else grouping over half a million elements fails; the heap still limits
    "txWalFlush": "1",  # what is committed is on the disk
}
ASKING = ("-Xmx2g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""The flags for a quick start."""

FILLING = ("-Xmx1500m", "-XX:+UseParallelGC")  # more would not load faster, and columns need memory beside it
"""The flags to write much."""

COMPARING = (*FILLING, "-XX:TieredStopAtLevel=1")
"""The flags to load where much is stored: mostly it is compared, which is over before the compiler that takes its time
has been worth its own."""


def installation() -> Path:
    """The folder of the engine's wheel, which holds the jars and a Java machine."""
    spec = importlib.util.find_spec("arcadedb_embedded")
    if spec is None or spec.origin is None:
        raise UnreachableError("The embedded engine is not installed.", do="Reinstall crossprobe.")
    return Path(spec.origin).parent


def jars() -> list[Path]:
    """The engine's jars in the one order that every start uses: the startup cache only fits the same class path."""
    return sorted((installation() / "jars").glob("*.jar"))


def library() -> Path:
    """The shared library of the Java machine."""
    java = installation() / "jre"
    if sys.platform == "win32":
        return java / "bin" / "server" / "jvm.dll"
    return java / "lib" / "server" / ("libjvm.dylib" if sys.platform == "darwin" else "libjvm.so")


def start(work: tuple[str, ...], *, log: Path, extra: tuple[str, ...] = ()) -> None:
    """Starts Java unless it runs. What Java prints or logs from then on is added to the file `log`.

    `work` is ASKING, FILLING or COMPARING. Raises UnreachableError where Java cannot start.
    """
    if jpype.isJVMStarted():
        return
    flags = [*_COMMON, *work, f"-XX:ErrorFile={log.with_suffix('.crash')}"]
    flags += [f"-Darcadedb.{name}={value}" for name, value in _ENGINE_SETTINGS.items()]
    try:
        jpype.startJVM(str(library()), *flags, *extra, classpath=os.pathsep.join(map(str, jars())), interrupt=False)
    except (OSError, RuntimeError) as error:
        raise UnreachableError(
            f"The embedded engine cannot start: {' '.join(str(error).split())}",
            do="Free some memory, or reinstall crossprobe.",
        ) from None
    _print_to(log)
    gc.freeze()  # whenever Java looks for garbage, jpype has Python look too: what was imported so far is none


def java(name: str) -> Java:
    """The Java class of that name."""
    return jpype.JClass(name)


def causes(error: Java) -> list[tuple[str, str]]:
    """Class and message of a Java error and of what caused it, the outermost first; messages are one line each."""
    found = []
    while error is not None:
        found.append((str(error.getClass().getName()), " ".join(str(error.getMessage() or "").split())))
        error = error.getCause()
    return found


def make_room() -> None:
    """Has Java give back memory that it no longer needs: by itself it takes more before it looks for what is free."""
    java("java.lang.System").gc()


def leave() -> None:
    """Has Java forget the thread that calls this, which has ended what it had to do there."""
    java("java.lang.Thread").detach()


def stop() -> None:
    """Ends Java for the rest of this process: what records a startup cache needs that, nobody else does."""
    jpype.shutdownJVM()


def _print_to(log: Path) -> None:
    os.close(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
    stream = java("java.io.PrintStream")(java("java.io.FileOutputStream")(str(log), True), True)
    system = java("java.lang.System")
    system.setOut(stream)
    system.setErr(stream)
