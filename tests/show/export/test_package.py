"""The data package."""

import csv
import hashlib
import io
import json
import pathlib

import pytest

from pasut.show import events, line
from pasut.show.cli import run
from pasut.show.export.package import schema

from .conftest import HOSTILE


@pytest.fixture
def package(case: pathlib.Path, tmp_path: pathlib.Path) -> pathlib.Path:
    folder = tmp_path / "package"
    assert run(["export", "--format", "package", "-o", str(folder), "--store", str(case)]) == 0
    return folder


@pytest.mark.parametrize(("name", "fields"), [("claims", line.FIELDS), ("events", events.FIELDS)])
def test_every_column_is_described(name: str, fields: tuple[str, ...]) -> None:
    columns = schema(name, fields)["fields"]
    assert isinstance(columns, list)
    assert [column["name"] for column in columns] == list(fields)
    assert all(column["description"].endswith(".") for column in columns)


def test_the_descriptor_is_true_of_its_files(package: pathlib.Path) -> None:
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    assert {path.name for path in package.iterdir()} == {"datapackage.json", "claims.csv", "events.csv"}
    for resource in descriptor["resources"]:
        data = (package / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        header = next(csv.reader(io.StringIO(data.decode(), newline="")))
        assert header == [field["name"] for field in resource["schema"]["fields"]]


def test_events_name_claims_that_are_there(package: pathlib.Path) -> None:
    claims, told = (
        [*csv.DictReader(io.StringIO((package / f"{name}.csv").read_bytes().decode(), newline=""))]
        for name in ("claims", "events")
    )
    named = {claim for event in told for claim in event["claims"].split(";")}
    assert named == {claim["id"] for claim in claims}
    assert HOSTILE in {claim["sentence"] for claim in claims}


def test_a_package_needs_a_folder(
    case: pathlib.Path, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "--format", "package", "--store", str(case)]) == 2
    assert "name one with -o" in capsys.readouterr().err
    assert run(["export", "--format", "package", "-o", str(case), "--store", str(case)]) == 1
    assert "name another folder with -o" in capsys.readouterr().err
