"""The report command."""

import pathlib

import pytest

from pasut.show.cli import run


@pytest.mark.parametrize(
    ("form", "start"), [("md", b"# "), ("html", b"<!doctype html>"), ("pdf", b"%PDF"), ("docx", b"PK")]
)
def test_each_form_is_written(form: str, start: bytes, examples: pathlib.Path, tmp_path: pathlib.Path) -> None:
    place = tmp_path / f"report.{form}"
    assert run(["report", "korut", "rusia", "--store", str(examples), "--format", form, "-o", str(place)]) == 0
    assert place.read_bytes().startswith(start)


def test_without_a_file_it_goes_to_standard_output(
    examples: pathlib.Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["report", "korut", "cina", "--store", str(examples), "--lang", "id", "--as-of", "2024"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"# Korea Utara dan China: pasang surut")


def test_a_folder_that_is_not_there_is_one_line(examples: pathlib.Path, tmp_path: pathlib.Path) -> None:
    place = str(tmp_path / "nowhere" / "report.md")
    assert run(["report", "korut", "rusia", "--store", str(examples), "-o", place]) == 1
