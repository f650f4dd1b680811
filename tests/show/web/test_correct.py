"""Correcting claims in the page: what goes into the log, what the claim's page shows, and who may."""

import pytest
from starlette.testclient import TestClient

from pasut.records import Claim
from pasut.show.overrides import read_log_lines
from pasut.show.web.app import make_app
from pasut.show.web.site import Site

HERE, TOKEN = "http://127.0.0.1:8001", "a-token-for-tests"


@pytest.fixture
def claim(own_site: Site) -> Claim:
    """A claim to correct."""
    return next(own_site.store.claims(dyad=("PRK", "RUS"), type="CONSULT"))


def send(client: TestClient, claim: Claim, **fields: str) -> int:
    """Correct a claim; gives the status of the answer."""
    form = {"by": "Ani Wijaya", **fields}
    return client.post(f"/claims/{claim.id}/correct", data=form, follow_redirects=False).status_code


def test_a_field_that_was_changed_is_set_and_no_other(writer: TestClient, own_site: Site, claim: Claim) -> None:
    was = {"was_status": claim.status, "was_mode": claim.mode or "", "was_place": claim.place or ""}
    same = {"mode": claim.mode or "", "place": claim.place or ""}
    assert send(writer, claim, action="set", status="planned", note="it is to come", **was, **same) == 303
    entry = own_site.store.overrides()[-1]
    assert (entry.field, entry.value, entry.by, entry.note) == ("status", "planned", "Ani Wijaya", "it is to come")
    assert len(own_site.store.overrides()) == 1
    assert own_site.store.claim(claim.id).status == "planned"
    page = writer.get(f"/claims/{claim.id}").text
    assert "Ani Wijaya" in page
    assert "it is to come" in page


def test_actors_may_be_named_as_people_call_them(writer: TestClient, own_site: Site, claim: Claim) -> None:
    assert send(writer, claim, action="set", target="korut, rusia:Wagner", was_target="x") == 303
    assert [actor.code for actor in own_site.store.claim(claim.id).target] == ["PRK", "RUS:Wagner"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"action": "set", "type": "NONE", "was_type": "AID"}, "no type is called"),
        ({"action": "set", "target": "Xyzzy", "was_target": ""}, "no actor is called"),
        ({"action": "set", "date": "June", "was_date": ""}, "is no date"),
        ({"action": "set", "status": "planned", "was_status": "planned"}, "nothing is changed"),
        ({"action": "set", "status": "planned", "was_status": "", "type": "NONE", "was_type": ""}, "no type is called"),
        ({"action": "join"}, "say which other claim"),
        ({"action": "join", "other": "nowhere"}, "no claim"),
        ({"action": "note"}, "the note is empty"),
        ({"action": "dance"}, "is no correction"),
        ({"action": "reject", "by": " "}, "say who corrects"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    writer: TestClient, own_site: Site, claim: Claim, fields: dict[str, str], said: str
) -> None:
    response = writer.post(f"/claims/{claim.id}/correct", data={"by": "ani", **fields})
    assert response.status_code in (400, 404)
    assert said in response.text
    assert own_site.store.overrides() == []


def test_a_rejected_claim_is_shown_as_such_and_can_be_taken_back(
    writer: TestClient, own_site: Site, claim: Claim
) -> None:
    send(writer, claim, action="reject")
    assert claim.id not in {each.id for each in own_site.store.claims()}
    entry = own_site.store.overrides()[-1]
    page = writer.get(f"/claims/{claim.id}").text
    assert "A person has rejected this claim" in page
    assert f'action="/overrides/{entry.id}/withdraw"' in page
    response = writer.post(f"/overrides/{entry.id}/withdraw", data={"by": "Budi"}, follow_redirects=False)
    assert response.headers["location"] == f"/claims/{claim.id}"
    assert claim.id in {each.id for each in own_site.store.claims()}
    assert "withdrawn" in writer.get("/overrides").text


def test_events_are_split_and_joined(writer: TestClient, own_site: Site) -> None:
    event = next(each for each in own_site.store.events() if len(each.claims) > 1)
    first, second = (own_site.store.claim(each) for each in event.claims[:2])
    assert send(writer, first, action="split", other=f"{HERE}/claims/{second.id}") == 303
    entry = own_site.store.overrides()[-1]
    assert (entry.action, entry.other and entry.other.claim) == ("split", second.id)


def test_the_name_of_who_corrects_is_remembered(writer: TestClient, claim: Claim) -> None:
    send(writer, claim, action="note", note="seen", by="Ani; Wijaya é")
    assert 'value="Ani; Wijaya é"' in writer.get(f"/claims/{claim.id}").text


def test_only_who_has_the_token_corrects_and_only_from_our_own_pages(own_site: Site, claim: Claim) -> None:
    stranger = TestClient(make_app(own_site), base_url=HERE, headers={"Accept-Language": "en"})
    assert send(stranger, claim, action="reject") == 401
    assert "Correct this claim" not in stranger.get(f"/claims/{claim.id}").text
    stranger.cookies.set("pasut_token", TOKEN)
    for origin in ("https://evil.example", "http://127.0.0.1:9999", "null", ""):
        stranger.headers["Origin"] = origin
        assert send(stranger, claim, action="reject") == 403
    assert own_site.store.overrides() == []
    stranger.headers["Origin"] = HERE
    assert send(stranger, claim, action="reject") == 303


def test_the_log_goes_from_one_store_to_another(writer: TestClient, own_site: Site, claim: Claim) -> None:
    send(writer, claim, action="set", status="planned", was_status=claim.status)
    log = writer.get("/export/overrides")
    assert "attachment" in log.headers["content-disposition"]
    assert read_log_lines(log.text, "log") == own_site.store.overrides()
    for _ in range(2):
        response = writer.post("/overrides/import", files={"file": ("log.jsonl", log.content)}, follow_redirects=False)
        assert response.status_code == 303
    assert len(own_site.store.overrides()) == 1
    wrong = writer.post("/overrides/import", files={"file": ("log.jsonl", b"nothing")})
    assert wrong.status_code == 400
    assert "this is no correction" in wrong.text
