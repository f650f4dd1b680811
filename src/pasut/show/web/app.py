"""The site as an ASGI application: its addresses in their forms, errors in one shape, headers that keep it closed."""

import contextlib
import functools
import gzip
import http
from collections.abc import AsyncIterator, Callable
from urllib.parse import unquote

import anyio.to_thread
import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Route

from pasut.errors import ChangedError, NotFoundError, PasutError, StoreError, UsageError
from pasut.settings import LANGUAGES
from pasut.show.web.answer import MEDIA, answer, etag_of, question_of
from pasut.show.web.asked import COOKIE_SECONDS, MOST_NAME, THEMES, Asked, Form, Param, check_query
from pasut.show.web.assets import asset
from pasut.show.web.guard import Guard, demand_token, may_write
from pasut.show.web.openapi import describe
from pasut.show.web.page import Moved, Page
from pasut.show.web.route import ActionRoute, FileRoute, PageRoute
from pasut.show.web.routes import ROUTES, WARMERS
from pasut.show.web.sent import read_sent
from pasut.show.web.site import Site
from pasut.show.web.terms import terms_in
from pasut.show.words import words_in

THREADS = 8
"""Requests that are answered at a time; the others wait for their turn."""
GZIP_LEVEL = 5
"""How hard answers are packed: 9 takes three times as long and saves a fiftieth."""
TRIES = 3
"""How often an answer is begun anew where the store has changed meanwhile."""
NAVIGATION = (
    ("front", "/"), ("actors", "/actors"), ("network", "/network"), ("disputes", "/disputes"),
    ("contradictions", "/contradictions"), ("calendar", "/calendar"), ("articles", "/articles"), ("add", "/add"),
    ("exports", "/exports"), ("methodology", "/methodology"),
)  # fmt: skip
"""What stands at the top of every page."""


def make_app(site: Site, *, hosts: tuple[str, ...] = ()) -> Starlette:
    """The application over a site; `hosts` are the names it answers to besides those of this machine itself."""

    @contextlib.asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        # Python runs one thread at a time: more of them at work would only hold more in memory.
        anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
        site.keep_merged(WARMERS)
        yield
        site.close()

    paths = {route.path for route in ROUTES}
    site.routes = ROUTES
    site.navigation = tuple((name, path) for name, path in NAVIGATION if path in paths)
    handlers = {HTTPException: _on_http_error, Exception: _on_failure}
    made = Starlette(
        routes=[
            Route("/static/{name}", _static, methods=["GET"]),
            Route("/settings", _settings, methods=["GET"]),
            Route("/openapi.json", _openapi, methods=["GET"]),
            *(each for route in ROUTES for each in _starlette_routes(route, site)),
        ],
        middleware=[
            Middleware(Guard, hosts=hosts),
            Middleware(GZipMiddleware, minimum_size=1000, compresslevel=GZIP_LEVEL),
        ],
        exception_handlers=handlers,
        lifespan=life,
    )
    made.state.site = site
    return made


def _starlette_routes(route: PageRoute | FileRoute | ActionRoute, site: Site) -> list[BaseRoute]:
    if isinstance(route, ActionRoute):
        return [Route(route.path, _action(route, site), methods=["POST"])]
    if isinstance(route, FileRoute):
        return [Route(route.path, _getter(site, route.known, route.form, route.make), methods=["GET"])]
    stem = "/index" if route.path == "/" else route.path
    found: list[BaseRoute] = []
    for form in route.forms:
        path = route.path if form == "html" else f"{stem}.{form}"
        found.append(Route(path, _getter(site, route.known, form, _page(route, site)), methods=["GET"]))
    return found[1:] + found[:1]  # /dyad/{a}/{b}.json before /dyad/{a}/{b}, which would take it for a name


def _page(route: PageRoute, site: Site) -> Callable[[Site, Asked], Response]:
    def make(_: Site, asked: Asked) -> Response:
        made = route.make(site, asked)
        return made if isinstance(made, Response) else answer(made, site, asked)

    return make


def _getter(
    site: Site, known: tuple[Param, ...], form: Form, make: Callable[[Site, Asked], Response]
) -> Callable[[Request], Response]:
    """An endpoint that Starlette runs in a thread, since the store is read without waiting for events."""

    def get(request: Request) -> Response:
        for _ in range(TRIES):
            with site.answering(), contextlib.suppress(ChangedError):
                return found(request)
        return _error(request, site, ChangedError("the store changes too quickly; ask again"), form)

    def found(request: Request) -> Response:
        try:
            asked = _asked(request, site, known, form)
            mark = etag_of(site, asked)
            if mark in request.headers.get("if-none-match", ""):
                return Response(status_code=304, headers=_caching(mark))
            response = _kept_answer(request, site, asked, mark) or make(site, asked)
        except Moved as moved:
            return RedirectResponse(moved.url, 308 if moved.for_ever else 307)
        except ChangedError:
            raise
        except PasutError as error:
            return _error(request, site, error, form)
        if response.status_code == 200 and "cache-control" not in response.headers and not site.is_partial:
            response.headers.update(_caching(mark))
            if form == "html" and "content-encoding" not in response.headers:
                site.answers.put(question_of(asked), mark, gzip.compress(response.body, GZIP_LEVEL, mtime=0))
        return response

    return get


def _kept_answer(request: Request, site: Site, asked: Asked, mark: str) -> Response | None:
    """A page as it was sent before: packed, as nearly all browsers want it."""
    kept = site.answers.get(question_of(asked), mark) if asked.form == "html" else None
    if kept is None:
        return None
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(kept[0], headers={"Content-Encoding": "gzip"}, media_type=MEDIA["html"])
    return Response(gzip.decompress(kept[0]), media_type=MEDIA["html"])


def _action(route: ActionRoute, site: Site) -> Callable[[Request], object]:
    async def post(request: Request) -> Response:
        try:
            if route.needs_token:
                demand_token(request, site)
            sent = await read_sent(request)
            asked = _asked(request, site, route.fields, "html", query=False)
            return await run_in_threadpool(route.act, site, asked, sent)
        except PasutError as error:
            return _error(request, site, error, "html")

    return post


def _asked(request: Request, site: Site, known: tuple[Param, ...], form: Form, *, query: bool = True) -> Asked:
    given = check_query(request.query_params.multi_items(), known) if query else ()
    language = dict(given).get("_lang") or _language(request)
    theme = request.cookies.get("theme", "auto")
    ending = "" if form == "html" else f".{form}"
    path = request.url.path.removesuffix(ending)
    return Asked(
        path="/" if path == "/index" else path,
        names=request.path_params,
        query=given,
        form=form,
        words=words_in(language),
        terms=terms_in(language),
        theme=theme if theme in THEMES else "auto",
        by=unquote(request.cookies.get("by", ""))[:MOST_NAME],
        may_write=may_write(request, site),
        host=f"{request.url.scheme}://{request.headers.get('host', request.url.netloc)}",
    )


def _language(request: Request) -> str:
    """The one asked for, else chosen before, else the first of the browser's that pasut speaks, else English."""
    for chosen in (request.query_params.get("_lang", ""), request.cookies.get("lang", "")):
        if chosen in LANGUAGES:
            return chosen
    for part in request.headers.get("accept-language", "").split(","):
        language = part.partition(";")[0].strip().partition("-")[0].lower()
        language = "id" if language == "in" else language  # the code of Indonesian until 1989, which some still send
        if language in LANGUAGES:
            return language
    return "en"


def _caching(mark: str) -> dict[str, str]:
    """Browsers ask again each time, and mostly hear that nothing has changed."""
    return {"ETag": mark, "Cache-Control": "private, no-cache", "Vary": "Cookie, Accept-Language, Accept-Encoding"}


def _static(request: Request) -> Response:
    found = asset(request.path_params["name"])
    if found is None:
        raise HTTPException(404, "there is no such file")
    return found


def _openapi(request: Request) -> Response:
    return Response(_description(), media_type="application/json")


@functools.cache
def _description() -> bytes:
    return msgspec.json.encode(describe(ROUTES))


def _settings(request: Request) -> Response:
    """Remember the language or the theme in a cookie, and go back to where the reader was."""
    back = request.query_params.get("to", "/")
    if not back.startswith("/") or back.startswith(("//", "/\\")) or any(ord(sign) < 32 for sign in back):
        back = "/"
    response = RedirectResponse(back, 303)
    for name, allowed in (("lang", LANGUAGES), ("theme", THEMES)):
        value = request.query_params.get(name, "")
        if value in allowed:
            response.set_cookie(name, value, max_age=COOKIE_SECONDS, samesite="lax")
    return response


def _on_http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    site: Site = request.app.state.site
    headers = dict(error.headers or {}) | ({"Allow": _allowed(request)} if error.status_code == 405 else {})
    return _told(request, site, error.status_code, str(error.detail), _form_of(request), headers)


def _allowed(request: Request) -> str:
    """The methods of an address, which may be read by one route and written to by another."""
    found = [route for route in request.app.routes if route.matches(request.scope)[0] is not Match.NONE]
    return ", ".join(sorted({method for route in found for method in route.methods}))


def _on_failure(request: Request, error: Exception) -> Response:
    site: Site = request.app.state.site
    what = f"the program failed ({type(error).__name__}); report it with the address of this page"
    return _told(request, site, 500, what, _form_of(request))


def _error(request: Request, site: Site, error: PasutError, form: Form) -> Response:
    status = 404 if isinstance(error, NotFoundError) else 400 if isinstance(error, UsageError) else 500
    return _told(request, site, 503 if isinstance(error, StoreError) else status, str(error), form)


def _told(
    request: Request, site: Site, status: int, what: str, form: Form, headers: dict[str, str] | None = None
) -> Response:
    """An error in one shape: a page for people, `{"error": {"status", "title", "detail"}}` for programs."""
    title = http.HTTPStatus(status).phrase
    if form != "html":
        body = msgspec.json.encode({"error": {"status": status, "title": title, "detail": what}})
        return Response(body, status, headers, media_type="application/json")
    asked = _asked(request, site, (), "html", query=False)
    page = Page(
        title=asked.terms("error.title", status=str(status)),
        intro=asked.words.prose("error", what),
        template="error",
        status=status,
    )
    response = answer(page, site, asked)
    response.headers.update(headers or {})
    return response


def _form_of(request: Request) -> Form:
    ending = request.url.path.rpartition(".")[2]
    return ending if ending in ("json", "csv", "jsonl") else "html"  # type: ignore[return-value]  # checked here
