"""A clock that a test moves."""

from dataclasses import dataclass


@dataclass
class Clock:
    """Tells the same second until a test moves it."""

    second: int = 0

    def __call__(self) -> str:
        return f"2026-01-01T{self.second // 3600:02}:{self.second // 60 % 60:02}:{self.second % 60:02}Z"
