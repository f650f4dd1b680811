"""The packs mirror each other: one actor has one code, and words of one meaning tell one type of event."""

import importlib
import pathlib
import sys
from types import ModuleType

import pytest

from pasut.packs.load import load_pack
from pasut.packs.pack import Pack
from pasut.world.load import World, load_world

FOLDER = pathlib.Path(__file__).parents[1] / "quality"


@pytest.fixture(scope="module")
def symmetry() -> ModuleType:
    sys.path.insert(0, str(FOLDER))
    try:
        return importlib.import_module("symmetry")
    finally:
        sys.path.remove(str(FOLDER))


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


@pytest.fixture(scope="module")
def packs(world: World) -> dict[str, Pack]:
    return {language: load_pack(language, world) for language in ("id", "en")}


def test_a_name_leads_to_the_same_actor_in_both_languages(symmetry: ModuleType, world: World) -> None:
    assert list(symmetry.names_apart(world)) == []


def test_every_group_and_body_is_named_in_both_languages(symmetry: ModuleType, world: World) -> None:
    assert list(symmetry.codes_apart(world)) == []


def test_frames_of_one_name_tell_one_type_of_event(symmetry: ModuleType) -> None:
    assert list(symmetry.frames_apart()) == []


def test_words_of_one_meaning_tell_one_type_of_event(symmetry: ModuleType, packs: dict[str, Pack]) -> None:
    assert list(symmetry.words_apart(packs)) == []


def test_words_that_part_are_named(
    symmetry: ModuleType, packs: dict[str, Pack], tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    glosses = tmp_path / "glosses.tsv"
    glosses.write_text("id\ten\nmenyerang\tpraise\nmenyerang\tattack\n", encoding="utf-8")
    monkeypatch.setattr(symmetry, "GLOSSES", glosses)
    assert [line.split(":")[0] for line in symmetry.words_apart(packs)] == ["words 'menyerang'"]


def test_a_word_of_no_entry_stops_with_its_name(
    symmetry: ModuleType, packs: dict[str, Pack], tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    glosses = tmp_path / "glosses.tsv"
    glosses.write_text("id\ten\nmenyerang\tattackify\n", encoding="utf-8")
    monkeypatch.setattr(symmetry, "GLOSSES", glosses)
    with pytest.raises(SystemExit, match="attackify"):
        list(symmetry.words_apart(packs))
