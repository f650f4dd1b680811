"""The scale of acts: every type and mode has a score, and a wrong row is named."""

import pathlib
from typing import get_args

import pytest

from pasut.errors import DataError
from pasut.records import EventType
from pasut.world.scale import load_scale

HEADER = "type\tmode\tscore\tchannel\tsource\n"


def test_every_type_has_a_score_and_a_channel() -> None:
    scale = load_scale()
    assert all(-10 <= scale.score(type_, None) <= 10 for type_ in get_args(EventType))
    assert {scale.is_material(type_) for type_ in get_args(EventType)} == {True, False}


def test_the_sign_of_accusing_is_that_of_its_modes() -> None:
    assert load_scale().score("ACCUSE", None) == -3


def test_a_mode_without_a_score_has_that_of_its_type() -> None:
    scale = load_scale()
    assert scale.score("AID", "arms") == scale.score("AID", None) == 10
    assert scale.score("CONSULT", "visit") == 4


@pytest.mark.parametrize("type_", get_args(EventType))
def test_modes_have_the_sign_of_their_type(type_: str) -> None:
    scale = load_scale()
    plain = scale.score(type_, None)
    assert all(plain * score >= 0 for (of, _), score in scale.scores.items() if of == type_)


def test_every_row_names_its_source() -> None:
    scale = load_scale()
    assert all(source.startswith(("plover", "as ")) for source in scale.sources.values())
    for (type_, _), source in scale.sources.items():
        if source.startswith("as "):
            assert (type_, source.removeprefix("as ")) in scale.scores


WRONG = {
    "AGREE\t\tmuch\tverbal\tplover": "no score",
    "AGREE\t\t11\tverbal\tplover": "off the scale",
    "AGREES\t\t1\tverbal\tplover": "no type of event",
    "AGREE\t\t1\tspoken\tplover": "verbal or material",
    "AGREE\t\t1\tverbal\tplover": "no score for CONSULT",
}


@pytest.mark.parametrize("row", WRONG)
def test_a_wrong_row_is_named(row: str, tmp_path: pathlib.Path) -> None:
    place = tmp_path / "scale.tsv"
    place.write_text(HEADER + row + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=WRONG[row]):
        load_scale(place)
