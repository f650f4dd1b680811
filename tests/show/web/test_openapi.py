"""The description of the interface is valid, whole and true, also for what nobody would think of asking."""

from typing import Any

import hypothesis
import pytest
import schemathesis
from openapi_spec_validator import OpenAPIV31SpecValidator
from schemathesis import checks
from starlette.testclient import TestClient

from pasut.show.web.app import make_app
from pasut.show.web.openapi import describe
from pasut.show.web.route import PageRoute
from pasut.show.web.routes import ROUTES
from pasut.show.web.site import Site

HOST = {"Host": "127.0.0.1"}
EXAMPLES = 6
"""Requests to each address; `schemathesis run` against a served store tries more."""
LENIENT = [checks.negative_data_rejection, checks.positive_data_acceptance]
"""A schema does not say which days there are, nor which actors: such requests may be refused, or not."""


def test_the_description_is_valid(client: TestClient) -> None:
    assert not list(OpenAPIV31SpecValidator(client.get("/openapi.json").json()).iter_errors())


def test_every_address_is_described_in_every_form() -> None:
    paths = describe(ROUTES)["paths"]
    for route in ROUTES:
        assert route.path in paths
        if isinstance(route, PageRoute):
            stem = "/index" if route.path == "/" else route.path
            assert all(f"{stem}.{form}" in paths for form in route.forms if form != "html")


def test_every_operation_has_a_name_of_its_own() -> None:
    names = [operation["operationId"] for path in describe(ROUTES)["paths"].values() for operation in path.values()]
    assert len(names) == len(set(names))


@pytest.fixture(scope="module")
def described(shown: Site) -> schemathesis.BaseSchema:
    """The interface as its own description has it."""
    return schemathesis.openapi.from_asgi("/openapi.json", make_app(shown), headers=HOST)


@pytest.mark.parametrize(("path", "method"), [(p, m) for p, found in describe(ROUTES)["paths"].items() for m in found])
def test_an_address_answers_as_it_is_described(described: schemathesis.BaseSchema, path: str, method: str) -> None:
    @hypothesis.given(case=described[path][method].as_strategy())
    @hypothesis.settings(max_examples=EXAMPLES, suppress_health_check=list(hypothesis.HealthCheck))
    def ask(case: schemathesis.Case[Any]) -> None:
        response = case.call(headers=HOST)
        case.validate_response(response, excluded_checks=LENIENT)  # raises where it is not as described
        assert response.status_code < 500

    ask()
