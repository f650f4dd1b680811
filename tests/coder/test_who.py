"""A free string of words becomes an actor code and sectors, by the day that is meant."""

import datetime as dt
import importlib.util
import pathlib

import pytest

from pasut.coder.who import Who, who_is
from pasut.packs.sectors import Sectors, load_sectors
from pasut.pipeline import Kit
from pasut.world.standing import Standing, load_standings

ROOT = pathlib.Path(__file__).resolve().parents[2]
Reader = tuple[Kit, Sectors, tuple[Standing, ...]]


@pytest.fixture(scope="module")
def reader() -> Reader:
    kit = Kit()
    pack = kit.pack("en")
    assert pack is not None
    return kit, load_sectors(pack), load_standings()


def ask(reader: Reader, said: str, day: str = "") -> Who:
    kit, sectors, standings = reader
    pack = kit.pack("en")
    assert pack is not None
    return who_is(said, dt.date.fromisoformat(day) if day else None, pack, kit.world, sectors, standings)


@pytest.mark.parametrize(
    ("said", "code", "sectors"),
    [
        ("Peru", "PER", ()),
        ("the Peruvian army", "PER", ("MIL",)),
        ("Norwegian lawmakers", "NOR", ("LEG",)),
        ("Lisbon", "PRT", ("GOV",)),
        ("Osaka", "JPN", ("CVL",)),
        ("Kenya's supreme court", "KEN", ("JUD",)),
        ("farmers in Moldova", "MDA", ("AGR",)),
        ("Turkish-backed Libyan rebels", "LBY", ("REB",)),
        ("the speaker of the Knesset", "ISR", ("LEG",)),
        ("a former Kremlin aide", "RUS", ("ELI",)),
        ("Hezbollah fighters", "LBN:Hezbollah", ("REB",)),
        ("People's Republic of China", "CHN", ()),
        ("al-Shabaab fighters", "SOM:Al-Shabaab", ("REB",)),
        ("Ethiopian Airlines", "ETH", ("BUS",)),
        ("the Gulf of Mexico", "", ()),
        ("drug smugglers", "", ("CRM",)),
        ("two men", "", ("UNK",)),
        ("who", "", ("UNK",)),
        ("Siemens", "DEU", ("BUS",)),
        ("reporters of the BBC", "GBR", ("JRN",)),
        ("Bank of Japan", "JPN", ("GOV",)),
        ("Shin Bet", "ISR", ("SPY",)),
        ("Spanish robbers", "ESP", ("CRM",)),
    ],
)
def test_a_string_of_words_means_an_actor(reader: Reader, said: str, code: str, sectors: tuple[str, ...]) -> None:
    found = ask(reader, said)
    assert (found.code, found.sectors) == (code, sectors)


@pytest.mark.parametrize(
    ("said", "day", "sectors"),
    [
        ("Sergei Lavrov", "2015-01-01", ("GOV",)),
        ("Barack Obama", "2010-01-01", ("GOV",)),
        ("Barack Obama", "2024-01-01", ("ELI",)),
        ("Taliban", "2000-01-01", ("GOV",)),
        ("Taliban", "2010-01-01", ("REB",)),
        ("the Taliban", "2023-01-01", ("GOV",)),
    ],
)
def test_the_day_decides_the_sector(reader: Reader, said: str, day: str, sectors: tuple[str, ...]) -> None:
    assert ask(reader, said, day).sectors == sectors


def test_a_surname_means_who_held_office_then(reader: Reader) -> None:
    found = ask(reader, "Russian Defense Minister Shoigu", "2020-05-09")
    assert (found.code, found.sectors, bool(found.person)) == ("RUS", ("GOV", "MIL"), True)


def test_a_longer_name_of_somebody_unknown_is_not_the_person_we_know(reader: Reader) -> None:
    assert ask(reader, "Barack Obama Xyzzyq").person == ""


def test_annotated_strings_are_understood() -> None:
    spec = importlib.util.spec_from_file_location("actors", ROOT / "quality" / "actors.py")
    assert spec is not None and spec.loader is not None
    actors = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(actors)
    if not actors.STRINGS.is_file():
        pytest.skip("no annotated actor strings beside the repository")
    right, asked = actors.measure()
    assert asked > 100 and right / asked >= 0.85
