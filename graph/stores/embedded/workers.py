"""Threads that run queries while their callers wait, so that a wait can end before the query does."""

import threading
import time
from collections.abc import Callable
from queue import SimpleQueue

from graph.stores.embedded import jvm

_WAKE = 0.1
"""Seconds between two looks for Ctrl-C: on some systems a wait without end does not hear it."""


class Workers:
    """As many threads as there are callers at once. They are kept, since Java remembers every thread that calls it."""

    def __init__(self) -> None:
        self._idle: list[_Worker] = []

    def run(self, work: Callable[[], None], *, seconds: float) -> bool:
        """Runs `work`, which does not raise, and waits for it. False where it has not ended after `seconds`.

        Such a thread is left behind: it ends when its work does. So it is when Ctrl-C ends the wait.
        """
        try:
            worker = self._idle.pop()
        except IndexError:
            worker = _Worker()
        done = worker.begin(work)
        last = time.monotonic() + seconds
        try:
            while not done.wait(_WAKE) and time.monotonic() < last:
                pass
        finally:
            if done.is_set():
                self._idle.append(worker)
            else:
                worker.end()
        return done.is_set()

    def close(self) -> None:
        """Ends the threads that wait for work. Java, when it ends, waits a third of a second for one that lives."""
        for worker in self._idle:
            worker.end()
        while self._idle:
            self._idle.pop().thread.join()


class _Worker:
    def __init__(self) -> None:
        self._work: SimpleQueue[tuple[Callable[[], None], threading.Event] | None] = SimpleQueue()
        self.thread = threading.Thread(target=self._live, daemon=True)
        self.thread.start()

    def begin(self, work: Callable[[], None]) -> threading.Event:
        done = threading.Event()
        self._work.put((work, done))
        return done

    def end(self) -> None:
        self._work.put(None)

    def _live(self) -> None:
        while self._does_one():
            pass
        jvm.leave()

    def _does_one(self) -> bool:
        """Runs what comes next, if anything does. Nothing of it may be held after: letting go of it calls Java."""
        given = self._work.get()
        if given is not None:
            work, done = given
            work()
            done.set()
        return given is not None
