"""The page of a claim: its sentence marked, its record, what it is part of, what persons have corrected."""

import re

import pytest
from starlette.testclient import TestClient

from pasut.records import Claim
from pasut.show.web.site import Site


@pytest.fixture
def told(shown: Site) -> Claim:
    """A claim with a speaker, of the packaged examples."""
    return next(claim for claim in shown.store.claims(dyad=("PRK", "RUS"), type="AID.arms") if claim.speaker)


def text_of(page: str) -> str:
    """What is left of a stretch of HTML without its elements."""
    return " ".join(re.sub(r"<[^>]+>", "", page).split())


def test_the_sentence_stands_marked_in_its_paragraph(client: TestClient, told: Claim) -> None:
    page = client.get(f"/claims/{told.id}").text
    quoted = page[page.index("<blockquote") : page.index("</blockquote")]
    assert told.sentence_text in text_of(quoted).replace("&#34;", '"').replace("&#39;", "'")
    assert re.search(r'<mark class="mk-sentence mk-trigger" data-label="act">', quoted)


def test_a_claim_leads_to_its_article_event_proposition_and_actors(
    client: TestClient, shown: Site, told: Claim
) -> None:
    page = client.get(f"/claims/{told.id}").text
    event, proposition = shown.store.events_of(told.id)[0], shown.store.propositions_of(told.id)[0]
    for url in (
        f"/articles/{told.article}#s",
        f"/events/{event.id}",
        f"/ledger/{proposition.id}",
        "/actors/PRK",
        "/dyad/PRK/RUS",
    ):
        assert f'href="{url}' in page


def test_programs_get_the_whole_record_and_the_line_of_an_export(client: TestClient, told: Claim) -> None:
    record = client.get(f"/claims/{told.id}.json").json()["record"]
    assert record["id"] == told.id
    assert record["spans"]["trigger"] == {"start": told.trigger.start, "end": told.trigger.end}
    assert client.get(f"/claims/{told.id}.csv").text.splitlines()[1].startswith(told.id)


def test_the_beginning_of_an_id_leads_to_the_claim(client: TestClient, told: Claim) -> None:
    response = client.get(f"/claims/{told.id[:10]}.json?_lang=id", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (307, f"/claims/{told.id}.json?_lang=id")


@pytest.mark.parametrize(("id_", "status"), [("nowhere", 404), ("", 404), ("a%2Fb", 404)])
def test_an_unknown_claim_is_not_found(client: TestClient, id_: str, status: int) -> None:
    assert client.get(f"/claims/{id_}").status_code == status


def test_a_correction_shows_what_the_claim_was_before(writer: TestClient, own_site: Site) -> None:
    claim = next(own_site.store.claims(dyad=("PRK", "RUS"), status="happened"))
    own_site.store.correct("set", claim.id, by="ani", field="status", value="planned", note="it was a plan")
    page = writer.get(f"/claims/{claim.id}.json").json()
    assert page["sections"]["changed"]["rows"] == [{"field": "status", "before": "happened", "now": "planned"}]
    assert page["sections"]["corrections"]["rows"][0]["note"] == "it was a plan"


def test_a_rejected_claim_is_shown_as_it_was_coded_and_said_to_be_rejected(writer: TestClient, own_site: Site) -> None:
    claim = next(own_site.store.claims(dyad=("PRK", "RUS")))
    own_site.store.correct("reject", claim.id, by="ani", note="no such act")
    page = writer.get(f"/claims/{claim.id}")
    assert page.status_code == 200
    assert "A person has rejected this claim" in page.text
    assert "no such act" in page.text
    assert writer.get(f"/claims/{claim.id}.json").json()["record"]["is_rejected"] is True


def test_a_claim_leads_to_those_that_refer_to_it(client: TestClient, shown: Site) -> None:
    denial = next(claim for claim in shown.store.claims() if claim.refers_to)
    sections = client.get(f"/claims/{denial.refers_to}.json").json()["sections"]
    assert denial.id in [row["id"] for row in sections["referred_by"]["rows"]]
    assert client.get(f"/claims/{denial.id}.json").json()["sections"]["refers_to"]["rows"][0]["id"] == denial.refers_to
