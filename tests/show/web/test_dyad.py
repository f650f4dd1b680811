"""The pages of a dyad: each part of them, in each form, also where there is little or nothing to show."""

import datetime as dt
import json
import re
import threading
from collections.abc import Sequence

import pytest
from starlette.testclient import TestClient

from pasut.asking import letters_between
from pasut.show.web.chart import PRINTED
from pasut.show.web.pages import dyad
from pasut.show.web.pages.dyad import ROUTES
from pasut.show.web.pages.dyad.bars import Bar, endings_of
from pasut.show.web.pages.dyad.pair import Pair, lines_between, relation_of
from pasut.show.web.pages.dyad.panels import bar_panel
from pasut.show.web.route import PageRoute
from pasut.show.web.site import Site
from pasut.show.web.terms import terms_in

HERE = "/dyad/PRK/RUS"
PARTS = [route.path.removeprefix("/dyad/{a}/{b}").replace("{day}", "2024-06-19")
         for route in ROUTES if isinstance(route, PageRoute)]  # fmt: skip


def rows(client: TestClient, url: str, section: str) -> Sequence[dict[str, object]]:
    found: list[dict[str, object]] = client.get(url).json()["sections"][section]["rows"]
    return found


@pytest.mark.parametrize("part", PARTS)
def test_each_part_has_a_page_in_both_languages(client: TestClient, part: str) -> None:
    for language in ("id", "en"):
        response = client.get(f"{HERE}{part}?_lang={language}")
        assert response.status_code == 200
        assert f'<html lang="{language}"' in response.text
        assert "style=" not in response.text


@pytest.mark.parametrize("part", [part for part in PARTS if part != "/report"])
def test_each_part_has_its_rows_for_programs(client: TestClient, part: str) -> None:
    sections = client.get(f"{HERE}{part}.json").json()["sections"]
    assert any(section["rows"] for section in sections.values())
    first = next(iter(sections))
    lines = client.get(f"{HERE}{part}.jsonl?_section={first}").text.splitlines()
    assert [json.loads(line) for line in lines] == sections[first]["rows"]


def test_the_points_of_a_day_add_up_to_its_index(client: TestClient) -> None:
    body = client.get(f"{HERE}/index/2024-06-19.json?_size=1000").json()
    points = sum(row["points"] for row in body["sections"]["acts"]["rows"])
    assert points + body["record"]["mu"] == pytest.approx(body["record"]["index"], abs=1e-6)


def test_a_day_leads_from_its_sum_to_an_event(client: TestClient) -> None:
    page = client.get(f"{HERE}/index/2024-06-19").text
    row = rows(client, f"{HERE}/index/2024-06-19.json", "acts")[0]
    assert f'href="/events/{row["id"]}"' in page


@pytest.mark.parametrize("day", ["1900-01-01", "2999-01-01"])
def test_a_day_outside_the_curve_is_not_found_and_the_days_there_are_are_told(client: TestClient, day: str) -> None:
    response = client.get(f"{HERE}/index/{day}.json")
    assert response.status_code == 404
    assert "runs from" in response.json()["error"]["detail"]


def test_a_day_that_is_typed_leads_to_its_page(client: TestClient) -> None:
    response = client.get(f"{HERE}/day?on=2024-06-19", follow_redirects=False)
    assert response.headers["location"] == f"{HERE}/index/2024-06-19"


@pytest.mark.parametrize(
    ("query", "field", "value"),
    [("type=AID", "type", "AID"), ("type=AID.arms", "mode", "arms"), ("status=planned", "status", "planned"),
     ("standing=disputed", "standing", "disputed")],
)  # fmt: skip
@pytest.mark.parametrize("as_of", ["", "&as_of=2024-12-31"])
def test_events_are_filtered(client: TestClient, query: str, field: str, value: str, as_of: str) -> None:
    found = rows(client, f"{HERE}/events.json?{query}{as_of}", "events")
    assert found and {row[field] for row in found} == {value}


def test_events_are_filtered_by_who_acts_and_by_days(client: TestClient) -> None:
    found = rows(client, f"{HERE}/events.json?source=korut&from=2024&to=2024-06", "events")
    assert found and all("PRK" in row["source"] for row in found)  # type: ignore[operator]
    assert all(row["date_last"] >= "2024" and row["date_first"] <= "2024-06-30" for row in found)  # type: ignore[operator]
    assert client.get(f"{HERE}/events.json?source=USA").status_code == 400


def test_each_choice_leads_to_as_many_events_as_it_says(client: TestClient) -> None:
    facets = client.get(f"{HERE}/events.json?_facet=status&_facet=source&_facet=publisher").json()
    for values in facets["sections"]["events"]["facets"].values():
        for each in values[:3]:
            assert client.get(each["url"]).json()["sections"]["events"]["total"] == each["count"]


@pytest.mark.parametrize("query", ["", "_sort=date", "_sort=-sources", "as_of=2025-01-01", "type=CONSULT"])
def test_pages_of_events_follow_each_other_and_lead_back(client: TestClient, query: str) -> None:
    whole = [row["id"] for row in rows(client, f"{HERE}/events.json?_size=1000&{query}", "events")]
    found: list[object] = []
    url: str | None = f"{HERE}/events.json?_size=7&{query}"
    while url:
        part = client.get(url).json()["sections"]["events"]
        found += [row["id"] for row in part["rows"]]
        url = part["next"]
    assert found == whole


def test_the_second_page_of_events_leads_to_the_first(client: TestClient) -> None:
    first = client.get(f"{HERE}/events?_size=5").text
    second = client.get(re.findall(r'href="([^"]*)" rel="next"', first)[0].replace("&amp;", "&")).text
    back = client.get(re.findall(r'href="([^"]*)" rel="prev"', second)[0].replace("&amp;", "&")).text
    links = [re.findall(r"/events/([0-9a-f]+)", page) for page in (first, back)]
    assert links[0] == links[1]


@pytest.mark.parametrize("pair", ["FRA/BRA", "PSE:Hamas/PRK"])
@pytest.mark.parametrize("part", PARTS)
def test_two_of_whom_nothing_is_told_have_pages_that_say_so(client: TestClient, pair: str, part: str) -> None:
    response = client.get(f"/dyad/{pair}{part}")
    assert response.status_code == (404 if part.startswith("/index/") else 200)


def test_a_dyad_without_events_leads_on(client: TestClient) -> None:
    page = client.get("/dyad/FRA/BRA").text
    assert "no article of this store tells of an act" in page
    assert 'href="/actors/FRA"' in page


@pytest.mark.parametrize("part", PARTS)
def test_a_dyad_with_a_single_event_has_all_its_pages(client: TestClient, part: str) -> None:
    one = next(row for row in rows(client, "/index.json?_size=1000&_sort=events", "dyads") if row["events"] == 1)
    response = client.get(f"/dyad/{one['a']}/{one['b']}{part}")
    assert response.status_code in ((200, 404) if part.startswith("/index/") else (200,))


def test_an_actor_has_no_dyad_with_itself(client: TestClient) -> None:
    response = client.get("/dyad/PRK/korut.json")
    assert response.status_code == 400
    assert "name two" in response.json()["error"]["detail"]


def test_a_dyad_is_known_as_of_a_day(client: TestClient) -> None:
    early = client.get(f"{HERE}?as_of=2023-12-31").text
    assert "By the articles published until 31 December 2023" in early
    assert f'href="{HERE}/ledger?as_of=2023-12-31"' in early
    before = client.get(f"{HERE}?as_of=1990")
    assert before.status_code == 200
    assert "No article published until 31 December 1990" in before.text


@pytest.mark.parametrize(
    ("kind", "begins"),
    [("curve.svg", b"<svg"), ("curve.png", b"\x89PNG"), ("report.md", b"# "), ("report.docx", b"PK"),
     ("report.pdf", b"%PDF"), ("report.html", b"<!doctype html>")],
)  # fmt: skip
def test_a_dyad_has_files_to_keep(client: TestClient, kind: str, begins: bytes) -> None:
    assert client.get(f"{HERE}/{kind}").content.startswith(begins)


def test_the_picture_of_the_curve_has_colours_that_work_anywhere(client: TestClient) -> None:
    picture = client.get(f"{HERE}/curve.svg").text
    assert "var(" not in picture
    assert PRINTED["--warm"] in picture


def test_the_colours_of_pictures_are_the_light_ones_of_the_page(client: TestClient) -> None:
    light = client.get("/static/pasut.css").text.partition("@media")[0]
    named = {name: colour for name, colour in re.findall(r"(--[a-z]+): (#[0-9a-f]+)", light) if name in PRINTED}
    assert {name: "#ffffff" if colour == "#fff" else colour for name, colour in named.items()} == PRINTED


def test_the_chart_has_a_panel_for_the_index_for_each_way_and_for_what_is_in_force(client: TestClient) -> None:
    page = client.get(f"{HERE}?from=2024-01&to=2024-06").text
    found = re.search(r'id="spec-curve">(.*?)</script>', page, re.DOTALL)
    assert found
    spec = json.loads(found[1])
    index, ways, bars = spec["vconcat"]
    brush = next(layer["params"][0] for layer in index["layer"] if "params" in layer)
    assert brush["value"]["x"] == [1704067200000, 1719705600000]
    assert "PRK → RUS" in json.dumps(ways, ensure_ascii=False)
    assert all(row["url"].startswith("/events/") for row in bars["data"]["values"])
    assert all(row["is_open"] and row["end"] == spec["usermeta"]["last"] for row in bars["data"]["values"])


def bar(first: dt.date, last: dt.date | None, *, is_open: bool) -> Bar:
    return Bar(event="e", kind="sanction", text="x", first=first, last=last, is_open=is_open, is_doubted=False)


def test_a_bar_is_firm_until_its_end_and_fades_where_none_is_known() -> None:
    span = dt.date(2020, 1, 1), dt.date(2025, 1, 1)
    begin, end = dt.date(2021, 1, 1), dt.date(2023, 1, 1)
    bars = [bar(begin, end, is_open=False), bar(begin, None, is_open=True), bar(begin, end, is_open=True)]
    panel = bar_panel(bars, 0, span, terms_in("en"))
    parts = [(row["at"], row["day"][:4], row["end"][:4], row["is_open"]) for row in panel["data"]["values"]]
    assert parts == [(0, "2021", "2023", False), (1, "2021", "2025", True), (2, "2021", "2023", False),
                     (2, "2023", "2025", True)]  # fmt: skip
    firm, fading = panel["layer"][:2]
    assert "gradient" not in json.dumps(firm)
    assert "gradient" in json.dumps(fading)
    assert [row["at"] for row in panel["layer"][-1]["data"]["values"]] == [1, 2]
    assert "no end known" in json.dumps(panel["layer"][-1])
    unread = bar_panel(bars, 0, span, terms_in("en"), knows_ends=False)
    assert "no end known" not in json.dumps(unread["layer"][-1])


def test_letters_are_the_same_however_the_claims_are_found(shown: Site) -> None:
    pair = Pair(a="PRK", b="RUS", names=("", ""), title="")
    lines = lines_between(shown, pair)
    found = letters_between(shown.store, pair.codes, shown.kit, lines=lines)
    assert found == letters_between(shown.store, pair.codes, shown.kit) != ()
    assert {line.claim.id for line in shown.store.lines(dyad=pair.codes)} <= {line.claim.id for line in lines}


def test_ends_that_take_long_to_find_are_there_for_the_next_who_asks(
    writer: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pasut.show.web.pages.dyad.bars.QUICK", 0)
    first = writer.get("/dyad/PRK/RUS").text
    assert "end is being looked for" in first
    assert "no end known" not in first
    for thread in threading.enumerate():
        if thread.name == "making":
            thread.join(10)
    second = writer.get("/dyad/PRK/RUS").text
    assert "end is being looked for" not in second
    assert "no end known" in second
    assert writer.get("/dyad/PRK/RUS/agreements").status_code == 200


def test_reading_of_ends_lets_answers_go_first(own_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []
    monkeypatch.setattr(own_site.turns, "give_way", lambda *_: looks.append(1))
    endings_of(own_site, Pair(a="PRK", b="RUS", names=("", ""), title=""))
    assert len(looks) > 2


def test_claims_are_listed_as_their_events_are_a_page_at_a_time(shown: Site, client: TestClient) -> None:
    events = list(shown.store.events(dyad=("PRK", "RUS")))
    dated = [event for event in events if event.when and (event.when.first or event.when.last)]
    wanted = [claim for event in (*reversed(dated), *events[len(dated) :]) for claim in event.claims]
    found, url = [], "/dyad/PRK/RUS/claims.json?_size=7"
    while url:
        section = client.get(url).json()["sections"]["claims"]
        found += [row["id"] for row in section["rows"]]
        assert section["total"] == len(wanted)
        url = section["next"]
    assert found == wanted


def test_what_is_dear_is_made_before_anybody_asks(own_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dyad, "BUSY", 50)
    dyad.warm(own_site)
    monkeypatch.setattr("pasut.show.web.pages.dyad.pair.index_of", None)
    assert relation_of(own_site, Pair(a="PRK", b="RUS", names=("", ""), title="")).evidence.events


def test_what_gives_no_curve_has_no_picture(client: TestClient) -> None:
    assert client.get("/dyad/FRA/BRA/curve.svg").status_code == 404


@pytest.mark.parametrize("language", ["id", "en"])
def test_pictures_and_files_of_a_page_are_in_its_language(client: TestClient, language: str) -> None:
    for part in ("", "/report"):
        page = client.get(f"{HERE}{part}?_lang={language}").text
        found = re.findall(rf"{HERE}/(?:curve|report)\.(?:svg|png|pdf|docx|md)[^\"]*", page)
        assert found
        assert all(url.endswith(f"_lang={language}") for url in found)
    words = {"id": "Kedua arah", "en": "Both directions"}
    assert words[language] in client.get(f"{HERE}/curve.svg?_lang={language}").text
