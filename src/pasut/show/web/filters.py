"""The form above a list by which people narrow it, and what its fields mean: two actors, a type, days."""

from typing import Literal, get_args

from pasut.records import EventType, Record
from pasut.show.options import event_type
from pasut.show.web.asked import Asked, Param
from pasut.show.web.site import Site

A = Param(name="a", kind="actor", about="One of the two actors: a code or a name.")
B = Param(name="b", kind="actor", about="The other actor.")
TYPE = Param(name="type", kind="type", about="Type of act, AID, or type and mode, AID.arms.")


class Field(Record, frozen=True):
    """One field of the form."""

    name: str
    label: str
    value: str
    kind: Literal["text", "choice"] = "text"
    choices: tuple[tuple[str, str], ...] = ()
    """(value, what people read)."""
    hint: str = ""


def actor_fields(asked: Asked) -> tuple[Field, Field]:
    """The fields of two actors."""
    hint = asked.terms("filters.actor_hint")
    return (
        Field(name="a", label=asked.terms("filters.actor"), value=asked.one("a") or "", hint=hint),
        Field(name="b", label=asked.terms("filters.other"), value=asked.one("b") or ""),
    )


def type_field(asked: Asked) -> Field:
    """The field of a type of act; a type with a mode, which an address may name, stays a choice."""
    labels, said = asked.words.labels.type, event_type(asked.one("type")) or ""
    names = [*get_args(EventType), *([said] if "." in said else [])]
    choices = (("", asked.terms("filters.any")), *((name, labels.get(name, name)) for name in names))
    return Field(name="type", label=asked.words.labels.heading["what"], value=said, kind="choice", choices=choices)


def day_fields(asked: Asked) -> tuple[Field, Field]:
    """The fields of a first and a last day."""
    hint = asked.terms("filters.day_hint")
    return (
        Field(name="from", label=asked.terms("filters.since"), value=asked.one("from") or "", hint=hint),
        Field(name="to", label=asked.terms("filters.until"), value=asked.one("to") or "", hint=hint),
    )


def actors_asked(site: Site, asked: Asked) -> tuple[tuple[str, str] | None, str | None]:
    """(two actors, None), or (None, one actor), or (None, None), by the fields that are filled."""
    codes = [site.names.resolve(said) for said in (asked.one("a"), asked.one("b")) if said]
    if len(codes) == 2:
        return (codes[0], codes[1]), None
    return None, codes[0] if codes else None
