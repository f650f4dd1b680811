"""Commands that serve: `serve`."""

import importlib.util
import secrets
import webbrowser
from typing import Annotated

import typer

from pasut.errors import PasutError
from pasut.show.options import StorePath
from pasut.show.screen import Screen

LOOPBACK = "127.0.0.1"
NEEDED = ("multipart", "starlette", "uvicorn")


def serve(
    store: StorePath = None,
    port: Annotated[int, typer.Option(help="Port to listen on; 0 takes a free one.", min=0, max=65535)] = 8001,
    host: Annotated[
        str | None,
        typer.Option(help="Address to listen on, to open reading to a network; then nobody writes without --token."),
    ] = None,
    token: Annotated[
        str | None, typer.Option(help="What those who write must show; made anew at each start on this machine alone.")
    ] = None,
    should_open: Annotated[bool, typer.Option("--open", help="Open the browser.")] = False,
) -> None:
    """Serve the store as a web page on this machine.

    To read, search and follow every number to its sentence; to add articles and correct claims with the token that is
    printed. Nothing is loaded from elsewhere.
    """
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise PasutError(f"the page needs packages that are not here ({', '.join(missing)}); pip install 'pasut[web]'")
    from pasut.show.web.server import run_server, server_socket  # what no other command needs

    if token is None and host is None:
        token = secrets.token_urlsafe(24)
    with server_socket(host or LOOPBACK, port) as listening:
        shown = LOOPBACK if host in (None, "0.0.0.0", "::") else host
        address = f"http://{shown}:{listening.getsockname()[1]}/"
        opened = f"{address}token?token={token}" if token else address
        screen = Screen()
        screen.print(f"pasut: {address}")
        if token:
            screen.print(f"to add and correct: {opened}")
        if should_open:
            webbrowser.open(opened)
        run_server(store, listening, token=token, hosts=("*",) if host else ())
