"""An address of the site: which function answers it, with which parameters, in which forms."""

from collections.abc import Callable

from starlette.responses import Response

from pasut.records import Record
from pasut.show.web.asked import LANG, SECTION, Asked, Form, Param
from pasut.show.web.page import Page
from pasut.show.web.site import Site

FORMS: tuple[Form, ...] = ("html", "json", "csv", "jsonl")


class PageRoute(Record, frozen=True):
    """An address that gives a page, in all forms: `/dyad/{a}/{b}`, `/dyad/{a}/{b}.json`."""

    path: str
    make: Callable[[Site, Asked], Page | Response]
    """A response of its own is sent as it is: it leads elsewhere."""
    about: str
    """What it gives, in English, for the description of the interface."""
    params: tuple[Param, ...] = ()
    forms: tuple[Form, ...] = FORMS
    also: tuple[int, ...] = ()
    """Statuses that it may answer with beside the usual ones."""

    @property
    def known(self) -> tuple[Param, ...]:
        """Its own parameters and those that every page has."""
        return (*self.params, SECTION, LANG)


class FileRoute(Record, frozen=True):
    """An address that gives something else: a picture, a feed, a download."""

    path: str
    make: Callable[[Site, Asked], Response]
    about: str
    media_type: str
    params: tuple[Param, ...] = ()
    form: Form = "json"
    """In which form its errors are told: "html" for addresses that people come to."""

    @property
    def known(self) -> tuple[Param, ...]:
        """Its own parameters and the language."""
        return (*self.params, LANG)


class ActionRoute(Record, frozen=True):
    """An address that changes something: only POST, only with the token where `needs_token`.

    It runs in a thread of its own; `form` is what the browser sent, read and bounded already.
    """

    path: str
    act: Callable[[Site, Asked, "Sent"], Response]
    about: str
    fields: tuple[Param, ...] = ()
    needs_token: bool = True


class Upload(Record, frozen=True):
    """A file that a browser sent."""

    name: str
    data: bytes


class Sent(Record, frozen=True):
    """The fields and files of a form."""

    fields: tuple[tuple[str, str], ...] = ()
    files: tuple[Upload, ...] = ()

    def one(self, name: str) -> str:
        """A field's value; empty where it is not there."""
        return next((value for key, value in self.fields if key == name), "")


AnyRoute = PageRoute | FileRoute | ActionRoute
