"""Exports as downloads: the same bytes as on the command line, the store's file whole, nothing left behind."""

import io
import json
import pathlib
import sqlite3
import tempfile
import zipfile
from typing import get_args

import pytest
from starlette.testclient import TestClient

from pasut.show.export.write import ExportFormat, FileFormat, TextFormat, write_export
from pasut.show.web.pages.exports import EXPORTS
from pasut.show.web.site import Site
from pasut.show.words import words_in
from pasut.store import open_store


def test_every_export_of_the_command_line_is_here_and_the_file_itself() -> None:
    assert {each.form for each in EXPORTS} == {*_flat(ExportFormat), "sqlite"}


@pytest.mark.parametrize("form", get_args(TextFormat))
def test_a_text_is_what_the_command_line_writes(client: TestClient, shown: Site, form: FileFormat) -> None:
    out = io.StringIO(newline="")
    write_export(shown.store, form, out, words_in("en"))
    response = client.get(f"/export/{form}")
    assert response.content.decode() == out.getvalue()
    assert response.headers["content-disposition"].startswith('attachment; filename="pasut')


def test_the_page_leads_to_every_export(client: TestClient) -> None:
    page = client.get("/exports").text
    assert all(f'href="/export/{each.form}"' in page for each in EXPORTS)


def test_the_file_itself_opens_as_a_store_with_all_that_is_in_it(
    client: TestClient, shown: Site, tmp_path: pathlib.Path
) -> None:
    place = tmp_path / "copy.sqlite"
    place.write_bytes(client.get("/export/sqlite").content)
    assert sqlite3.connect(place).execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with open_store(place) as copy:
        assert copy.count("claims") == shown.store.count("claims")


def test_the_package_is_a_zip_with_its_description(client: TestClient) -> None:
    packed = zipfile.ZipFile(io.BytesIO(client.get("/export/package").content))
    described = json.loads(packed.read("pasut/datapackage.json"))
    assert {f"pasut/{each['path']}" for each in described["resources"]} < set(packed.namelist())


def test_what_was_made_to_be_sent_is_gone_afterwards(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for form in ("sqlite", "package", "ics"):
        assert client.get(f"/export/{form}").status_code == 200
    assert list(tmp_path.iterdir()) == []


def _flat(form: object) -> set[str]:
    return {each for part in get_args(form) for each in (_flat(part) or {part})}
