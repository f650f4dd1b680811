"""CAMEO codes of acts."""

import pathlib

import pytest

from pasut.errors import DataError
from pasut.world.cameo import cameo_code, cameo_quad, load_cameo


def test_a_mode_without_a_code_has_that_of_its_type() -> None:
    codes = load_cameo()
    assert cameo_code(codes, "CONSULT", "visit") == "042"
    assert cameo_code(codes, "CONSULT", "letter") == "040"


@pytest.mark.parametrize(("code", "quad"), [("057", 1), ("0871", 2), ("139", 3), ("140", 4), ("204", 4)])
def test_quad_classes_follow_the_root(code: str, quad: int) -> None:
    assert cameo_quad(code) == quad


@pytest.mark.parametrize(
    ("row", "says"), [("AIDING\t\t070", "no type"), ("AID\t\t7", "no CAMEO code"), ("AID\t\t070", "no code for AGREE")]
)
def test_a_wrong_table_is_refused(row: str, says: str, tmp_path: pathlib.Path) -> None:
    path = tmp_path / "cameo.tsv"
    path.write_text(f"type\tmode\tcode\n{row}\n")
    with pytest.raises(DataError, match=says):
        load_cameo(path)
