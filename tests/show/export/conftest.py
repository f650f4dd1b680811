"""A store whose articles hold what breaks careless files."""

import datetime as dt
import pathlib
import shutil
from collections.abc import Callable

import pytest

from makers import day, make_article, make_claim, make_coding
from pasut.records import Actor, ActorCode, Claim, Coding, Page, Span
from pasut.show.cli import run
from pasut.store import open_store

HOSTILE = 'Putin\t"mengunjungi"\r\nPyongyang;\x07 =1+1, <b>\u2028kata & kawan.'
Export = Callable[..., bytes]


@pytest.fixture
def case(empty: pathlib.Path, tmp_path: pathlib.Path, fixed_clock: dt.datetime) -> pathlib.Path:
    """An allegation that is denied, a visit told in hostile text, a meeting of two, and a plan."""
    place = pathlib.Path(shutil.copy(empty, tmp_path / "case.sqlite"))
    first = make_article("one")
    second = make_article("two\t2", HOSTILE, title=None, publisher='Kabar\t"Dua"\n', url="https://example.org/a?b=1")
    with open_store(place, clock=lambda: fixed_clock) as store:
        store.add(first, make_coding(first), {"1": Page(key="one", text="", source="one.txt")})
        claims = tuple(_claims(second.id, make_claim(second)))
        store.add(second, Coding(article=second.id, claims=claims), {"2": Page(key="two", text="", source="two.txt")})
    return place


def _claims(article: str, model: Claim) -> list[Claim]:
    def told(number: int, **more: object) -> Claim:
        plain = {"mode": None, "speaker": (), "medium": (), "object": None, "steps": (), "status": "happened"}
        fields = {name: getattr(model, name) for name in Claim.__struct_fields__}
        return Claim(**{**fields, **plain, "id": f"{number}{article[1:]}", **more})

    korea, russia = Actor(code=ActorCode("PRK")), Actor(code=ActorCode("RUS"))
    putin = Actor(code=ActorCode("RUS"), person="vladimir-putin", office="head_of_state", span=Span(start=0, end=5))
    begin = {"sentence": Span(start=0, end=len(HOSTILE)), "sentence_text": HOSTILE, "place": "Pyong\tyang"}
    return [
        told(1, type="CONSULT", mode="visit", when=day(2024, 6, 19), source=(putin,), target=(korea,), **begin),
        told(2, type="COOPERATE", mode="trade", when=day(2024, 7, 1), source=(korea, russia), target=(korea, russia)),
        told(3, type="AID", mode="fuel", status="planned", when=day(2024, 9, 1), source=(russia,), target=(korea,)),
        told(4, type="ASSAULT", status="planned", when=day(2024, 9, 2), source=(russia,), target=(korea,)),
        told(5, type="ACCUSE", when=day(2024, 9, 3), source=(Actor(code=ActorCode("UN")),), target=(korea,)),
    ]


@pytest.fixture
def export(case: pathlib.Path, tmp_path: pathlib.Path) -> Export:
    """The bytes that `pasut export --format ...` writes, with further options."""

    def exported(form: str, *options: str) -> bytes:
        out = tmp_path / "out"
        assert run(["export", "--format", form, "-o", str(out), "--store", str(case), *options]) == 0
        return out.read_bytes()

    return exported
