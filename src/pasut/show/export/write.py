"""The one place where exports read the store and write files: each format's name, and what writes it."""

from collections.abc import Iterator
from typing import Literal, TextIO, get_args

from pasut.measure.register import list_visits
from pasut.pipeline import Kit
from pasut.show import events, line
from pasut.show.calendar import visits_calendar
from pasut.show.export.acts import acts_of
from pasut.show.export.articles import article_lines, json_line, scoring_lines
from pasut.show.export.facts import Facts
from pasut.show.export.ftm import ftm_lines
from pasut.show.export.gdelt import gdelt_lines, mention_lines, pairs_of
from pasut.show.export.geojson import geojson_lines
from pasut.show.export.graphml import graphml_lines
from pasut.show.export.ids import id_lines
from pasut.show.export.parquet import write_parquet
from pasut.show.export.polecat import polecat_lines
from pasut.show.export.rows import claim_records, csv_lines, event_records
from pasut.show.export.told import read_languages, read_told
from pasut.show.names import Names
from pasut.show.words import Words
from pasut.store import Store
from pasut.world.cameo import load_cameo
from pasut.world.outlines import load_points
from pasut.world.scale import load_scale

TextFormat = Literal[
    "scoring",
    "jsonl",
    "csv",
    "events-csv",
    "events-jsonl",
    "polecat",
    "gdelt",
    "gdelt-mentions",
    "ftm",
    "graphml",
    "geojson",
]
BinaryFormat = Literal["parquet", "events-parquet", "ics"]
FileFormat = Literal[TextFormat, BinaryFormat]
ExportFormat = Literal[FileFormat, "package"]
WITH_IDS = ("polecat", "gdelt")
"""Formats with a side file of our ids, since their layouts have no room for all that we know."""


def write_export(store: Store, form: FileFormat, out: TextIO, words: Words, *, has_header: bool = True) -> None:
    """Write the whole store in a form; the same store always gives the same bytes.

    `has_header` is asked by the tab-separated forms alone.
    """
    if form in get_args(BinaryFormat):
        out.flush()
        _write_binary(store, form, out, words)
        return
    for text in export_text(store, form, has_header=has_header):
        out.write(text)


def write_ids(store: Store, form: FileFormat, out: TextIO) -> None:
    """Write the side file of one of WITH_IDS."""
    if form == "polecat":
        rows = ((act.event.id, act) for act in acts_of(read_told(store)))
        out.writelines(id_lines(rows))
    else:
        out.writelines(id_lines((pair.number, pair) for pair in pairs_of(read_told(store))))


def export_text(store: Store, form: FileFormat, *, has_header: bool = True) -> Iterator[str]:
    """The whole store in a form that is text, piece by piece."""
    match form:
        case "scoring":
            return scoring_lines(store)
        case "jsonl":
            return article_lines(store)
        case "csv":
            return csv_lines(line.FIELDS, claim_records(store.lines()))
        case "events-csv":
            return csv_lines(events.FIELDS, event_records(read_told(store)))
        case "events-jsonl":
            return map(json_line, event_records(read_told(store)))
        case "polecat":
            return polecat_lines(read_told(store), _facts(store), has_header=has_header)
        case "gdelt":
            return gdelt_lines(read_told(store), _facts(store), has_header=has_header)
        case "ftm":
            return ftm_lines(read_told(store), _facts(store))
        case "graphml":
            return graphml_lines(read_told(store), _facts(store))
        case "geojson":
            return geojson_lines(read_told(store), load_points(), Names(Kit()).find)
        case _:
            return mention_lines(read_told(store), has_header=has_header)


def _write_binary(store: Store, form: FileFormat, out: TextIO, words: Words) -> None:
    if form == "parquet":
        write_parquet(line.FIELDS, claim_records(store.lines()), out.buffer)
    elif form == "events-parquet":
        write_parquet(events.FIELDS, event_records(read_told(store)), out.buffer)
    else:
        out.buffer.write(_calendar(store, words))
    out.buffer.flush()


def _calendar(store: Store, words: Words) -> bytes:
    kit = Kit()
    told = ((each.event, [line.claim for line in each.lines]) for each in read_told(store, "CONSULT.visit"))
    return visits_calendar(list_visits(told, kit.world.office_on), Names(kit), words)


def _facts(store: Store) -> Facts:
    languages = read_languages(store)
    return Facts(world=Kit().world, scale=load_scale(), cameo=load_cameo(), languages=languages)
