"""What keeps the site closed: headers on every answer, only known host names, and the token of those who may write."""

import hmac
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pasut.show.web.site import Site

TOKEN_COOKIE = "pasut_token"
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""Nothing is loaded from elsewhere, nothing written into a page runs, and no other site may look inside.

Other sites hear no address of ours; with `no-referrer` the browser would not even tell us that a form is our own, and
send `Origin: null` with it.
"""
NEEDS_TOKEN = "writing needs the token that `pasut serve` printed; open its address"
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


class Guard:
    """Middleware: the headers above on all answers; requests for a host name that is not ours are refused.

    Another site's page can make a browser believe that its name means this machine (DNS rebinding): the name that the
    browser then sends gives it away.
    """

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...] = ()) -> None:
        self._app = app
        self._hosts = (*LOOPBACK, *(host.lower() for host in hosts))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_closed(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        host = Headers(scope=scope).get("host", "")
        if "*" not in self._hosts and _name(host) not in self._hosts:
            refused = PlainTextResponse("This host name is not served; start with --host NAME to allow it.\n", 421)
            await refused(scope, receive, send_closed)
            return
        await self._app(scope, receive, send_closed)


def may_write(request: Request, site: Site) -> bool:
    """Whether the request carries the token, in a header or in the cookie that the printed address sets."""
    if not site.token:
        return False
    kind, _, given = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer":
        return same_token(given.strip(), site.token)
    return same_token(request.cookies.get(TOKEN_COOKIE, ""), site.token) and _is_own(request)


def demand_token(request: Request, site: Site) -> None:
    """Raises HTTPException 401 where no token is shown at all, 403 where it is another one, or not our own page's."""
    if may_write(request, site):
        return
    if "authorization" in request.headers or TOKEN_COOKIE in request.cookies:
        raise HTTPException(403, NEEDS_TOKEN)
    raise HTTPException(401, NEEDS_TOKEN, {"WWW-Authenticate": "Bearer"})


def _is_own(request: Request) -> bool:
    """Whether it was one of our own pages that sent a form: the browser names the page's origin."""
    origin = request.headers.get("origin")
    return request.method == "GET" or (origin is not None and urlsplit(origin).netloc == request.headers.get("host"))


def same_token(given: str, token: str) -> bool:
    """Whether a token is the right one, in a time that does not tell how much of it is."""
    return hmac.compare_digest(given.encode(), token.encode())


def _name(host: str) -> str:
    return host.lower() if host.endswith("]") else host.rpartition(":")[0].lower() or host.lower()
