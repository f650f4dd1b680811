"""The environment is read as the XDG and reproducible-build rules say."""

import datetime as dt
import pathlib

import pytest

from pasut.errors import UsageError
from pasut.settings import load_settings, now


def test_the_store_is_named_or_in_the_data_folder() -> None:
    assert load_settings({"PASUT_STORE": "case.sqlite"}).store == pathlib.Path("case.sqlite")
    assert load_settings({"XDG_DATA_HOME": "/data"}).store == pathlib.Path("/data/pasut/pasut.sqlite")
    assert load_settings({"XDG_DATA_HOME": "relative"}).store.is_absolute()


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "id_ID.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "C", "PASUT_LANG": "id"}, "id"),
    ],
)
def test_the_language_is_chosen_or_the_locales(environ: dict[str, str], language: str) -> None:
    assert load_settings(environ).language == language


def test_an_unknown_language_is_said() -> None:
    with pytest.raises(UsageError, match="PASUT_LANG is 'fr'; set it to one of id, en"):
        load_settings({"PASUT_LANG": "fr"})


def test_source_date_epoch_stands_in_for_the_clock() -> None:
    assert now({"SOURCE_DATE_EPOCH": "0"}) == dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    assert now({}).tzinfo is dt.UTC
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH is 'soon'"):
        now({"SOURCE_DATE_EPOCH": "soon"})
