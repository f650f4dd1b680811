"""The site on a socket: uvicorn, started once the socket is bound, so that the address printed is true."""

import contextlib
import ctypes
import pathlib
import socket
from collections.abc import Iterator

import uvicorn

from pasut.errors import PasutError
from pasut.show.web.app import make_app
from pasut.show.web.site import Site

ARENAS = 2
_ARENA_MAX = -8
"""The number by which malloc.h calls the most places that memory is taken from."""


@contextlib.contextmanager
def server_socket(host: str, port: int) -> Iterator[socket.socket]:
    """A socket that listens. Raises PasutError where the port is taken, or may not be used."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((host, port))
        except OSError as error:
            raise PasutError(f"{host}:{port}: cannot listen there ({error.strerror}); try another --port") from error
        yield made
    finally:
        made.close()


def run_server(
    store: pathlib.Path | None, listening: socket.socket, *, token: str | None, hosts: tuple[str, ...]
) -> None:
    """Serve a store on a socket until somebody stops it."""
    share_arenas()
    site = Site(store, token=token)
    config = uvicorn.Config(make_app(site, hosts=hosts), log_level="warning", server_header=False, date_header=False)
    uvicorn.Server(config).run(sockets=[listening])


def share_arenas() -> None:
    """Have all threads take memory from the same few places, where the C library is GNU's.

    It would else make eight for each core, and what one thread has freed there, no other may use: with fifty readers
    that is a tenth of all memory.
    """
    with contextlib.suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).mallopt(_ARENA_MAX, ARENAS)
