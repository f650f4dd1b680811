"""A page of the site by its address, without asking over the network: for citations."""

from urllib.parse import parse_qsl, unquote, urlsplit

import msgspec.structs
from starlette.routing import compile_path

from pasut.errors import NotFoundError
from pasut.show.web.asked import Asked, check_query
from pasut.show.web.page import Moved, Page
from pasut.show.web.route import AnyRoute, PageRoute
from pasut.show.web.site import Site


def page_at(site: Site, asked: Asked, path: str, query: str) -> Page:
    """The page at an address, in the language of who asks. Raises NotFoundError where there is none.

    Where something has moved, it is the page at its new address.
    """
    for route in site.routes:
        names = _names(route, path)
        if names is None:
            continue
        assert isinstance(route, PageRoute)
        given = check_query(parse_qsl(query, keep_blank_values=True), route.known)
        there = msgspec.structs.replace(asked, path=path, names=names, query=given, form="html")
        try:
            made = route.make(site, there)
        except Moved as moved:
            parts = urlsplit(moved.url)
            return page_at(site, asked, unquote(parts.path), parts.query)
        if isinstance(made, Page):
            return made
    raise NotFoundError(f"there is no page {path[:80]!r} here; copy the address from the page itself")


def _names(route: AnyRoute, path: str) -> dict[str, str] | None:
    if not isinstance(route, PageRoute) or route.path == "/cite":
        return None
    found = compile_path(route.path)[0].match(path)
    return found.groupdict() if found else None
