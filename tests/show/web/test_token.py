"""Who may write: the token in an address, in a form, forgotten again; and forms that other sites send."""

import pytest
from starlette.testclient import TestClient

from pasut.show.web.app import make_app
from pasut.show.web.site import Site

HERE, TOKEN = "http://127.0.0.1:8001", "a-token-for-tests"


@pytest.fixture
def browser(own_site: Site) -> TestClient:
    """A browser that has no token yet."""
    return TestClient(make_app(own_site), base_url=HERE, headers={"Accept-Language": "en"}, follow_redirects=False)


def test_the_printed_address_lets_the_browser_write_and_shows_so(browser: TestClient) -> None:
    assert "read only" in browser.get("/").text
    response = browser.get("/token", params={"token": TOKEN})
    assert (response.status_code, response.headers["location"]) == (303, "/")
    cookie = response.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "may write" in browser.get("/").text


def test_a_pasted_token_does_the_same(browser: TestClient) -> None:
    assert browser.post("/token", data={"token": f" {TOKEN} "}).status_code == 303
    assert "may write" in browser.get("/").text


@pytest.mark.parametrize("wrong", ["x", TOKEN[:-1], TOKEN + "x", "clé"])
def test_a_wrong_token_is_refused(browser: TestClient, wrong: str) -> None:
    for response in (browser.get("/token", params={"token": wrong}), browser.post("/token", data={"token": wrong})):
        assert response.status_code == 403
        assert "set-cookie" not in response.headers
        assert "not the token" in response.text


def test_writing_is_given_up(browser: TestClient) -> None:
    browser.get("/token", params={"token": TOKEN})
    assert "Stop writing" in browser.get("/token").text
    browser.post("/token/forget", headers={"Origin": HERE}, data={"stop": "1"})
    assert "read only" in browser.get("/").text


def test_a_site_without_a_token_takes_none(own_site: Site) -> None:
    own_site.token = None
    client = TestClient(make_app(own_site), base_url=HERE, headers={"Accept-Language": "en"})
    assert client.get("/token", params={"token": ""}).status_code == 200
    assert client.get("/token", params={"token": "None"}).status_code == 403
    assert "for reading only" in client.get("/token").text
