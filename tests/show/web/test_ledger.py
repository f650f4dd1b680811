"""The page of a proposition: all that is said of it, its standing, and the rule that gives it."""

import re

import pytest
from starlette.testclient import TestClient

from pasut.records import Proposition
from pasut.show.web.site import Site


@pytest.fixture
def disputed(shown: Site) -> Proposition:
    """What somebody says and somebody denies, the one that most is said of."""
    found = shown.store.propositions(dyad=("PRK", "RUS"), standing="disputed")
    return max(found, key=lambda each: len(each.claims))


def test_everything_said_of_it_stands_in_order_of_time(client: TestClient, disputed: Proposition) -> None:
    rows = client.get(f"/ledger/{disputed.id}.json").json()["sections"]["entries"]["rows"]
    said = [row["published"] for row in rows if row.get("id") and row["published"]]
    assert {row["id"] for row in rows if row.get("id")} == set(disputed.claims)
    assert len(said) > 1


def test_the_rule_that_gives_its_standing_is_pointed_out(client: TestClient, disputed: Proposition) -> None:
    page = client.get(f"/ledger/{disputed.id}").text
    assert re.findall(r'<li class="on" aria-current="true"><strong>(\w+)</strong>', page) == ["disputed"]


def test_it_leads_to_claims_articles_events_and_actors(client: TestClient, disputed: Proposition) -> None:
    page = client.get(f"/ledger/{disputed.id}").text
    for url in (f"/claims/{disputed.claims[0]}", f"/events/{disputed.events[0]}", "/actors/PRK", "/articles/"):
        assert f'href="{url}' in page


def test_it_is_told_as_of_a_day(client: TestClient, disputed: Proposition) -> None:
    rows = client.get(f"/ledger/{disputed.id}.json").json()["sections"]["entries"]["rows"]
    days = sorted({row["published"] for row in rows if row.get("id") and row["published"]})
    answers = [client.get(f"/ledger/{disputed.id}.json?as_of={day}") for day in days]
    early = next(answer.json() for answer in answers if answer.status_code == 200)  # its name is that of a group
    assert len(early["record"]["claims"]) < len(disputed.claims)
    assert client.get(f"/ledger/{disputed.id}.json?as_of=1990").status_code == 404


def test_the_course_of_its_standing_is_listed(client: TestClient, disputed: Proposition) -> None:
    rows = client.get(f"/ledger/{disputed.id}.json").json()["sections"]["course"]["rows"]
    assert [row["standing"] for row in rows] == [standing for _, standing in disputed.course]


def test_many_entries_come_a_page_at_a_time(client: TestClient, disputed: Proposition) -> None:
    found, url = [], f"/ledger/{disputed.id}.json?_size=3"
    while url:
        part = client.get(url).json()["sections"]["entries"]
        found += [row["id"] for row in part["rows"] if row.get("id")]
        url = part["next"]
    assert found == list(disputed.claims)
