"""What the environment says: where the store lies, which language to show, what time it is."""

import datetime as dt
import functools
import getpass
import importlib.metadata
import os
import pathlib
from collections.abc import Mapping

from pasut.errors import UsageError
from pasut.records import Record

LANGUAGES = ("id", "en")


class Settings(Record, frozen=True):
    """What holds for one run of the program."""

    store: pathlib.Path
    """The store used when none is named."""
    language: str
    """Language of labels, dates and numbers: `id` or `en`."""
    cache: pathlib.Path = pathlib.Path()
    """Folder of what can be made again: the scripts of charts."""
    debug: bool = False
    """Show a traceback where a one-line error would stand."""


def load_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read PASUT_STORE, PASUT_LANG and PASUT_DEBUG, the XDG data folder and the locale.

    >>> load_settings({"XDG_DATA_HOME": "/data", "LANG": "id_ID.UTF-8"}).language
    'id'
    """
    environ = os.environ if environ is None else environ
    return Settings(
        store=pathlib.Path(environ["PASUT_STORE"]) if environ.get("PASUT_STORE") else _data_folder(environ),
        language=_language(environ),
        cache=_folder(environ, "XDG_CACHE_HOME", "~/.cache"),
        debug=environ.get("PASUT_DEBUG", "") not in ("", "0"),
    )


def now(environ: Mapping[str, str] | None = None) -> dt.datetime:
    """The time in UTC, to the second; SOURCE_DATE_EPOCH, where it is set, stands in for the clock."""
    environ = os.environ if environ is None else environ
    fixed = environ.get("SOURCE_DATE_EPOCH")
    if not fixed:
        return dt.datetime.now(dt.UTC).replace(microsecond=0)
    try:
        return dt.datetime.fromtimestamp(int(fixed), dt.UTC)
    except (ValueError, OverflowError, OSError) as error:
        message = f"SOURCE_DATE_EPOCH is {fixed!r}; give seconds since 1970 as a whole number, or unset it"
        raise UsageError(message) from error


@functools.cache
def version() -> str:
    """The installed version of the program."""
    return importlib.metadata.version("pasut")


def user() -> str:
    """Who uses this machine, as the log of corrections names him: PASUT_USER, else the name of the account."""
    try:
        return os.environ.get("PASUT_USER") or getpass.getuser()
    except (KeyError, OSError) as error:
        raise UsageError("nobody knows who you are; say so with --by NAME, or set PASUT_USER") from error


def _data_folder(environ: Mapping[str, str]) -> pathlib.Path:
    return _folder(environ, "XDG_DATA_HOME", "~/.local/share") / "pasut.sqlite"


def _folder(environ: Mapping[str, str], name: str, usual: str) -> pathlib.Path:
    base = environ.get(name, "")
    # The XDG rules say that a relative path there is to be ignored.
    return (pathlib.Path(base) if base.startswith("/") else pathlib.Path(usual).expanduser()) / "pasut"


def _language(environ: Mapping[str, str]) -> str:
    chosen = environ.get("PASUT_LANG", "")
    if chosen:
        if chosen not in LANGUAGES:
            raise UsageError(f"PASUT_LANG is {chosen!r}; set it to one of {', '.join(LANGUAGES)}")
        return chosen
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return "id" if locale.split("_")[0].split(".")[0] == "id" else "en"
