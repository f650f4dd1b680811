"""Every case of every pack: the sentence is coded into exactly the claims that stand beside it."""

import datetime as dt
import pathlib
from typing import get_args

import msgspec
import pytest

import pasut.packs
from pasut.coder import code_article
from pasut.packs.load import available
from pasut.pipeline import Kit
from pasut.records import Article, Claim, Coding, EventType, Record, Status, When
from pasut.world.load import load_world

FOLDER = pathlib.Path(pasut.packs.__path__[0])
Told = tuple[EventType, tuple[str, ...], tuple[str, ...], Status]


class Expected(Record, frozen=True, forbid_unknown_fields=True):
    """A claim as a case writes it; what is left out is not looked at."""

    type: EventType
    source: tuple[str, ...]
    target: tuple[str, ...]
    status: Status
    mode: str | None = None
    speaker: tuple[str, ...] | None = None
    date: str | None = None

    @property
    def told(self) -> Told:
        """What of a claim must be right in every case; the order of actors says nothing."""
        return self.type, tuple(sorted(self.source)), tuple(sorted(self.target)), self.status


class Case(Record, frozen=True, forbid_unknown_fields=True):
    """One line of cases.jsonl: an article of one paragraph, or of a headline alone."""

    id: str
    text: str
    published: str
    claims: tuple[Expected, ...]
    why: str
    headline: bool = False


def read_cases(language: str) -> list[Case]:
    lines = (FOLDER / language / "cases.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Case) for line in lines if line]


CASES = {language: read_cases(language) for language in available()}
ALL = [pytest.param(language, case, id=f"{language}-{case.id}") for language in CASES for case in CASES[language]]


@pytest.fixture(scope="module")
def kit() -> Kit:
    return Kit()


@pytest.mark.parametrize(("language", "case"), ALL)
def test_a_case_gives_its_claims_and_no_others(kit: Kit, language: str, case: Case) -> None:
    claims = code_case(kit, language, case).claims
    assert {_told(claim) for claim in claims} == {expected.told for expected in case.claims}, case.why
    for expected in case.claims:
        assert any(_fits(expected, claim) for claim in claims if _told(claim) == expected.told), (
            f"{case.id}: mode, speaker or date of {expected} is none of "
            f"{[(c.mode, c.speaker, _date(c)) for c in claims if _told(c) == expected.told]}"
        )


@pytest.mark.parametrize("language", CASES)
def test_a_pack_brings_its_cases_with_ids_of_their_own_and_reasons(language: str) -> None:
    cases = CASES[language]
    assert len({case.id for case in cases}) == len(cases) == len({case.text for case in cases})
    assert all(case.why for case in cases)


@pytest.mark.parametrize("language", CASES)
def test_a_pack_has_cases_for_every_type_and_status_and_for_nothing(language: str) -> None:
    claims = [claim for case in CASES[language] for claim in case.claims]
    assert {claim.type for claim in claims} == set(get_args(EventType))
    assert {claim.status for claim in claims} == set(get_args(Status))
    assert sum(not case.claims for case in CASES[language]) >= len(CASES[language]) // 6


@pytest.mark.parametrize("language", CASES)
def test_cases_name_only_actors_that_the_world_knows(language: str) -> None:
    world = load_world()
    known = {*world.states, *world.bodies, *world.groups}
    named = {code for case in CASES[language] for claim in case.claims for code in (*claim.source, *claim.target)}
    assert named <= known


def code_case(kit: Kit, language: str, case: Case) -> Coding:
    pack = kit.pack(language)
    assert pack is not None
    day = dt.date.fromisoformat(case.published)
    article = Article(
        id=case.id,
        key=case.id,
        language=language,
        title=case.text if case.headline else None,
        headline=case.headline,
        paragraphs=() if case.headline else tuple(case.text.split("\n")),
        published=When(first=day, last=day, basis="given"),
    )
    return code_article(article, pack, kit.world)


def _told(claim: Claim) -> Told:
    source, target = ([str(actor.code) for actor in actors] for actors in (claim.source, claim.target))
    return claim.type, tuple(sorted(source)), tuple(sorted(target)), claim.status


def _fits(expected: Expected, claim: Claim) -> bool:
    return (
        expected.mode in (None, claim.mode)
        and (expected.speaker is None or sorted(expected.speaker) == sorted(claim.speaker))
        and expected.date in (None, _date(claim))
    )


def _date(claim: Claim) -> str | None:
    return claim.when.text() if claim.when else None
