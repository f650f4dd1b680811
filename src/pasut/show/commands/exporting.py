"""Commands that write the store for other programs: `export`."""

import pathlib
from typing import Annotated

import typer

from pasut.errors import UsageError
from pasut.show.export.package import write_package
from pasut.show.export.write import WITH_IDS, ExportFormat, write_export, write_ids
from pasut.show.options import Language, StorePath, labels, opened_store, output_to


def export(
    form: Annotated[
        ExportFormat,
        typer.Option(
            "--format",
            help="scoring, jsonl: a line an article; csv, parquet: a row a claim; events-...: a row an event; "
            "polecat, gdelt, gdelt-mentions, ftm (FollowTheMoney): those layouts; graphml: the network; "
            "geojson: events on a map; ics: visits; "
            "package: a folder of tables, each column described.",
        ),
    ],
    output: Annotated[
        pathlib.Path | None,
        typer.Option("--output", "-o", help="File to write (package: folder); else standard output."),
    ] = None,
    has_header: Annotated[
        bool, typer.Option("--header/--no-header", help="Whether polecat and gdelt files begin with a row of names.")
    ] = True,
    store: StorePath = None,
    lang: Language = None,
) -> None:
    """Write the whole store for other programs.

    polecat and gdelt files get a side file NAME.ids.csv, which tells the event, status and claims of each row.
    """
    with opened_store(store) as opened:
        if form == "package":
            write_package(opened, _folder(output))
            return
        with output_to(output) as out:
            write_export(opened, form, out, labels(lang), has_header=has_header)
        if output is not None and form in WITH_IDS:
            with output_to(output.with_name(f"{output.name}.ids.csv")) as out:
                write_ids(opened, form, out)


def _folder(output: pathlib.Path | None) -> pathlib.Path:
    if output is None:
        raise UsageError("a package is a folder of files; name one with -o")
    return output
