"""Correct a claim, take a correction back, and the log of all corrections, which other stores can take."""

from collections.abc import Sequence
from typing import get_args
from urllib.parse import quote

import msgspec.structs
from starlette.responses import RedirectResponse, Response

from pasut.errors import InputError, NotFoundError, UsageError
from pasut.merge.overriding import check_value
from pasut.records import FIXABLE, Action, Claim, EventType, Record, Status
from pasut.show.line import codes
from pasut.show.overrides import log_lines, overrides_view, read_log_lines
from pasut.show.web.asked import COOKIE_SECONDS, LISTED, MOST_NAME, Asked, Param
from pasut.show.web.listing import listed
from pasut.show.web.page import Page
from pasut.show.web.route import ActionRoute, AnyRoute, FileRoute, PageRoute, Sent
from pasut.show.web.site import Site
from pasut.store.overriding import Correction
from pasut.world.scale import load_scale

LINKS = ((3, "/claims/{claim}"),)
ACTIONS: tuple[Action, ...] = ("set", "join", "split", "note", "reject")
MOST_NOTE = 2000
"""Characters of a note."""
_CHOICES = {"type": get_args(EventType), "status": get_args(Status)}


class Correctable(Record, frozen=True):
    """A field of a claim as the form shows it."""

    name: str
    label: str
    value: str
    choices: tuple[tuple[str, str], ...] = ()
    """(value, what people read); empty where anything may be written."""
    hints: tuple[str, ...] = ()


def correctable(claim: Claim, asked: Asked) -> tuple[Correctable, ...]:
    """The fields that a person may set, with what they are now."""
    return tuple(
        Correctable(
            name=field,
            label=asked.terms(f"correct.{field}"),
            value=value_of(claim, field),
            choices=tuple((each, _label(field, each, asked)) for each in _CHOICES.get(field, ())),
            hints=_modes() if field == "mode" else (),
        )
        for field in FIXABLE
    )


def value_of(claim: Claim, field: str) -> str:
    """A field as a person writes it."""
    if field in ("source", "target"):
        return ", ".join(codes(getattr(claim, field)))
    if field == "speaker":
        return ", ".join(claim.speaker)
    if field == "date":
        return claim.when.text() if claim.when else ""
    return getattr(claim, field) or ""


def correct(site: Site, asked: Asked, sent: Sent) -> Response:
    """Append to the log what the form says of a claim, and show the claim."""
    claim, by = asked.names["id"], _by(sent)
    note = sent.one("note").strip()[:MOST_NOTE] or None
    for action, said in _said(site, sent, note):
        site.store.correct(action, claim, by=by, **said)
    site.merge_soon()
    return _back(f"/claims/{quote(claim, safe='')}", by)


def withdraw(site: Site, asked: Asked, sent: Sent) -> Response:
    """Take a correction back."""
    by = _by(sent)
    made = site.store.correct("withdraw", asked.names["id"], by=by, note=sent.one("note").strip()[:MOST_NOTE] or None)
    site.merge_soon()
    withdrawn = next((each for each in site.store.overrides() if each.id == made.withdraws), None)
    anchor = withdrawn.anchor if withdrawn else None
    is_here = anchor is not None and _is_here(site, anchor.claim)
    return _back(f"/claims/{quote(anchor.claim, safe='')}" if anchor and is_here else "/overrides", by)


def overrides(site: Site, asked: Asked) -> Page:
    """The log, the last correction first."""
    view = overrides_view(site.store.overrides(), site.store.lost_overrides(), asked.words)
    view = msgspec.structs.replace(view, rows=view.rows[::-1])
    section = listed("overrides", view, asked, links=LINKS, filters=("action", "by", "state"))
    return Page(
        title=asked.terms("correct.log"),
        intro=asked.terms("correct.log_intro"),
        sections=(section,),
        template="overrides",
    )


def export_log(site: Site, _: Asked) -> Response:
    """The log as a file that `pasut overrides --import` and the page of another store take."""
    headers = {"Content-Disposition": 'attachment; filename="pasut-overrides.jsonl"'}
    return Response(log_lines(site.store.overrides()), headers=headers, media_type="application/x-ndjson")


def import_log(site: Site, _: Asked, sent: Sent) -> Response:
    """Take the log of another store; what is known already is left."""
    if not sent.files:
        raise UsageError("there is no file; choose one that was exported from a log of corrections")
    for upload in sent.files:
        try:
            log = read_log_lines(upload.data.decode("utf-8"), "log")
        except (InputError, UnicodeDecodeError) as error:
            raise UsageError(f"{error}; choose a file that was exported from a log of corrections") from error
        site.store.add_overrides(log)
    site.merge_soon()
    return RedirectResponse("/overrides", 303)


def _said(site: Site, sent: Sent, note: str | None) -> Sequence[tuple[Action, Correction]]:
    asked_for = sent.one("action")
    action = next((each for each in ACTIONS if each == asked_for), None)
    if action is None:
        raise UsageError(f"{asked_for[:40]!r} is no correction; it is one of {', '.join(ACTIONS)}")
    if action in ("join", "split"):
        other = sent.one("other").strip().rpartition("/")[2]
        if not other:
            raise UsageError("say which other claim; give its id or its address")
        return [(action, {"other": other, "note": note})]
    if action == "set":
        return [("set", {"field": field, "value": value, "note": note}) for field, value in _changed(site, sent)]
    if action == "note" and not note:
        raise UsageError("the note is empty; write one")
    return [(action, {"note": note})]


def _changed(site: Site, sent: Sent) -> list[tuple[str, str]]:
    """The fields that are not as the form showed them; all are checked before any is set."""
    given = {name: value.strip() for name, value in sent.fields}
    changed = [name for name in FIXABLE if name in given and given[name] != given.get(f"was_{name}")]
    if not changed:
        raise UsageError("nothing is changed; change a field first")
    out = []
    for field in changed:
        value = given[field]
        if field in ("source", "target"):
            value = ", ".join(_code(site, each) for each in value.split(",") if each.strip())
        check_value(field, value)
        out.append((field, value))
    return out


def _code(site: Site, said: str) -> str:
    """The code of an actor, whatever it is called; a group of a state is taken as it is written."""
    state, colon, group = said.strip().partition(":")
    try:
        return site.names.resolve(state) + colon + group
    except NotFoundError as error:
        raise UsageError(str(error)) from error


def _by(sent: Sent) -> str:
    by = " ".join(sent.one("by").split())[:MOST_NAME]
    if not by:
        raise UsageError("say who corrects; the log keeps the name")
    return by


def _back(url: str, by: str) -> Response:
    response = RedirectResponse(url, 303)
    response.set_cookie("by", quote(by, safe=""), max_age=COOKIE_SECONDS, samesite="lax", httponly=True)
    return response


def _is_here(site: Site, claim: str) -> bool:
    try:
        return site.store.coded_claim(claim).id == claim
    except UsageError:
        return False


def _label(field: str, value: str, asked: Asked) -> str:
    labels = asked.words.labels
    return labels.status[value] if field == "status" else f"{value} ({labels.type.get(value, value)})"


def _modes() -> tuple[str, ...]:
    return tuple(sorted({mode for _, mode in load_scale().scores if mode}))


FIELDS = tuple(
    Param(name=name) for name in ("by", "note", "action", "other", *FIXABLE, *(f"was_{name}" for name in FIXABLE))
)
ROUTES: tuple[AnyRoute, ...] = (
    ActionRoute(path="/claims/{id}/correct", act=correct, fields=FIELDS,
                about="Correct a claim: reject it, set fields, join or split events, add a note."),
    ActionRoute(path="/overrides/import", act=import_log, about="Take the log of corrections of another store.",
                fields=(Param(name="file"),)),
    ActionRoute(path="/overrides/{id}/withdraw", act=withdraw, fields=(Param(name="by"), Param(name="note")),
                about="Take a correction back."),
    FileRoute(path="/export/overrides", make=export_log, media_type="application/x-ndjson",
              about="The log of corrections, for another store."),
    PageRoute(path="/overrides", make=overrides, params=LISTED, about="The log of corrections by persons."),
)  # fmt: skip
