"""Who may write: the address with the token that the program prints, a form to give it, and to give writing up."""

from starlette.responses import RedirectResponse, Response

from pasut.show.web.answer import answer
from pasut.show.web.asked import Asked, Param
from pasut.show.web.guard import TOKEN_COOKIE, same_token
from pasut.show.web.page import Page
from pasut.show.web.route import ActionRoute, AnyRoute, PageRoute, Sent
from pasut.show.web.site import Site


def token(site: Site, asked: Asked) -> Page | Response:
    """With a token in the address: take it. Without: say whether one may write, and how to."""
    given = asked.one("token")
    return _page(asked, 200) if given is None else _take(site, asked, given)


def take(site: Site, asked: Asked, sent: Sent) -> Response:
    """Take the token that somebody pasted."""
    made = _take(site, asked, sent.one("token").strip())
    return made if isinstance(made, Response) else answer(made, site, asked)


def forget(_: Site, __: Asked, ___: Sent) -> Response:
    """Forget the token."""
    response = RedirectResponse("/token", 303)
    response.delete_cookie(TOKEN_COOKIE, httponly=True, samesite="strict")
    return response


def _take(site: Site, asked: Asked, given: str) -> Page | Response:
    if not site.token or not same_token(given, site.token):
        return _page(asked, 403)
    response = RedirectResponse("/", 303)
    # It ends with the browser's session: the program makes another token at its next start anyway.
    response.set_cookie(TOKEN_COOKIE, given, httponly=True, samesite="strict", secure=asked.host.startswith("https:"))
    return response


def _page(asked: Asked, status: int) -> Page:
    return Page(title=asked.terms("token.title"), template="token", status=status)


ROUTES: tuple[AnyRoute, ...] = (
    PageRoute(path="/token", make=token, forms=("html",), also=(303, 403), about="Whether one may write, and how to.",
              params=(Param(name="token", about="What `pasut serve` printed: it is kept in a cookie."),)),
    ActionRoute(path="/token", act=take, needs_token=False, about="Give the token, which is kept in a cookie.",
                fields=(Param(name="token"),)),
    ActionRoute(path="/token/forget", act=forget, needs_token=False, about="Forget the token."),
)  # fmt: skip
