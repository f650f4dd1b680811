"""Ask the page ten thousand things that somebody who means ill would ask, and see that nothing breaks, runs or leaks.

    python quality/hostile.py [--requests 10000] [--seed 1]

Every address of the site with every attack of `tests/show/web/hostile.py` in each part of its path and each parameter,
then mixtures of several, from a seed. Each answer must be no server error, hold nothing of the machine's own files,
set no cookie that was not asked for, and every page must be inert: no script but our own, no handler, no foreign
address. What the store itself holds that is hostile is tested in `tests/show/web/test_hostile.py`.
"""

import argparse
import pathlib
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from urllib.parse import quote, urlencode

from starlette.testclient import TestClient

import pasut.pipeline
from pasut.pipeline import Kit
from pasut.show.web.app import make_app
from pasut.show.web.route import ActionRoute
from pasut.show.web.routes import ROUTES
from pasut.show.web.site import Site
from pasut.store import open_store

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "tests"))
from show.web.hostile import ATTACKS, HOLES, attacks_on, check_page  # a module of the tests

EXAMPLES = pathlib.Path(pasut.__file__).parent / "examples"
LEAKS = ("root:x:", "Traceback (most recent", "/site-packages/")


def main() -> int:
    """Print how many answers of each status there were, and what was wrong; 1 where anything was."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder) / "store.sqlite"
        with open_store(place) as store:
            pasut.pipeline.read_news([EXAMPLES], store=store)
        site = Site(place, token="t", kit=Kit())
        site.merge()
        client = TestClient(make_app(site), base_url="http://127.0.0.1", raise_server_exceptions=False)
        statuses, wrong = ask_all(client, requests(asked.requests, random.Random(asked.seed)))
        site.close()
    print(f"{sum(statuses.values()):,} requests; answers by status: {dict(sorted(statuses.items()))}")
    for each in wrong[:20]:
        print(f"WRONG {each}")
    print("nothing ran, nothing leaked, no server error" if not wrong else f"{len(wrong)} wrong")
    return 1 if wrong else 0


def requests(most: int, chance: random.Random) -> Iterator[str]:
    """Addresses: each attack everywhere, then several at once until there are as many as asked for."""
    listed = [url for route in ROUTES for url in attacks_on(route, few=ATTACKS)]
    yield from listed[:most]
    routes = [route for route in ROUTES if not isinstance(route, ActionRoute)]
    for _ in range(max(0, most - len(listed))):
        route = chance.choice(routes)
        names = [part[1:-1] for part in route.path.replace(".", "/").split("/") if part.startswith("{")]
        chosen = {name: chance.choice((HOLES.get(name, "x"), quote(chance.choice(ATTACKS), safe=""))) for name in names}
        params = chance.sample(route.known, min(len(route.known), chance.randint(1, 3)))
        query = [(param.name, _mixed(chance)) for param in params]
        yield f"{route.path.format(**chosen)}?{urlencode(query)}"


def ask_all(client: TestClient, urls: Iterator[str]) -> tuple[Counter[int], list[str]]:
    """Statuses of the answers, and what was wrong with which."""
    statuses: Counter[int] = Counter()
    wrong = []
    for url in urls:
        response = client.get(url, follow_redirects=False)
        statuses[response.status_code] += 1
        is_page = response.headers.get("content-type", "").startswith("text/html")
        faults = check_page(response.text).wrong if is_page else []
        faults += [leak for leak in LEAKS if leak in response.text]
        faults += ["a cookie"] if "set-cookie" in response.headers and not url.startswith("/settings") else []
        if response.status_code >= 500 or faults:
            wrong.append(f"{response.status_code} {url[:160]}: {faults}")
    return statuses, wrong


def _mixed(chance: random.Random) -> str:
    """One attack, or the halves of two."""
    one, other = chance.choice(ATTACKS), chance.choice(ATTACKS)
    return one if chance.random() < 0.5 else one[: len(one) // 2] + other[len(other) // 2 :]


if __name__ == "__main__":
    sys.exit(main())
