"""The list of articles: the newest first, narrowed and paged by the store."""

from starlette.testclient import TestClient

from pasut.show.web.site import Site


def rows(client: TestClient, url: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = client.get(url).json()["sections"]["articles"]["rows"]
    return found


def test_every_article_is_listed_the_newest_first(client: TestClient, shown: Site) -> None:
    found = rows(client, "/articles.json?_size=1000")
    assert {row["id"] for row in found} == {article for _, article in shown.store.keys()}
    days = [str(row["published"])[:4] for row in found if row["published"]]
    assert days == sorted(days, reverse=True)


def test_pages_lead_forth_and_back(client: TestClient) -> None:
    whole = rows(client, "/articles.json?_size=1000")
    second = client.get(client.get("/articles.json?_size=7").json()["sections"]["articles"]["next"]).json()
    assert second["sections"]["articles"]["rows"] == whole[7:14]
    page = client.get(second["sections"]["articles"]["next"].replace(".json", ""))
    assert 'rel="prev"' in page.text
    assert rows(client, "/articles.json?_size=7&_next=before:" + _cursor(second)) == whole[:7]


def _cursor(page: dict[str, dict[str, dict[str, list[dict[str, str]]]]]) -> str:
    first = page["sections"]["articles"]["rows"][0]
    return f"{first['published'][:10]}~{first['id']}"


def test_articles_are_narrowed_by_publisher_language_and_days(client: TestClient) -> None:
    assert rows(client, "/articles.json?publisher=Nobody") == []
    assert all(row["language"] == "id" for row in rows(client, "/articles.json?language=id"))
    assert all(
        str(row["published"]).startswith("2024") for row in rows(client, "/articles.json?from=2024-02&to=2024-11")
    )


def test_a_cursor_that_no_page_gave_is_refused(client: TestClient) -> None:
    assert client.get("/articles.json?_next=5").status_code == 400
