"""One address of each kind of page; ids of records stand in them as `{event}` and are taken from the served store."""

import json
import urllib.request

DYAD = "/dyad/PRK/RUS"
PAGES = (
    "/", DYAD, f"{DYAD}/events", f"{DYAD}/claims", f"{DYAD}/index", f"{DYAD}/index/2025-06-01", f"{DYAD}/letters",
    f"{DYAD}/ledger", f"{DYAD}/agreements", f"{DYAD}/report", f"{DYAD}/expected", "/events/{event}", "/claims/{claim}",
    "/articles", "/articles/{article}", "/ledger/{proposition}", "/search?q=kirim", "/actors", "/actors/PRK",
    "/map/PRK", "/network", "/triangle/CHN/PRK/RUS", "/hedge/PRK/CHN/RUS", "/disputes", "/contradictions", "/calendar",
    "/methodology", "/exports", "/add", "/token", "/overrides", f"/cite?url={DYAD}", "/nowhere",
)  # fmt: skip


def ids_of(address: str) -> dict[str, str]:
    """An id of each kind of record, by the kind's name."""
    claims = _rows(address, f"{DYAD}/claims", "claims")
    return {
        "event": str(_rows(address, DYAD, "events")[0]["id"]),
        "claim": str(claims[0]["id"]),
        "article": str(_rows(address, "/articles", "articles")[0]["id"]),
        "proposition": str(_rows(address, f"{DYAD}/ledger", "ledger")[0]["id"]),
    }


def _rows(address: str, path: str, section: str) -> list[dict[str, object]]:
    with urllib.request.urlopen(f"{address}{path}.json") as answer:
        rows: list[dict[str, object]] = json.load(answer)["sections"][section]["rows"]
    return rows
