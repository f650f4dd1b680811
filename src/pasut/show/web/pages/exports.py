"""The exports: what each is for, and each as a download."""

from collections.abc import Callable

from starlette.responses import Response

from pasut.records import Record
from pasut.show.export.write import FileFormat
from pasut.show.table import Row, View
from pasut.show.web.asked import Asked
from pasut.show.web.download import download_export, download_package, download_store
from pasut.show.web.page import Page, Section
from pasut.show.web.route import AnyRoute, FileRoute, PageRoute
from pasut.show.web.site import Site

TSV, CSV, LINES = "text/tab-separated-values; charset=utf-8", "text/csv; charset=utf-8", "application/x-ndjson"
PARQUET = "application/vnd.apache.parquet"


class Export(Record, frozen=True):
    """One thing to download."""

    form: str
    """Its name in addresses and, for all but the SQLite file, on the command line."""
    name: str
    """Name of the file."""
    media_type: str


EXPORTS = (
    Export(form="csv", name="pasut-claims.csv", media_type=CSV),
    Export(form="events-csv", name="pasut-events.csv", media_type=CSV),
    Export(form="jsonl", name="pasut-articles.jsonl", media_type=LINES),
    Export(form="events-jsonl", name="pasut-events.jsonl", media_type=LINES),
    Export(form="parquet", name="pasut-claims.parquet", media_type=PARQUET),
    Export(form="events-parquet", name="pasut-events.parquet", media_type=PARQUET),
    Export(form="package", name="pasut-package.zip", media_type="application/zip"),
    Export(form="sqlite", name="pasut.sqlite", media_type="application/vnd.sqlite3"),
    Export(form="polecat", name="pasut-polecat.tsv", media_type=TSV),
    Export(form="gdelt", name="pasut-gdelt-events.tsv", media_type=TSV),
    Export(form="gdelt-mentions", name="pasut-gdelt-mentions.tsv", media_type=TSV),
    Export(form="ftm", name="pasut.ftm.json", media_type=LINES),
    Export(form="geojson", name="pasut-events.geojson", media_type="application/geo+json"),
    Export(form="graphml", name="pasut.graphml", media_type="application/graphml+xml"),
    Export(form="ics", name="pasut-visits.ics", media_type="text/calendar; charset=utf-8"),
    Export(form="scoring", name="pasut-scoring.jsonl", media_type=LINES),
)
FIELDS = ("form", "file", "media_type")


def exports(_: Site, asked: Asked) -> Page:
    """What can be downloaded, and what it is for."""
    t = asked.terms
    rows = tuple(
        Row(
            cells=(t(f"exports.name_{_term(each)}"), each.name, t(f"exports.for_{_term(each)}")),
            record={"form": each.form, "file": each.name, "media_type": each.media_type},
        )
        for each in EXPORTS
    )
    view = View(title=t("exports.title"), headings=(t("exports.what"), t("exports.file"), t("exports.for")), rows=rows,
                fields=FIELDS, long=2)  # fmt: skip
    section = Section(name="exports", view=view, links=((0, "/export/{form}"), (1, "/export/{form}")))
    return Page(title=t("exports.title"), intro=t("exports.intro"), template="exports", sections=(section,))


def _term(each: Export) -> str:
    return each.form.replace("-", "_")


def _maker(each: Export) -> Callable[[Site, Asked], Response]:
    def make(site: Site, asked: Asked) -> Response:
        if each.form == "sqlite":
            return download_store(site.store, each.name)
        if each.form == "package":
            return download_package(site.store, each.name)
        form: FileFormat = each.form  # type: ignore[assignment]  # a test sees that each is a form of the command line
        return download_export(site.store, form, each.name, each.media_type, asked.words)

    return make


ROUTES: tuple[AnyRoute, ...] = (
    *(
        FileRoute(path=f"/export/{each.form}", make=_maker(each), media_type=each.media_type.partition(";")[0],
                  about=f"The whole store as {each.name}.")
        for each in EXPORTS
    ),
    PageRoute(path="/exports", make=exports, about="What can be downloaded, and what it is for."),
)  # fmt: skip
