"""Pages as they were sent, kept in memory by their marks: whoever asks for the same one again waits less."""

import threading
from collections import OrderedDict


class Answers:
    """Bodies by mark, up to a number of bytes in all; the one asked for longest ago is dropped first."""

    def __init__(self, most: int) -> None:
        """Keep up to `most` bytes."""
        self._most = most
        self._bytes = 0
        self._bodies: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, mark: str) -> bytes | None:
        """The body with this mark; None where it is not kept."""
        with self._lock:
            if mark in self._bodies:
                self._bodies.move_to_end(mark)
            return self._bodies.get(mark)

    def put(self, mark: str, body: bytes) -> None:
        """Keep a body, where it is not larger than all that may be kept."""
        with self._lock:
            self._bytes += len(body) - len(self._bodies.pop(mark, b""))
            self._bodies[mark] = body
            while self._bytes > self._most:
                self._bytes -= len(self._bodies.popitem(last=False)[1])
