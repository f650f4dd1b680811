"""The ledger of disputed claims: what it lists, how it is narrowed and leafed through."""

import pytest
from starlette.testclient import TestClient

from pasut.show.web.pages.disputes import CONTESTED
from pasut.show.web.site import Site


def rows(client: TestClient, query: str = "") -> list[dict[str, object]]:
    """The propositions that the page lists."""
    listed: list[dict[str, object]] = client.get(f"/disputes.json{query}").json()["sections"]["propositions"]["rows"]
    return listed


def test_only_what_is_contested_is_listed_and_leads_to_its_ledger(client: TestClient) -> None:
    found = rows(client)
    assert found
    assert {row["standing"] for row in found} <= set(CONTESTED)
    assert f'href="/ledger/{found[0]["id"]}"' in client.get("/disputes").text


def test_one_standing_is_asked_for_and_counted(client: TestClient) -> None:
    part = client.get("/disputes.json").json()["sections"]["propositions"]
    counts = {each["value"]: each["count"] for each in part["facets"]["standing"]}
    for standing, count in counts.items():
        assert len(rows(client, f"?standing={standing}&_size=1000")) == count
    assert part["total"] == sum(counts[each] for each in CONTESTED)


def test_pages_follow_each_other_across_standings(client: TestClient) -> None:
    whole, found, url = rows(client, "?_size=1000"), [], "/disputes.json?_size=1"
    while url:
        part = client.get(url).json()["sections"]["propositions"]
        found += part["rows"]
        url = part["next"]
    assert found == whole
    assert len(found) > 1


def test_filters_give_what_the_store_gives(client: TestClient, shown: Site) -> None:
    asked = rows(client, "?a=korut&b=rusia&type=AID.arms&from=2023-09&to=2024&_size=1000")
    wanted = shown.store.propositions(dyad=("PRK", "RUS"), type="AID.arms")
    assert {row["id"] for row in asked} <= {each.id for each in wanted}
    assert {row["id"] for row in rows(client, "?a=PRK&b=RUS")} <= {row["id"] for row in rows(client, "?b=PRK")}
    assert rows(client, "?to=1990") == []


@pytest.mark.parametrize("query", ["type=NONE", "standing=none", "from=June", "_size=0", "_next=x"])
def test_a_filter_that_cannot_be_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"/disputes.json?{query}").status_code == 400


def test_filters_stand_in_the_form_and_can_be_cleared(client: TestClient) -> None:
    page = client.get("/disputes", params={"a": '"><b>', "b": ""})
    assert page.status_code == 404
    page = client.get("/disputes", params={"a": "korut", "standing": "denied"})
    assert 'value="korut"' in page.text
    assert '<option value="denied" selected>' in page.text
    assert '<a class="clear" href="/disputes">' in page.text
