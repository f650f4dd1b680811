"""The site over the packaged examples, asked without a network."""

import pathlib
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from pasut.pipeline import Kit
from pasut.show.web.app import make_app
from pasut.show.web.site import Site

TOKEN = "a-token-for-tests"
HERE = "http://127.0.0.1:8001"


@pytest.fixture(scope="session")
def shown(examples: pathlib.Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site that tests only read from."""
    place = tmp_path_factory.mktemp("shown") / "store.sqlite"
    place.write_bytes(examples.read_bytes())
    site = Site(place, token=TOKEN, kit=Kit())
    site.merge()
    yield site
    site.close()


@pytest.fixture
def client(shown: Site) -> TestClient:
    """A reader in English, who may not write."""
    return TestClient(make_app(shown), base_url=HERE, headers={"Accept-Language": "en"})


@pytest.fixture
def own_site(examples_copy: pathlib.Path) -> Iterator[Site]:
    """A site of a test of its own, to write to."""
    site = Site(examples_copy, token=TOKEN, kit=Kit())
    site.merge()
    yield site
    site.close()


@pytest.fixture
def writer(own_site: Site) -> TestClient:
    """Somebody with the token, on a site of his own."""
    headers = {"Accept-Language": "en", "Authorization": f"Bearer {TOKEN}"}
    return TestClient(make_app(own_site), base_url=HERE, headers=headers)
