"""The calendar: a month's visits, plans, tests and letters, months around it, the file for calendar programs."""

import icalendar
import pytest
from starlette.testclient import TestClient

from pasut.registers import visits_of
from pasut.show.web.months import Month
from pasut.show.web.site import Site


def test_every_visit_with_a_day_stands_in_its_month(client: TestClient, shown: Site) -> None:
    dated = [
        each for each in visits_of(shown.store) if each.when and each.when.first and each.when.first == each.when.last
    ]
    assert dated
    for visit in dated:
        assert visit.when and visit.when.first
        month = Month.of(visit.when.first).name
        rows = client.get(f"/calendar.json?month={month}").json()["sections"]["visits"]["rows"]
        assert visit.event in {row["event"] for row in rows}


def test_the_calendar_opens_at_the_last_article_and_turns(client: TestClient, shown: Site) -> None:
    last = shown.store.last_day()
    assert last
    month = Month.of(last)
    page = client.get("/calendar").text
    assert f"month={month.before.name}" in page
    assert f"month={month.after.name}" in page
    assert client.get("/calendar?month=1990-01").status_code == 200


def test_months_that_have_something_are_counted_and_lead_there(client: TestClient) -> None:
    rows = client.get("/calendar.json").json()["sections"]["months"]["rows"]
    assert all(row["events"] > 0 for row in rows)
    assert f'href="/calendar?month={rows[0]["month"]}"' in client.get("/calendar").text


def test_an_actor_narrows_the_month(client: TestClient) -> None:
    for row in client.get("/calendar.json?month=2024-06&a=VNM").json()["sections"]["visits"]["rows"]:
        assert "VNM" in (*row["source"], *row["target"])


@pytest.mark.parametrize("month", ["2024", "2024-13", "0001-01", "9999-12", "2024-06-01", "June"])
def test_what_is_no_month_is_refused(client: TestClient, month: str) -> None:
    assert client.get(f"/calendar.json?month={month}").status_code == 400
    assert client.get(f"/calendar.ics?month={month}").status_code == 400


def test_the_file_holds_the_visits_of_the_month_alone(client: TestClient) -> None:
    response = client.get("/calendar.ics?month=2024-06")
    entries = icalendar.Calendar.from_ical(response.content).walk("VEVENT")
    whole = icalendar.Calendar.from_ical(client.get("/calendar.ics").content).walk("VEVENT")
    assert response.headers["content-type"].startswith("text/calendar")
    assert 0 < len(entries) < len(whole)
