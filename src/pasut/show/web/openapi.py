"""The description of all addresses for programs, OpenAPI 3.1, made from the same table that serves them."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from pasut.settings import version
from pasut.show.web.asked import LONGEST, MOST, Param
from pasut.show.web.route import ActionRoute, AnyRoute, FileRoute, PageRoute

MEDIA = {"html": "text/html", "json": "application/json", "csv": "text/csv", "jsonl": "application/x-ndjson"}
_BLANK = re.compile(r"{(\w+)}")
_TEXT = {"type": "string"}
_ANY_OBJECT: dict[str, Any] = {"type": "object"}
_ERROR = {"$ref": "#/components/schemas/Error"}

SCHEMAS: dict[str, Any] = {
    "Page": {
        "type": "object",
        "description": "A page: its sections by name, and what it is about where it is about one thing.",
        "required": ["title", "url", "sections"],
        "properties": {
            "title": _TEXT,
            "url": _TEXT,
            "record": _ANY_OBJECT,
            "sections": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Section"}},
        },
    },
    "Section": {
        "type": "object",
        "required": ["title", "rows", "total", "next", "facets"],
        "properties": {
            "title": _TEXT,
            "rows": {"type": "array", "items": _ANY_OBJECT},
            "total": {"type": "integer", "description": "Rows there are in all."},
            "next": {"type": ["string", "null"], "description": "Address of the rows that follow."},
            "facets": {
                "type": "object",
                "additionalProperties": {"type": "array", "items": {"$ref": "#/components/schemas/Facet"}},
            },
        },
    },
    "Facet": {
        "type": "object",
        "required": ["value", "count", "url"],
        "properties": {"value": _TEXT, "count": {"type": "integer"}, "url": {"type": ["string", "null"]}},
    },
    "Error": {
        "type": "object",
        "required": ["error"],
        "properties": {
            "error": {
                "type": "object",
                "required": ["status", "title", "detail"],
                "properties": {"status": {"type": "integer"}, "title": _TEXT, "detail": _TEXT},
            }
        },
    },
}


def describe(routes: Iterable[AnyRoute]) -> dict[str, Any]:
    """The OpenAPI document of the routes."""
    paths: dict[str, Any] = {}
    for route in routes:
        for path, method, operation in _operations(route):
            paths.setdefault(path, {})[method] = operation
    about = (
        "Read the store of one pasut. Each page has the same address with .json, .csv and .jsonl. Rows come in pages: "
        "follow `next`. ETag and If-None-Match save what has not changed. Parameters that an address does not know "
        "are refused. Writing needs the token that `pasut serve` prints."
    )
    return {
        "openapi": "3.1.0",
        "info": {"title": "pasut", "version": version(), "description": about, "license": {"name": "Apache-2.0"}},
        "paths": paths,
        "components": {
            "schemas": SCHEMAS,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operations(route: AnyRoute) -> Iterable[tuple[str, str, dict[str, Any]]]:
    if isinstance(route, ActionRoute):
        yield route.path, "post", _action(route)
    elif isinstance(route, FileRoute):
        content = {route.media_type: {"schema": _ANY_OBJECT if route.media_type.endswith("json") else _TEXT}}
        yield route.path, "get", _reading(route.path, route.about, route.known, content, is_page=route.form == "html")
    else:
        yield from _forms(route)


def _forms(route: PageRoute) -> Iterable[tuple[str, str, dict[str, Any]]]:
    stem = "/index" if route.path == "/" else route.path
    for form in route.forms:
        path = route.path if form == "html" else f"{stem}.{form}"
        schema = {"$ref": "#/components/schemas/Page"} if form == "json" else _TEXT
        operation = _reading(path, route.about, route.known, {MEDIA[form]: {"schema": schema}}, is_page=form == "html")
        operation["responses"] |= _others(route.also, is_page=form == "html")
        yield path, "get", operation


def _reading(
    path: str, about: str, params: Sequence[Param], content: dict[str, Any], *, is_page: bool
) -> dict[str, Any]:
    headers = {"ETag": {"schema": _TEXT, "description": "The same as long as the answer is."}}
    return {
        "operationId": _name(path),
        "summary": about,
        "parameters": [*(_in_path(name) for name in _BLANK.findall(path)), *(_in_query(param) for param in params)],
        "responses": {
            "200": {"description": about, "content": content, "headers": headers},
            "303": {"description": "It leads to another address."},
            "304": {"description": "Nothing has changed since the ETag given."},
            "307": {"description": "It is the beginning of an id, or a name: here is the whole address."},
            "308": {"description": "It has another address now."},
            **_others((400, 404, 503), is_page=is_page),
        },
    }


def _action(route: ActionRoute) -> dict[str, Any]:
    properties = {param.name: _schema(param) for param in route.fields}
    # What is sent as files has no schema of its own: any field of a form may hold some.
    form: dict[str, Any] = {"schema": {"type": "object", "properties": properties}}
    operation = {
        "operationId": _name(route.path) + "_post",
        "summary": route.about,
        "parameters": [_in_path(name) for name in _BLANK.findall(route.path)],
        "requestBody": {
            "content": {"multipart/form-data": form, "application/x-www-form-urlencoded": form},
        },
        "responses": {
            "200": {"description": route.about, "content": {"text/html": {"schema": _TEXT}}},
            **_others((303, 400, 401, 403, 404, 411, 413, 415, 503), is_page=True),
        },
    }
    return operation | ({"security": [{"token": []}]} if route.needs_token else {})


def _others(statuses: Iterable[int], *, is_page: bool) -> dict[str, Any]:
    meanings = {
        400: "Something asked for cannot be; the message says what to do.",
        303: "Done: what came of it is at the address given.",
        401: "Writing needs the token.",
        403: "This is not the token, or no page of this site sent the form.",
        404: "There is no such thing.",
        411: "The form does not say how long it is.",
        413: "The form is too large.",
        415: "This is no form.",
        503: "The store cannot be read or written now.",
    }
    content = {"text/html": {"schema": _TEXT}} if is_page else {"application/json": {"schema": _ERROR}}
    return {
        str(status): {"description": meanings[status], **({"content": content} if status >= 400 else {})}
        for status in statuses
    }


def _in_path(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}


def _in_query(param: Param) -> dict[str, Any]:
    found: dict[str, Any] = {"name": param.name, "in": "query", "required": False, "schema": _schema(param)}
    if param.about:
        found["description"] = param.about
    if param.many:
        found |= {"schema": {"type": "array", "items": _schema(param)}, "style": "form", "explode": True}
    return found


def _schema(param: Param) -> dict[str, Any]:
    if param.kind == "count":
        return {"type": "integer", "minimum": 1, "maximum": MOST}
    if param.kind in ("choice", "flag"):
        return {"type": "string", "enum": list(param.choices or ("1", "0"))}
    return {"type": "string", "maxLength": LONGEST}


def _name(path: str) -> str:
    return re.sub(r"\W+", "_", path).strip("_") or "front"
