"""Feeds are well-formed, newest first, and every entry leads to a page that is there."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from makers import day
from pasut.show.web.feed import Entry, write_feed

SPACE = {"a": "http://www.w3.org/2005/Atom"}


@pytest.mark.parametrize("url", ["/dyad/PRK/RUS.atom", "/disputes.atom", "/changes.atom"])
def test_a_feed_is_newest_first_with_ids_of_its_own(client: TestClient, url: str) -> None:
    response = client.get(url)
    assert response.headers["content-type"].startswith("application/atom+xml")
    feed = ET.fromstring(response.content)
    updated = [each.text or "" for each in feed.findall("a:entry/a:updated", SPACE)]
    ids = [each.text for each in feed.findall("a:entry/a:id", SPACE)]
    assert updated == sorted(updated, reverse=True)
    assert len(ids) == len(set(ids))


def test_the_feed_of_a_dyad_tells_its_events(client: TestClient) -> None:
    feed = ET.fromstring(client.get("/dyad/korut/rusia.atom").content)
    links = [each.get("href", "") for each in feed.findall("a:entry/a:link", SPACE)]
    assert links
    assert all(link.startswith("http://127.0.0.1:8001/events/") for link in links)


def test_the_feed_of_disputes_names_both_sides(client: TestClient) -> None:
    feed = ET.fromstring(client.get("/disputes.atom").content)
    assert any("Denies: PRK" in (each.text or "") for each in feed.findall("a:entry/a:summary", SPACE))


@given(text=st.text())
def test_any_text_gives_well_formed_xml(text: str) -> None:
    when = day(2024, 6, 19).first
    assert when
    entry = Entry(id="urn:x", title=text, url="http://h/", day=when, summary=text)
    assert ET.fromstring(write_feed(id="urn:f", title=text, url="u", own_url="o", language="en", entries=[entry]))
