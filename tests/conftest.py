"""What every test may use: the stores of tests/engines, and how far property tests search."""

import os

from hypothesis import settings

pytest_plugins = ["tests.engines.fixtures"]

# What decides whether a change lands searches the same examples each time; at a desk the search goes on elsewhere.
settings.register_profile("same-each-time", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None)
settings.load_profile("same-each-time" if os.environ.get("CI") == "true" else "searching")
