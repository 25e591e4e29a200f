"""`python -m crossprobe`."""

from crossprobe.main import run

run()
