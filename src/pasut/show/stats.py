"""What a store holds, in numbers."""

from collections.abc import Iterable

from pasut.show.table import Row, View
from pasut.show.words import Words
from pasut.store import Store

MOST = 10
"""Rows shown of a count that can be long."""


def stats_views(store: Store, words: Words, *, whole: bool) -> Iterable[View]:
    """Totals, then counts by type, status, language, publisher and pair of actors.

    With `whole`, one view of all rows, for programs; else one for each count, cut to the most frequent.
    """
    counts = list(_counts(store, words))
    if whole:
        yield _view(str(store.path), [row for _, rows in counts for row in rows], words)
        return
    for title, rows in counts:
        yield _view(title, rows[:MOST], words)


def _counts(store: Store, words: Words) -> Iterable[tuple[str, list[Row]]]:
    names = {"articles": "articles", "claims": "claims_count", "assessments": "assessments"}
    yield (
        str(store.path),
        [_row("total", words.phrase(name), t, store.count(t)[0][1], words) for t, name in names.items()],
    )
    yield (
        words.phrase("types"),
        [
            _row("type", words.act(str(type_), mode), f"{type_}.{mode}" if mode else str(type_), n, words)
            for (type_, mode), n in store.count("claims", "type", "mode")
        ],
    )
    yield (
        words.phrase("statuses"),
        [
            _row("status", words.labels.status[str(status)], str(status), n, words)
            for (status,), n in store.count("claims", "status")
        ],
    )
    for title, column in (("languages", "language"), ("publishers", "publisher")):
        yield (
            words.phrase(title),
            [
                _row(column, value or words.phrase("unknown"), value, n, words)
                for (value,), n in store.count("articles", column)
            ],
        )
    pairs = store.count_dyads()
    yield words.phrase("dyads"), [_row("dyad", f"{a} – {b}", f"{a}+{b}", n, words) for (a, b), n in pairs]


def _row(what: str, label: str, value: str | None, n: int, words: Words) -> Row:
    return Row(cells=(label, words.number(n)), record={"what": what, "value": value, "count": n})


def _view(title: str, rows: list[Row], words: Words) -> View:
    return View(
        title=title,
        headings=words.headings("value", "count"),
        rows=tuple(rows),
        fields=("what", "value", "count"),
        empty=words.phrase("nobody"),
    )
