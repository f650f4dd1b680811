"""Relations from a store: what is in the store is what is measured."""

import datetime as dt
import json
import pathlib

import pytest

import pasut
from makers import day, make_article, make_claim
from pasut.measure.assessed import compare_assessments
from pasut.records import Actor, ActorCode, Assessment, Coding, When
from pasut.relation import expected_acts, relation_assessments, relation_forecast, relations_of, triangle_of
from pasut.show.days import first_day, last_day
from pasut.store import Store

GOLD = pathlib.Path(__file__).parents[2] / "shared" / "gold" / "seeds.jsonl"


def tell(store: Store, name: str, published: When, *, sentence: str = "Putin memuji Kim.", **more: object) -> None:
    """Store an article of one claim: RUS praises PRK on the day before it is published."""
    article = make_article(name, sentence, published=published)
    assert published.first
    fields: dict[str, object] = {
        "type": "SUPPORT",
        "mode": "praise",
        "status": "happened",
        "speaker": (),
        "source": (Actor(code=ActorCode("RUS")),),
        "target": (Actor(code=ActorCode("PRK")),),
        "when": day(published.first.year, published.first.month, published.first.day - 1),
        "sentence_text": sentence,
    }
    store.add(article, Coding(article=article.id, claims=(make_claim(article, **fields | more),)))  # type: ignore[arg-type]


def test_the_index_runs_to_the_last_day_of_the_store(fresh_store: Store) -> None:
    tell(fresh_store, "one", day(2024, 6, 20))
    tell(fresh_store, "two", day(2024, 8, 2), source=(Actor(code=ActorCode("CHN")),))
    relation = pasut.relation_index(fresh_store, "PRK", "RUS")
    assert (relation.curve.first, relation.curve.last) == (dt.date(2024, 6, 19), dt.date(2024, 8, 2))
    assert relation.curve.mean[0] > 0


def test_an_article_told_again_changes_no_number(fresh_store: Store) -> None:
    tell(fresh_store, "one", day(2024, 6, 20))
    before = pasut.relation_index(fresh_store, "PRK", "RUS")
    for name in ("copy", "copy of the copy"):
        tell(fresh_store, name, day(2024, 6, 20))
    after = pasut.relation_index(fresh_store, "PRK", "RUS")
    assert before.curve.mean.tobytes() == after.curve.mean.tobytes()
    assert before.curve.variance.tobytes() == after.curve.variance.tobytes()


def test_as_of_a_day_nothing_later_is_known(fresh_store: Store) -> None:
    tell(fresh_store, "one", day(2024, 6, 20))
    before = pasut.relation_index(fresh_store, "PRK", "RUS", as_of=dt.date(2024, 6, 30))
    tell(fresh_store, "two", day(2024, 7, 9), type="ACCUSE", mode=None, sentence="Putin mengecam Kim.")
    after = pasut.relation_index(fresh_store, "PRK", "RUS", as_of=dt.date(2024, 6, 30))
    assert before.curve.mean.tobytes() == after.curve.mean.tobytes()


def test_points_of_the_index_lead_to_sentences(fresh_store: Store) -> None:
    tell(fresh_store, "one", day(2024, 6, 20))
    relation = pasut.relation_index(fresh_store, "PRK", "RUS")
    (part,) = relation.explain(dt.date(2024, 6, 19))
    assert [line.claim.sentence_text for line in fresh_store.lines_of(part.event)] == ["Putin memuji Kim."]
    assert part.points == pytest.approx(relation.curve.mean[0])
    assert relation.changes() == ()
    assert relation.surprises()[0].event == part.event


def test_a_plan_is_expected_by_those_who_announce_it(fresh_store: Store) -> None:
    tell(
        fresh_store, "one", day(2024, 6, 3), type="CONSULT", mode="visit", status="planned",
        when=day(2024, 6, 19), speaker=("RUS",), sentence="Putin akan ke Pyongyang.",
    )  # fmt: skip
    (found,) = expected_acts(fresh_store, "PRK", "RUS")
    assert (found.by, found.since, found.outcome) == (("RUS",), dt.date(2024, 6, 3), "open")


def test_three_relations_share_their_days(fresh_store: Store) -> None:
    tell(fresh_store, "one", day(2024, 6, 20))
    tell(fresh_store, "two", day(2024, 8, 2), source=(Actor(code=ActorCode("CHN")),))
    pairs = [("PRK", "RUS"), ("RUS", "CHN"), ("PRK", "CHN")]
    relations = relations_of(fresh_store, pairs)
    assert len({(each.curve.first, each.curve.last) for each in relations}) == 1
    (found,) = triangle_of(("PRK", "RUS", "CHN"), relations, [dt.date(2024, 8, 1)], "all")
    assert found.is_stale


def test_an_empty_store_has_nothing_to_foretell(fresh_store: Store) -> None:
    assert relation_forecast(fresh_store, "PRK", "RUS") == ((), ())
    assert expected_acts(fresh_store, "PRK", "RUS") == ()
    relation = pasut.relation_index(fresh_store, "PRK", "RUS")
    assert relation.is_stale
    assert relation_assessments(fresh_store, relation) == ()


@pytest.fixture(scope="module")
def judgements() -> list[tuple[Assessment, When | None]]:
    """The assessments that people found in the five seeds."""
    if not GOLD.is_file():
        pytest.skip(f"no annotated articles at {GOLD}: nothing to compare")
    out: list[tuple[Assessment, When | None]] = []
    for row in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines()):
        published = _when(row["article"]["published"])
        article = make_article(row["id"])
        for number, each in enumerate(row["assessments"]):
            judged = Assessment(
                id=f"{row['id']}-{number}",
                article=article.id,
                sentence=make_claim(article).sentence,
                sentence_text=each["quote"],
                trigger=make_claim(article).trigger,
                rule="gold",
                dyad=(ActorCode(each["dyad"][0]), ActorCode(each["dyad"][1])),
                direction=each["direction"],
                speaker=tuple(each["speaker"]),
                when=_when(each["date"]),
            )
            out.append((judged, published))
    return out


def _when(text: str | None) -> When | None:
    """An interval as the codebook writes it."""
    if text is None:
        return None
    first, _, last = (part.strip(".") for part in text.partition("/"))
    ends = first_day(first or None), last_day(last or (None if "/" in text else first))
    return When(first=ends[0], last=ends[1], basis="gold")


@pytest.mark.parametrize(
    ("dyad", "year", "direction", "by"),
    [
        (("PRK", "RUS"), 2023, "warming", "expert:Jeh"),
        (("PRK", "RUS"), 2024, "warming", ""),
        (("PRK", "CHN"), 2024, "cooling", "expert:O'Carroll"),
    ],
)
def test_what_the_seeds_say_stands_beside_the_index(
    dyad: tuple[str, str],
    year: int,
    direction: str,
    by: str,
    judgements: list[tuple[Assessment, When | None]],
    fresh_store: Store,
) -> None:
    tell(fresh_store, "one", day(2023, 6, 20))
    relation = pasut.relation_index(fresh_store, *dyad, as_of=dt.date(2024, 12, 31))
    said = [
        each.assessment
        for each in compare_assessments(relation, judgements)
        if each.assessment.direction == direction and _is_of(each.assessment.when, year)
    ]
    assert said
    assert all(each.sentence_text for each in said)
    assert by in {who for each in said for who in each.speaker or ("",)}


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The five articles that the project began with, read."""
    articles = GOLD.parents[1] / "seeds"
    if not articles.is_dir():
        pytest.skip(f"no articles at {articles}: nothing to read")
    place = str(tmp_path_factory.mktemp("seeds") / "seeds.sqlite")
    with pasut.open_store(place) as store:
        pasut.read_news([articles], store=store)
    return place


def test_the_seeds_warm_with_their_sentences_and_a_band_as_wide_as_five_articles_deserve(seeds: str) -> None:
    with pasut.open_store(seeds) as store:
        relation = pasut.relation_index(store, "PRK", "RUS")
        said = relation_assessments(store, relation)
    warming = [each for each in said if each.assessment.direction == "warming"]
    years = {each.published.first.year for each in warming if each.published and each.published.first}
    assert years == {2023, 2024}
    assert all(each.assessment.sentence_text for each in warming)
    assert not [each for each in warming if each.verdict == "disagrees"]
    assert 4 < relation.curve.high[-1] - relation.curve.low[-1] < 10
    assert relation.curve.mean[-1] > 0


def _is_of(when: When | None, year: int) -> bool:
    return when is not None and any(day is not None and day.year == year for day in (when.first, when.last))
